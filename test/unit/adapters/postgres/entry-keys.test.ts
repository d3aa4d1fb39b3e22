import { describe, expect, test } from "vitest";
import { entryKeys, PART, SOUND, sortName, WHOLE } from "../../../../src/adapters/postgres/entry-keys.ts";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import type { EntryKind } from "../../../../src/domain/bible/kinds.ts";
import { anEntry } from "../../../contract/bible-samples.ts";
import { aProject, aSession } from "../../../contract/samples.ts";

const session = aSession(aProject());
const named = (kind: EntryKind, name: string, values = {}): Entry => anEntry(session, kind, name, values);
const ranked = (entry: Entry) => Object.fromEntries(entryKeys(entry));
/** Without the keys of what it sounds like. */
const keys = (entry: Entry) => Object.fromEntries([...entryKeys(entry)].filter(([, rank]) => rank !== SOUND));

describe("entryKeys", () => {
  test("ranks a whole name before its parts", () => {
    expect(keys(named("character", "Dr. Sarah O'Neil"))).toEqual({
      "dr sarah oneil": WHOLE,
      dr: PART,
      sarah: PART,
      oneil: PART,
    });
  });

  test("takes a name without its article as whole", () => {
    expect(keys(named("location", "The Blue Diner"))).toEqual({
      "the blue diner": WHOLE,
      "blue diner": WHOLE,
      blue: PART,
      diner: PART,
    });
  });

  test("knows aliases, headings and sets; what is whole once is whole", () => {
    const values = { aliases: ["Fox", "Mrs. Lind"], heading: "INT. FOX DEN - NIGHT", set: "Den", age: 28 };
    expect(keys(named("scene", "Opening", values))).toEqual({
      opening: WHOLE,
      fox: WHOLE,
      "mrs lind": WHOLE,
      mrs: PART,
      lind: PART,
      "int fox den night": WHOLE,
      den: WHOLE,
    });
  });

  test("a name that is but a common word is still a whole name", () => {
    expect(keys(named("character", "It"))).toEqual({ it: WHOLE });
    expect(keys(named("prop", "🦊"))).toEqual({});
  });

  test("a relationship answers to its whole name alone", () => {
    expect(keys(named("relationship", "Sarah and John"))).toEqual({ "sarah and john": WHOLE });
  });
});

describe("entryKeys by group", () => {
  test("has a key for each group and for the trade of a character, in any number", () => {
    const values = { groups: ["Heist Crew", "the Nightowls"], occupation: "homicide detective" };
    expect(keys(named("character", "Jo", values))).toEqual({
      jo: WHOLE,
      "#group heist crew": PART,
      "#group nightowl": PART,
      "#job homicide detective": PART,
      "#job detective": PART,
    });
  });
});

describe("entryKeys by sound", () => {
  test("has a key for each word of a name and of an alias, and one for all of it", () => {
    expect(ranked(named("character", "Mary Ann", { aliases: ["Foxy"] }))).toEqual({
      "mary ann": WHOLE,
      mary: PART,
      ann: PART,
      foxy: WHOLE,
      "~mr": SOUND,
      "~*n": SOUND,
      "~mnr": SOUND,
      "~fx": SOUND,
    });
  });

  test("none for scenes and relationships", () => {
    for (const kind of ["scene", "relationship"] as const)
      expect([...entryKeys(named(kind, "INT. DINER - NIGHT")).values()]).not.toContain(SOUND);
  });
});

describe("sortName", () => {
  test("is the name as it is compared, and nothing for scenes", () => {
    expect(sortName(named("character", " Émile  Zola "))).toBe("emile zola");
    expect(sortName(named("scene", "Émile"))).toBe("");
    expect(sortName(named("prop", "🦊"))).toBe("🦊");
  });
});
