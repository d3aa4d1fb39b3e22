import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import type { EntryKind } from "../../../../src/domain/bible/kinds.ts";
import {
  addTallies,
  NO_TALLIES,
  talliesAfter,
  talliesOf,
  tallyOf,
  tallyStep,
} from "../../../../src/domain/bible/tallies.ts";
import { aProject, aSession } from "../../../contract/samples.ts";
import { anyTurns, changesOf } from "../../../contract/tally-turns.ts";
import { AT, entry } from "./bible-maker.ts";

const proven = { quote: "31", message_id: "msg_1", start: 0, end: 2 };
const ana = entry("character", "Ana", { role: "lead", age: 31, traits: ["calm"] });

describe("talliesOf", () => {
  test("tells each field, what says the same in its stead, and values of the fields that have few", () => {
    expect(talliesOf({ ...ana, status: "draft" })).toEqual({
      "character has name": 1,
      "character has role": 1,
      "character has age": 1,
      "character has age_range": 1,
      "character has traits": 1,
      "character is role=lead": 1,
      "character facts": 4,
    });
  });

  test("counts two fields that say the same once", () => {
    const both = talliesOf(entry("scene", "INT. PIER", { location: "Pier", set: "Pier", int_ext: "INT" }));
    expect(both).toMatchObject({ "scene has location": 1, "scene has set": 1, "scene facts": 4 });
    expect(both).toMatchObject({ "scene is int_ext=INT": 1, "scene confirmed int_ext=INT": 1 });
  });

  test("tells of a kind only its own doubles and values", () => {
    const age = { age: 4, role: "lead", type: "rival", int_ext: "INT", set: "x" };
    expect(Object.keys(talliesOf(entry("prop", "Lamp", age)))).toEqual([
      "prop has name",
      "prop has age",
      "prop has role",
      "prop has type",
      "prop has int_ext",
      "prop has set",
      "prop confirmed",
      "prop facts",
    ]);
  });

  test("what is locked is confirmed", () => {
    const locked = talliesOf({ ...ana, status: "locked" });
    expect(locked).toEqual(talliesOf({ ...ana, status: "confirmed" }));
    expect(locked).toMatchObject({ "character confirmed": 1, "character confirmed role=lead": 1 });
  });

  test("counts facts that come with words", () => {
    const { age } = ana.facts;
    const facts = { ...ana.facts, ...(age ? { age: { ...age, evidence: proven } } : {}) };
    expect(talliesOf({ ...ana, facts })).toMatchObject({ "character facts": 4, "character evidenced": 1 });
    expect(talliesOf(ana)).not.toHaveProperty("character evidenced");
  });

  test("tells nothing of what does not live or knows nothing", () => {
    expect(talliesOf(null)).toEqual({});
    expect(talliesOf({ ...ana, status: "removed" })).toEqual({});
    expect(talliesOf({ ...ana, facts: {}, status: "draft" })).toEqual({});
  });

  test("is asked by kind and words, and what is not there is none", () => {
    const kind = "vehicle" as EntryKind;
    const tallies = talliesOf(entry(kind, "Bus"));
    expect(tallyOf(tallies, kind, "has name")).toBe(1);
    expect(tallyOf(tallies, kind, "has age")).toBe(0);
    expect(tallyOf(tallies, "character", "has name")).toBe(0);
  });
});

describe("tallyStep", () => {
  test("is what differs between two states", () => {
    const older: Entry = { ...ana, facts: { ...ana.facts, role: said("support"), fear: said("dogs") } };
    expect(tallyStep(ana, older)).toEqual({
      "character is role=lead": -1,
      "character confirmed role=lead": -1,
      "character is role=support": 1,
      "character confirmed role=support": 1,
      "character has fear": 1,
      "character facts": 1,
    });
    expect(tallyStep(ana, ana)).toEqual({});
  });

  test("leads from one state to the other, whatever they are", () => {
    fc.assert(
      fc.property(anyTurns, (turns) => {
        for (const { before, after } of spoken(turns))
          expect(addTallies(talliesOf(before), tallyStep(before, after))).toEqual(talliesOf(after));
      }),
    );
  });
});

describe("talliesAfter", () => {
  test("are those of the entries that the changes leave", () => {
    fc.assert(
      fc.property(anyTurns, (turns) => {
        const changes = spoken(turns);
        const entries = new Map(changes.map((change) => [change.entry_id, change.after]));
        const sum = [...entries.values()].map(talliesOf).reduce(addTallies, NO_TALLIES);
        expect(talliesAfter(NO_TALLIES, changes)).toEqual(sum);
        expect(Object.values(sum).every((count) => count > 0)).toBe(true);
      }),
    );
  });

  test("come to nothing, key by key, when everything is removed", () => {
    fc.assert(
      fc.property(anyTurns, (turns) => {
        const changes = spoken(turns);
        const left = new Map(changes.map((change) => [change.entry_id, change]));
        const removals = [...left.values()].map((change) => ({
          ...change,
          before: change.after,
          after: null,
        }));
        expect(talliesAfter(talliesAfter(NO_TALLIES, changes), removals)).toEqual({});
      }),
    );
  });
});

const said = (value: string) => ({ value, status: "confirmed" as const, by: "ana", at: AT });

const spoken = (turns: Parameters<typeof changesOf>[1]) => changesOf(aSession(aProject()), turns).flat();
