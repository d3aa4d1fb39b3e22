import { describe, expect, it } from "vitest";
import type { Change } from "../../../../src/domain/bible/change.ts";
import type { EntryKind } from "../../../../src/domain/bible/kinds.ts";
import { stepMarks } from "../../../../src/domain/bible/step-marks.ts";
import { undoAll } from "../../../../src/domain/bible/undo.ts";
import { undoableOf } from "../../../../src/domain/bible/undoable.ts";
import { aProject } from "../../../contract/samples.ts";
import { AT, author, entry, openBible, removes, says } from "./bible-maker.ts";

const EARLIER = "2026-07-01T00:00:00.000Z";
const LATER = "2026-09-01T00:00:00.000Z";
const CAST = { id: "cast", uses: ["character"] as readonly EntryKind[] };

const marksOf = (changes: readonly Change[], doneAt = EARLIER, more = 0) => {
  const done = { state: "completed" as const, by: "ana", at: doneAt };
  const project = aProject({ step_marks: { cast: done, places: done } });
  const steps = [CAST, { id: "places", uses: ["location"] as readonly EntryKind[] }];
  return stepMarks({ changes, more, project, steps, at: LATER });
};
const reasonsOf = (...given: Parameters<typeof marksOf>) => marksOf(...given).map(({ reason }) => reason);
const people = (count: number) => {
  const bible = openBible();
  const said = Array.from({ length: count }, (_, at) =>
    says("character", `P${String.fromCharCode(65 + at)}x`),
  );
  return { bible, changes: bible.say(said).changes };
};
const undo = (bible: ReturnType<typeof openBible>, changes: readonly Change[]) => {
  const undone = undoAll(changes.toReversed(), bible.all(), author({ at: LATER }));
  if (!undone.ok) throw new Error(undone.reason);
  bible.keep(undone.changes);
  return undone.changes;
};

describe("the marks of done steps", () => {
  it("tell what came, went or changed of what each was made from, and nothing else", () => {
    const bible = openBible([entry("character", "Sarah", { age: 28 }), entry("character", "Tom")]);
    const said = [
      says("character", "Sarah", { age: 31, fear: "water" }, false),
      removes("Tom"),
      says("prop", "Key"),
    ];
    const marks = marksOf(bible.say(said).changes);
    expect(marks.map(({ dependant_id, reason }) => [dependant_id.split(":").at(-1), reason])).toEqual([
      ["cast", "Sarah’s age changed from 28 to 31"],
      ["cast", "Tom was removed"],
    ]);
    expect(reasonsOf(bible.say([says("character", "Sarah", { flaw: "pride" }, false)]).changes)).toEqual([]);
  });

  it("are at most twenty a step; then all of them tell one and count the others", () => {
    expect(reasonsOf(people(20).changes)).toContain("PAx was added");
    const many = people(22).changes;
    expect([marksOf(many).length, new Set(reasonsOf(many))]).toEqual([
      20,
      new Set(["PTx was added, and 21 more like it"]),
    ]);
    expect(new Set(reasonsOf(people(20).changes, EARLIER, 980))).toEqual(
      new Set(["PTx was added, and 999 more like it"]),
    );
  });

  it("are not made by an undo of what was written since, whose own marks go with it", () => {
    const { bible, changes } = people(1);
    expect(reasonsOf(undo(bible, changes), EARLIER)).toEqual([]);
  });

  it("are made by an undo of what was there when the step was done, and by bringing it back later", () => {
    const { bible, changes } = people(1);
    const undone = undo(bible, changes);
    expect(reasonsOf(undone, "2026-08-02T00:00:00.000Z")).toEqual(["PAx was removed"]);
    const back = undo(bible, undone);
    expect(reasonsOf(back, "2026-10-01T00:00:00.000Z")).toEqual(["PAx was brought back"]);
  });

  it("are made by an undo of a field by when that field was said", () => {
    const bible = openBible([entry("character", "Sarah", { age: 28 })]);
    const { changes } = bible.say([says("character", "Sarah", { age: 31 }, false)]);
    const undone = undo(bible, changes);
    expect(undone[0]?.before?.facts.age?.at).toBe(AT);
    expect(reasonsOf(undone, "2026-08-02T00:00:00.000Z")).toEqual(["Sarah’s age changed back from 31 to 28"]);
    expect(reasonsOf(undone, EARLIER)).toEqual([]);
  });
});

describe("what can be taken back while the rest stays", () => {
  it("is all but what was changed since, and what that needs", () => {
    const bible = openBible();
    const { changes } = bible.say(["Ana", "Boris", "Chidi"].map((name) => says("character", name)));
    const all = changes.toReversed();
    expect(undoableOf(all, bible.all(), author())).toEqual(all);
    bible.say([says("character", "Ana", { age: 31 }, false)]);
    bible.say([says("scene", "INT. DINER - NIGHT", { characters: ["Boris"] })]);
    expect(undoableOf(all, bible.all(), author()).map(({ name }) => name)).toEqual(["Chidi"]);
    expect(undoableOf(all.slice(1), bible.all(), author())).toEqual([]);
  });
});
