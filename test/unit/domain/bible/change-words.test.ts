import { describe, expect, it } from "vitest";
import type { Change } from "../../../../src/domain/bible/change.ts";
import { changeWords } from "../../../../src/domain/bible/change-words.ts";
import { confirmEntry, lockEntry, unlockEntry } from "../../../../src/domain/bible/entry-state.ts";
import type { Statement } from "../../../../src/domain/reading/reading.ts";
import { author, entry, merges, openBible, removes, renames, says, ties } from "./bible-maker.ts";

const bible = () =>
  openBible([entry("character", "Sarah", { age: 28, fear: "water" }), entry("character", "John")]);
const words = (name: string, ...statements: Statement[]): string | undefined => {
  const { changes } = bible().say(statements);
  const change = changes.find((each) => each.name === name);
  return change && changeWords(change);
};

describe("a change in words", () => {
  it.each<[string, string, Statement]>([
    ["Vera", "made, age 30, occupation spy", says("character", "Vera", { age: 30, occupation: "spy" })],
    ["Vera", "made", says("character", "Vera")],
    ["Sarah", "age 28 → 29", says("character", "Sarah", { age: 29 }, false)],
    [
      "Sarah",
      "age 28 → nothing",
      { ...says("character", "Sarah", {}, false), drops: [{ field: "age", start: 0, end: 0 }] },
    ],
    ["Jane", "called Sarah before, aliases Sarah", renames("Sarah", "Jane")],
    ["Sarah", "taken out", removes("Sarah")],
    ["Sarah – John: sibling", "made", ties("Sarah", "John", "sibling")],
    ["Sarah", "joined with another, aliases John", merges("John", "Sarah")],
  ])("%s: %s", (name, told, statement) => {
    expect(words(name, statement)).toBe(told);
  });

  it("tells four fields and counts the rest", () => {
    const fields = { age: 30, fear: "fire", want: "gold", need: "rest", flaw: "pride", era: "1920s" };
    expect(words("Vera", says("character", "Vera", fields))).toMatch(/^made, age 30, .*, and 2 more$/);
  });

  it("cuts long values", () => {
    expect(words("Sarah", says("character", "Sarah", { fear: "x".repeat(300) }, false))?.length).toBeLessThan(
      120,
    );
  });

  it("tells a state", () => {
    const draft = entry("character", "Sarah", { age: 28 }, { status: "draft" });
    const [confirmed] = confirmEntry(draft, author());
    const [locked] = lockEntry(entry("character", "Sarah"), author(), "Ana");
    const [opened] = unlockEntry(locked?.after ?? draft, author());
    const undone = confirmed && { ...confirmed, before: confirmed.after, after: confirmed.before };
    const told = [confirmed, locked, opened, undone].map((change) => change && changeWords(change));
    expect(told).toEqual(["confirmed", "locked", "unlocked", "a draft again"]);
  });

  it("tells what a field becomes later in the story, and a change of links alone", () => {
    const before = entry("character", "Sarah", { age: 28 });
    const later = [{ value: 31, from_id: "ent_bar", from: "INT. BAR", by: "ana", at: before.created_at }];
    const after = { ...before, facts: { ...before.facts, age: { ...before.facts.age, later } }, version: 2 };
    const change = { ...bible().say([says("character", "Vera")]).changes[0], before, after, fields: {} };
    expect(changeWords({ ...change, action: "updated" } as Change)).toBe("age 28, then 31 from INT. BAR on");
    const linked = { ...change, action: "updated", after: { ...before, links: { a: ["b"] } } };
    expect(changeWords(linked as unknown as Change)).toBe("tied to others anew");
  });
});
