import { expect, it } from "vitest";
import type { Change } from "../../../../src/domain/bible/change.ts";
import { staleAfter } from "../../../../src/domain/bible/stale-after.ts";
import type { Project } from "../../../../src/domain/project.ts";
import { aProject } from "../../../contract/samples.ts";
import { AT, entry, openBible, renames } from "./bible-maker.ts";

const SARAH = entry("character", "Sarah", { age: 28 });
const DINER = entry("location", "Diner", {});
const KNIFE = entry("prop", "Knife", {});
const SCENE = entry(
  "scene",
  "INT. DINER - NIGHT",
  { location: "Diner", characters: ["Sarah"], summary: "Sarah, 28, waits." },
  { links: { characters: [SARAH.id], location: [DINER.id] } },
);
const start = () => openBible([SARAH, DINER, KNIFE, SCENE]);
const staleOf = (changes: readonly Change[], documents: Project["documents"]) =>
  staleAfter({ changes, documents: [], project: { ...aProject(), id: "prj_1", documents }, at: AT });

it.each([
  [renames("Sarah", "Nora"), "Sarah is called Nora now", ["prj_1:logline", "prj_1:outline", SCENE.id]],
  [renames("Sarah", "Sarah Chen"), "", []],
  [renames("Diner", "The Blue Note"), "the location Diner is called The Blue Note now", ["prj_1:outline"]],
  [renames("Knife", "Dagger"), "", []],
])(
  "a new name puts the texts out of date that say the old one, and no other scene",
  (statement, reason, ids) => {
    const { changes } = start().say([statement]);
    const { causes, marks } = staleOf(changes, {
      concept: "Nobody is named here.",
      logline: "When Sarah's past calls, she must run.",
      outline: "Sarah waits in the diner.",
    });
    expect(causes).toEqual([]);
    expect(marks.map((mark) => mark.dependant_id).toSorted()).toEqual(ids.toSorted());
    expect(new Set(marks.map((mark) => mark.reason))).toEqual(new Set(reason === "" ? [] : [reason]));
  },
);

it("a name of several words is looked for by the words that went", () => {
  const bible = openBible([entry("character", "Sarah Chen", {})]);
  const { changes } = bible.say([renames("Sarah Chen", "Nora Chen")]);
  const said = { logline: "Chen must run.", synopsis: "Sarah must run." };
  expect(staleOf(changes, said).marks.map((mark) => mark.dependant_id)).toEqual(["prj_1:synopsis"]);
});
