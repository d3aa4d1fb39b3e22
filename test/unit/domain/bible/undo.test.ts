import { describe, expect, it } from "vitest";
import type { Change } from "../../../../src/domain/bible/change.ts";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import { reverseChange, undoAll } from "../../../../src/domain/bible/undo.ts";
import { author, entry, openBible, removes, renames, says, ties, value } from "./bible-maker.ts";

type Bible = ReturnType<typeof openBible>;

/** Undoes changes as the product does, newest first, and keeps the result. */
function undo(bible: Bible, changes: readonly Change[]) {
  const undone = undoAll(changes.toReversed(), bible.all(), author({ by: "bo", turn_id: "trn_9" }));
  if (undone.ok) bible.keep(undone.changes);
  return undone;
}

const reasonOf = (undone: { ok: boolean }) => ("reason" in undone ? undone.reason : "was undone");
const content = ({ name, status, facts, links }: Entry) => ({ name, status, facts, links });

describe("undo", () => {
  it("restores exactly what was, as a new version", () => {
    const bible = openBible([entry("character", "Sarah", { age: 28 })]);
    const before = bible.named("Sarah");
    const { changes } = bible.say([says("character", "Sarah", { age: 29, fear: "water" }, false)]);
    const undone = undo(bible, changes);
    expect(undone).toMatchObject({ ok: true, undone: [changes[0]?.id] });
    expect(undone.ok && undone.changes[0]).toMatchObject({
      action: "updated",
      undoes: changes[0]?.id,
      by: "bo",
      turn_id: "trn_9",
      fields: { age: { before: 29, after: 28 }, fear: { before: "water" } },
    });
    expect(content(bible.named("Sarah"))).toEqual(content(before));
    expect(bible.named("Sarah").version).toBe(3);
  });

  it("takes a whole turn back: what it made is removed, and can come back", () => {
    const bible = openBible();
    const { changes } = bible.say([
      ties("Sarah", "John", "sibling"),
      says("scene", "INT. BAR", { location: "Bar", characters: ["Sarah"] }),
    ]);
    const undone = undo(bible, changes);
    expect(bible.living()).toEqual([]);
    const redone = undone.ok ? undo(bible, undone.changes) : undone;
    expect(redone.ok && redone.changes.map((change) => change.action)).toEqual([
      "restored",
      "restored",
      "restored",
      "restored",
      "restored",
    ]);
    expect(bible.named("INT. BAR").links.characters).toEqual([bible.named("Sarah").id]);
  });

  it("brings back who was removed, with every link", () => {
    const bible = openBible();
    bible.say([
      ties("Sarah", "John", "sibling"),
      says("scene", "INT. BAR", { characters: ["Sarah", "John"] }),
    ]);
    const before = bible.living().map(content);
    const { changes } = bible.say([removes("John")]);
    undo(bible, changes);
    expect(bible.living().map(content)).toEqual(before);
  });

  it("takes back a rename everywhere", () => {
    const bible = openBible();
    bible.say([ties("Sarah", "John", "sibling")]);
    const before = bible.living().map(content);
    const { changes } = bible.say([renames("John", "Jack")]);
    undo(bible, changes);
    expect(bible.living().map(content)).toEqual(before);
  });

  it("leaves what was said of other fields since", () => {
    const bible = openBible([entry("character", "Sarah", { age: 28 })]);
    const { changes } = bible.say([says("character", "Sarah", { age: 29 }, false)]);
    bible.say([says("character", "Sarah", { fear: "water" }, false)]);
    undo(bible, changes);
    expect(value(bible.named("Sarah"), "age")).toBe(28);
    expect(value(bible.named("Sarah"), "fear")).toBe("water");
  });

  it("refuses when the same field was written again", () => {
    const bible = openBible([entry("character", "Sarah", { age: 28 })]);
    const { changes } = bible.say([
      says("character", "Sarah", { age: 29, age_range: "late twenties" }, false),
    ]);
    bible.say([says("character", "Sarah", { age: 30, age_range: "thirties" }, false)]);
    expect(undo(bible, changes)).toEqual({
      ok: false,
      reason: "The age and age range of Sarah changed again later",
      entry_id: "ent_character_Sarah",
      hint: "Undo the later change first, or say what it should be now.",
    });
    expect(value(bible.named("Sarah"), "age")).toBe(30);
  });

  it("refuses to unmake what has grown since, is used elsewhere, or is removed", () => {
    const bible = openBible();
    const made = bible.say([says("character", "Sarah")]).changes;
    const scene = bible.say([says("scene", "INT. BAR", { characters: ["Sarah"] })]).changes;
    expect(reasonOf(undo(bible, made))).toBe("Sarah is used in INT. BAR now");
    const grown = bible.say([says("character", "Sarah", { age: 28 }, false)]).changes;
    expect(reasonOf(undo(bible, made))).toBe("Sarah has changed since");
    undo(bible, grown);
    undo(bible, scene);
    expect(undo(bible, made).ok).toBe(true);
    expect(reasonOf(undo(bible, made))).toBe("Sarah has been removed since");
  });

  it("refuses what would leave a link to nothing", () => {
    const bible = openBible();
    bible.say([ties("Sarah", "John", "sibling")]);
    const untied = bible.say([removes("Sarah – John: sibling")]).changes;
    bible.say([removes("John")]);
    expect(reasonOf(undo(bible, untied))).toBe("Sarah – John: sibling needs John, which is removed");
  });

  it("refuses a second entry of the same name", () => {
    const bible = openBible([entry("character", "Sarah")]);
    const removed = bible.say([removes("Sarah")]).changes;
    bible.say([says("character", "SARAH")]);
    expect(reasonOf(undo(bible, removed))).toBe("Another character is called SARAH now");
  });

  it("refuses what is undone already, and what is not of this bible", () => {
    const bible = openBible();
    const [change] = bible.say([says("character", "Sarah")]).changes;
    if (!change) throw new Error("no change");
    expect(reasonOf(undo(bible, [{ ...change, undone: true }]))).toBe("That is undone already");
    expect(reasonOf(reverseChange({ ...change, undone: true }, bible.named("Sarah")))).toBe(
      "The change to Sarah is undone already",
    );
    expect(reasonOf(reverseChange(change, undefined))).toBe("Sarah is not in this bible");
    expect(reasonOf(reverseChange({ ...change, after: null }, bible.named("Sarah")))).toBe(
      "Sarah is not in this bible",
    );
  });

  it("undoes the rest of a turn of which one change is undone", () => {
    const bible = openBible();
    const [sarah, bo] = bible.say([says("character", "Sarah"), says("character", "Bo")]).changes;
    if (!sarah || !bo) throw new Error("no changes");
    undo(bible, [bo]);
    const undone = undo(bible, [sarah, { ...bo, undone: true }]);
    expect(undone.ok && undone.undone).toEqual([sarah.id]);
    expect(bible.living()).toEqual([]);
  });

  it("reverses several changes to the same entry one by one, so that each can come back", () => {
    const bible = openBible([entry("character", "Sarah", { age: 1 })]);
    const first = bible.say([says("character", "Sarah", { age: 2 }, false)]).changes;
    const second = bible.say([says("character", "Sarah", { age: 3 }, false)]).changes;
    const undone = undo(bible, [...first, ...second]);
    expect(undone.ok && undone.changes.map((change) => change.undoes)).toEqual([second[0]?.id, first[0]?.id]);
    expect(value(bible.named("Sarah"), "age")).toBe(1);
    if (undone.ok) undo(bible, undone.changes);
    expect(value(bible.named("Sarah"), "age")).toBe(3);
  });

  it("is taken back and forth as the same two changes", () => {
    const bible = openBible([entry("character", "Sarah", { age: 28 })]);
    const [change] = bible.say([says("character", "Sarah", { age: 29 }, false)]).changes;
    const undone = undo(bible, change ? [change] : []);
    const redone = undone.ok ? undo(bible, undone.changes) : undone;
    expect(redone).toMatchObject({
      undone: undone.ok && [undone.changes[0]?.id],
      changes: [{ undoes: undone.ok && undone.changes[0]?.id, redoes: change?.id }],
    });
    expect(value(bible.named("Sarah"), "age")).toBe(29);
    const again = redone.ok ? undo(bible, redone.changes) : redone;
    expect(again).toMatchObject({
      undone: redone.ok && [redone.changes[0]?.id, change?.id],
      changes: [{ undoes: change?.id }],
    });
    expect(again.ok && again.changes[0]?.redoes).toBeUndefined();
    expect(value(bible.named("Sarah"), "age")).toBe(28);
  });

  it("leaves what was locked since, and brings back a lock with who set it", () => {
    const bible = openBible([entry("character", "Sarah", { age: 28 })]);
    const { changes } = bible.say([says("character", "Sarah", { age: 29 }, false)]);
    const before = bible.named("Sarah");
    const locked = { by: "ana", name: "Ana", at: before.updated_at };
    const after: Entry = { ...before, status: "locked", locked, version: before.version + 1 };
    const lock: Change = { ...(changes[0] as Change), id: "chg_lock", fields: {}, before, after };
    bible.keep([lock]);
    expect(reasonOf(undo(bible, changes))).toBe("Sarah has been locked since");
    const opened = undo(bible, [lock]);
    expect(bible.named("Sarah")).not.toHaveProperty("locked");
    if (opened.ok) undo(bible, opened.changes);
    expect(bible.named("Sarah")).toMatchObject({ status: "locked", locked });
  });
});
