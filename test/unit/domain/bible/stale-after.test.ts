import { describe, expect, it } from "vitest";
import type { Change } from "../../../../src/domain/bible/change.ts";
import { NO_STALE } from "../../../../src/domain/bible/stale.ts";
import { staleAfter } from "../../../../src/domain/bible/stale-after.ts";
import { undoAll } from "../../../../src/domain/bible/undo.ts";
import type { DocumentChange } from "../../../../src/domain/document-change.ts";
import type { Project } from "../../../../src/domain/project.ts";
import type { Statement } from "../../../../src/domain/reading/reading.ts";
import { AT, author, entry, mention, NOWHERE, openBible, removes, says, ties } from "./bible-maker.ts";

const project = (documents: Project["documents"] = {}): Project => ({
  id: "prj_1",
  workspace_id: "wsp_1",
  title: "Night Shift",
  workflow: "film",
  documents,
  step_marks: {},
  created_by: "ana",
  created_at: AT,
  version: 1,
});
const staleOf = (changes: readonly Change[], documents: Project["documents"] = {}) =>
  staleAfter({ changes, documents: [], project: project(documents), at: AT });
const reasonsOf = (changes: readonly Change[]) => staleOf(changes).causes.map((cause) => cause.reason);

const SARAH = entry("character", "Sarah", {
  age: 28,
  traits: ["brave", "kind"],
  background:
    "She grew up by the sea, learned to sail before she could read, and never quite came back from it.",
});
const DINER = entry("location", "Diner", { description: "A greasy spoon" });
const KNIFE = entry(
  "prop",
  "Knife",
  { description: "rusty", scenes: ["INT. DINER - NIGHT"] },
  {
    links: { scenes: ["ent_scene_INT. DINER - NIGHT"] },
  },
);
const SCENE = entry(
  "scene",
  "INT. DINER - NIGHT",
  {
    heading: "INT. DINER - NIGHT",
    set: "DINER",
    location: "Diner",
    characters: ["Sarah"],
    summary: "Sarah, 28, waits.",
  },
  { links: { characters: [SARAH.id], location: [DINER.id] } },
);
const start = () => openBible([SARAH, DINER, KNIFE, SCENE]);
const update = (kind: Parameters<typeof says>[0], name: string, fields: Parameters<typeof says>[2]) =>
  says(kind, name, fields, false);
const drops = (field: string, value?: string): Statement => ({
  type: "entry",
  kind: "character",
  subject: mention("Sarah"),
  explicit: false,
  fields: [],
  drops: [{ field, ...(value === undefined ? {} : { value }), ...NOWHERE }],
  span: NOWHERE,
});

describe("what a change contradicts", () => {
  it.each([
    [
      "a value that is replaced",
      update("character", "Sarah", { age: 31 }),
      "Sarah’s age changed from 28 to 31",
    ],
    ["a value that is taken out", drops("age"), "Sarah’s age (28) was taken out"],
    ["an item that is taken out", drops("traits", "brave"), "Sarah’s traits no longer include “brave”"],
    [
      "a long value, without its words",
      update("character", "Sarah", { background: "She grew up in the hills." }),
      "Sarah’s background changed",
    ],
    [
      "several fields",
      update("character", "Sarah", { age: 31, background: "She grew up in the hills." }),
      "Sarah’s age changed from 28 to 31 and background changed",
    ],
    [
      "a place",
      update("location", "Diner", { description: "A chapel" }),
      "Diner’s description changed from “A greasy spoon” to “A chapel”",
    ],
    [
      "a prop",
      update("prop", "Knife", { description: "sharp" }),
      "Knife’s description changed from rusty to sharp",
    ],
  ])("%s", (_what, statement, reason) => {
    const { changes } = start().say([statement]);
    expect(staleOf(changes).causes).toEqual([
      {
        project_id: "prj_1",
        cause_id: changes[0]?.entry_id,
        change_id: changes[0]?.id,
        reason,
        at: AT,
      },
    ]);
  });

  it.each([
    ["a new fact", update("character", "Sarah", { occupation: "journalist" })],
    ["another item", update("character", "Sarah", { traits: ["calm"] })],
    ["notes", update("character", "Sarah", { notes: "cast her soon" })],
    ["something new", says("character", "John", { age: 40 })],
    ["a new tie", ties("Sarah", "John", "sibling")],
  ])("nothing, with %s", (_what, statement) => {
    const { changes } = start().say([statement]);
    expect(changes.length).toBeGreaterThan(0);
    expect(staleOf(changes, { outline: "Sarah waits in the diner." })).toEqual(NO_STALE);
  });

  it("nothing, when Backlot makes and changes something in one turn", () => {
    const { changes } = openBible().say([
      says("character", "Ada", { age: 20 }),
      update("character", "Ada", { age: 30 }),
    ]);
    expect(staleOf(changes, { logline: "Ada is 20." })).toEqual(NO_STALE);
  });

  it("a prop marks the scenes it is said to be in", () => {
    const { changes } = start().say([update("prop", "Knife", { description: "sharp" })]);
    expect(staleOf(changes).marks.map((mark) => mark.dependant_id)).toEqual([SCENE.id]);
  });

  it("a tie marks the scenes of both", () => {
    const bible = start();
    bible.say([says("character", "John"), ties("Sarah", "John", "sibling", true, "close")]);
    const { changes } = bible.say([ties("Sarah", "John", "sibling", false, "estranged")]);
    const [cause] = staleOf(changes).causes;
    expect(cause).toMatchObject({
      linked: [SARAH.id, bible.named("John").id],
      reason: "what ties Sarah and John changed",
    });
  });
});

describe("what is gone", () => {
  it("marks the scenes it was taken out of, and what took its ties stays quiet", () => {
    const bible = start();
    bible.say([says("character", "John"), ties("Sarah", "John", "sibling")]);
    const { changes } = bible.say([removes("Sarah")]);
    const { causes, marks } = staleOf(changes, { outline: "Nobody is named here." });
    expect(causes).toEqual([]);
    expect(marks.map(({ dependant_id, reason }) => [dependant_id, reason])).toEqual([
      [SCENE.id, "Sarah was removed"],
    ]);
  });

  it("says of what kind it was", () => {
    const { changes } = start().say([removes("Diner", "location")]);
    expect(staleOf(changes).marks.map((mark) => mark.reason)).toEqual(["the location Diner was removed"]);
  });

  it("tells two that became one", () => {
    const bible = start();
    bible.say([says("character", "Sara"), update("scene", SCENE.name, { characters: ["Sara"] })]);
    const { changes } = bible.say([
      { type: "merge", subject: mention("Sara"), into: mention("Sarah"), span: NOWHERE },
    ]);
    expect(staleOf(changes).marks.map(({ dependant_id, reason }) => [dependant_id, reason])).toEqual([
      [SCENE.id, "Sara and Sarah became one"],
    ]);
  });

  it("a scene takes its own marks with it", () => {
    const { changes } = start().say([removes(SCENE.name, "scene")]);
    const { rewritten } = staleOf(changes);
    expect(rewritten).toEqual([{ dependant_id: SCENE.id, by: changes.find((c) => c.kind === "scene")?.id }]);
  });
});

describe("documents", () => {
  const TEXTS = {
    logline: "A journalist finds a town that never sleeps.",
    synopsis: "Sarah’s night begins in the diner.",
    treatment: "Act one.",
    outline: "1. INT. DINER - NIGHT",
  };
  const marked = (changes: readonly Change[], texts: Project["documents"] = TEXTS) =>
    staleOf(changes, texts).marks.flatMap(({ dependant_id }) => dependant_id.split(":")[1] ?? []);

  it("are marked when they name the entry, by name, alias or a part of a name", () => {
    expect(marked(start().say([update("character", "Sarah", { age: 31 })]).changes)).toEqual(["synopsis"]);
    const bible = openBible([
      entry("character", "Ana Brown", { age: 1, aliases: ["the Fox"] }),
      entry("character", "Bo", { age: 1 }),
    ]);
    const { changes } = bible.say([update("character", "Ana Brown", { age: 2 })]);
    expect(marked(changes, { synopsis: "The fox runs." })).toEqual(["synopsis"]);
    expect(marked(changes, { synopsis: "A brown dog runs." })).toEqual([]);
    expect(marked(changes, { synopsis: "It was Brown." })).toEqual(["synopsis"]);
    const other = bible.say([update("character", "Bo", { age: 2 })]).changes;
    expect(marked(other, { synopsis: "Bottles and boxes." })).toEqual([]);
  });

  it("that tell scenes are marked by a scene that changes, all that may miss it by one that goes", () => {
    const said = start().say([update("scene", SCENE.name, { summary: "She leaves." })]).changes;
    expect(marked(said)).toEqual(["treatment", "outline"]);
    expect(staleOf(said, TEXTS).marks[0]?.reason).toBe(
      "the summary of INT. DINER - NIGHT changed from “Sarah, 28, waits.” to “She leaves.”",
    );
    expect(marked(start().say([update("scene", SCENE.name, { pages: "2" })]).changes)).toEqual([]);
    const gone = start().say([removes(SCENE.name, "scene")]).changes;
    expect(marked(gone)).toEqual(["synopsis", "treatment", "outline"]);
  });

  it("that are written anew in the turn are up to date", () => {
    const { changes } = start().say([update("character", "Sarah", { age: 31 })]);
    const document: DocumentChange = {
      id: "chg_9",
      project_id: "prj_1",
      session_id: "ses_1",
      turn_id: "trn_1",
      document: "synopsis",
      before: TEXTS.synopsis,
      after: "Sarah, 31.",
      undone: false,
      by: "ana",
      at: AT,
    };
    const stale = staleAfter({ changes, documents: [document], project: project(TEXTS), at: AT });
    expect(stale.marks).toEqual([]);
    expect(stale.rewritten).toEqual([{ dependant_id: "prj_1:synopsis", by: "chg_9" }]);
    const undone = { ...document, undoes: "chg_8" };
    expect(staleAfter({ changes: [], documents: [undone], project: project(TEXTS), at: AT })).toEqual(
      NO_STALE,
    );
  });
});

describe("what is said anew", () => {
  it("is a scene whose summary changes, and nothing else of it", () => {
    const said = start().say([update("scene", SCENE.name, { summary: "Sarah, 31, waits." })]).changes;
    expect(staleOf(said).rewritten).toEqual([{ dependant_id: SCENE.id, by: said[0]?.id }]);
    expect(staleOf(start().say([update("scene", SCENE.name, { pages: "2" })]).changes).rewritten).toEqual([]);
  });
});

describe("undo and redo", () => {
  it("an undo marks nothing but what was brought up to date with its change; a redo nothing new", () => {
    const bible = start();
    const { changes } = bible.say([update("character", "Sarah", { age: 31 })]);
    const undone = undoAll(changes, bible.all(), author());
    if (!undone.ok) throw new Error(undone.reason);
    bible.keep(undone.changes);
    expect(reasonsOf(undone.changes)).toEqual([]);
    expect(staleOf(undone.changes, { synopsis: "Sarah." })).toMatchObject({
      marks: [],
      reversals: [{ undoes: changes[0]?.id, reason: "Sarah’s age changed back from 31 to 28" }],
    });
    const redone = undoAll(undone.changes, bible.all(), author());
    if (!redone.ok) throw new Error(redone.reason);
    expect(redone.changes[0]?.redoes).toBe(changes[0]?.id);
    expect(staleOf(redone.changes, { synopsis: "Sarah." })).toEqual(NO_STALE);
  });

  it("the undo of a rewriting clears nothing, its redo clears again", () => {
    const bible = start();
    const { changes } = bible.say([update("scene", SCENE.name, { summary: "Sarah, 31, waits." })]);
    const undone = undoAll(changes, bible.all(), author());
    if (!undone.ok) throw new Error(undone.reason);
    bible.keep(undone.changes);
    expect(staleOf(undone.changes).rewritten).toEqual([]);
    const redone = undoAll(undone.changes, bible.all(), author());
    if (!redone.ok) throw new Error(redone.reason);
    expect(staleOf(redone.changes).rewritten).toEqual([{ dependant_id: SCENE.id, by: changes[0]?.id }]);
  });
});
