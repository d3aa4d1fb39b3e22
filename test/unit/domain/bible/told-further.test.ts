import { describe, expect, it } from "vitest";
import { contradictedIn, NOTHING_CARRIED } from "../../../../src/domain/bible/contradicted.ts";
import { toldFurther } from "../../../../src/domain/bible/told-further.ts";
import { entry, openBible, says, value } from "./bible-maker.ts";

describe("what is told further", () => {
  it("is kept beside what was told", () => {
    expect(toldFurther("background", "used to be a paramedic.", "lost his licence after an accident")).toBe(
      "used to be a paramedic; lost his licence after an accident",
    );
  });

  it.each([
    ["from Rome", "has a son from Paris"],
    ["from Rome", "from a poor family"],
  ])("is no contradiction of where somebody comes from: %s, %s", (before, said) => {
    expect(toldFurther("background", before, said)).toBe(`${before}; ${said}`);
  });

  it.each([
    ["background", "grew up in Leeds", "grew up in Oslo"],
    ["appearance", "red hair", "brown hair"],
    ["background", "from Rome", "from Paris"],
    ["background", "lost his licence; is from Rome", "originally from the Bronx"],
    ["want", "the crown", "a quiet life"],
    ["background", "x".repeat(3_990), "and something more than that"],
  ])("is for people to settle where it may contradict: %s", (field, before, said) => {
    expect(toldFurther(field, before, said)).toBeUndefined();
  });
});

describe("talk about somebody whose background is known", () => {
  const marek = () => openBible([entry("character", "Marek", { background: "used to be a paramedic" })]);
  const more = says("character", "Marek", { background: "has a daughter in Gdansk" }, false);

  it("adds to it and asks nothing", () => {
    const bible = marek();
    expect(bible.say([more], { contradictions: "ask" }).notes).toEqual([]);
    expect(value(bible.named("Marek"), "background")).toBe(
      "used to be a paramedic; has a daughter in Gdansk",
    );
  });

  it("takes nothing back that something may have been made from", () => {
    const bible = marek();
    const [change] = bible.say([more], { contradictions: "ask" }).changes;
    expect(change && contradictedIn(change, NOTHING_CARRIED)).toEqual([]);
    const [other] = bible.say([{ ...more, corrects: true }], { contradictions: "ask" }).changes;
    expect(other && contradictedIn(other, NOTHING_CARRIED)).toHaveLength(1);
  });

  it("says it anew where it corrects, and asks where the same words are told otherwise", () => {
    const bible = marek();
    const other = says("character", "Marek", { background: "used to be a nurse" }, false);
    expect(bible.say([other], { contradictions: "ask" }).notes).toMatchObject([{ type: "conflict" }]);
    bible.say([{ ...more, corrects: true }], { contradictions: "ask" });
    expect(value(bible.named("Marek"), "background")).toBe("has a daughter in Gdansk");
  });
});
