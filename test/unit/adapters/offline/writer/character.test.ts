import { describe, expect, test } from "vitest";
import { draftCharacter } from "../../../../../src/adapters/offline/writer/character.ts";
import { KIND_FIELDS } from "../../../../../src/domain/bible/kinds.ts";
import { aDraft, BLEMISH, range } from "./samples.ts";

const batch = (brief: string, count: number, more = {}) =>
  range(count).map((index) => draftCharacter(aDraft({ brief, index, ...more })));

describe("draftCharacter", () => {
  test("is the same for the same request and another for another seed", () => {
    expect(draftCharacter(aDraft())).toEqual(draftCharacter(aDraft()));
    expect(draftCharacter(aDraft())).not.toEqual(draftCharacter(aDraft({ seed: 8 })));
  });

  test.each([
    "",
    "a non-binary villain",
    "women over 60 in Lisbon",
    "children",
    "extras",
    "pilots in space",
    "knights in a castle",
    "a rival for Sarah",
  ])("writes without a blemish: “%s”", (brief) => {
    for (const draft of batch(brief, 120)) {
      expect(KIND_FIELDS.character.strict().safeParse(draft).error).toBeUndefined();
      for (const text of Object.values(draft).flat()) expect(String(text)).not.toMatch(BLEMISH);
    }
  });

  test("ten in a row differ in name, walk of life and inner life", () => {
    const ten = batch("", 10);
    for (const field of ["name", "occupation", "archetype", "one_line", "want"]) {
      expect(new Set(ten.map((draft) => draft[field])).size).toBe(10);
    }
  });

  test("a speaking part has all that makes a character; a lead has more, an extra less", () => {
    const parts = batch("", 16);
    for (const part of parts) {
      for (const field of "age gender occupation role want need flaw fear traits voice appearance one_line background motivation".split(
        " ",
      )) {
        expect(part).toHaveProperty(field);
      }
    }
    expect(parts.find((part) => part.role === "lead")).toHaveProperty("arc");
    expect(parts.find((part) => part.role === "support")).toHaveProperty("stakes");
    expect(new Set(parts.map((part) => part.role))).toEqual(new Set(["lead", "support", "day player"]));
    expect(batch("extras", 1)[0]).not.toHaveProperty("arc");
  });

  test("follows the brief", () => {
    for (const draft of batch("women over 60 in Lisbon", 30)) {
      expect(draft.gender).toBe("female");
      expect(Number(draft.age)).toBeGreaterThan(60);
      expect(String(draft.background)).toContain("Lisbon");
    }
    for (const draft of batch("teenagers", 30)) expect(Number(draft.age)).toBeLessThan(20);
    const crowd = batch("background characters for the market scenes", 40);
    for (const draft of crowd) expect(draft.role).toBe("extra");
    expect(crowd.slice(0, 12).map((draft) => draft.occupation)).toEqual(
      expect.arrayContaining(["fishmonger", "spice merchant", "market porter", "pickpocket"]),
    );
    expect(new Set(crowd.map((draft) => draft.occupation)).size).toBe(40);
    for (const draft of batch("a villain", 6)) expect(String(draft.arc)).not.toBe("");
    for (const draft of batch("retired boxers over 50", 3)) expect(draft.occupation).toBe("boxer");
    expect(batch("a rival for Sarah", 1)[0]?.one_line).toMatch(/^Sarah's rival: an? /);
    expect(batch("a clerk who wants to sing", 1)[0]).toMatchObject({ want: "To sing." });
    expect(batch("a sailor afraid of water, with a wooden leg", 1)[0]).toMatchObject({ fear: "Water." });
  });

  test("takes a name from the brief once, with the gender it has", () => {
    const brief = "a mentor named Old Tom";
    expect(draftCharacter(aDraft({ brief }))).toMatchObject({ name: "Old Tom", gender: "male" });
    expect(String(draftCharacter(aDraft({ brief })).background)).toContain("Old Tom");
    expect(draftCharacter(aDraft({ brief, attempt: 1 })).name).not.toBe("Old Tom");
    expect(draftCharacter(aDraft({ brief, taken: ["old tom"] })).name).not.toBe("Old Tom");
  });

  test("nobody works before or after the age for it, but the retired", () => {
    for (const draft of batch("", 200)) {
      if (Number(draft.age) > 72 && !String(draft.occupation).startsWith("retired")) continue;
      expect(Number(draft.age)).toBeGreaterThan(13);
    }
    expect(batch("people over 75", 20).some((draft) => String(draft.occupation).startsWith("retired"))).toBe(
      true,
    );
    for (const draft of batch("people over 80", 200)) expect(draft.occupation).not.toMatch(/retired retired/);
  });
});
