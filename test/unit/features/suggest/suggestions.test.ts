import { expect, test } from "vitest";
import { newProject } from "../../../../src/features/projects/new-project.ts";
import { createSuggestions, type SuggestParts } from "../../../../src/features/suggest/suggestions.ts";
import { StillClock } from "../../../support/stage.ts";
import { film } from "../../../support/workflows.ts";

const AT = "2026-11-22T09:00:00.000Z";
const project = newProject({ id: "prj_1", workspace_id: "wsp_1", title: "Night Shift", by: "ada", at: AT });
const scene = (id: string, name: string) => ({ id, name, kind: "scene" as const });

const suggestions = (over: Partial<SuggestParts>) =>
  createSuggestions({
    bible: { startingWith: async () => [] },
    projects: { list: async () => [] },
    sessions: { list: async () => [] },
    operations: { list: async () => [] },
    workflowOf: () => film,
    clock: new StillClock(),
    ...over,
  });
const asking = (typed: string) => ({
  typed,
  project,
  workspace_id: "wsp_here",
  person: { id: "ada", role: "viewer" as const },
  given: {},
});

test("names that are taken twice, or too long to be sent, go by their ids", async () => {
  const long = "A".repeat(101);
  const { entries } = suggestions({
    bible: {
      startingWith: async () => [
        scene("e1", "Diner"),
        scene("e2", "Diner"),
        scene("e3", long),
        scene("e4", "Pier"),
      ],
    },
  });
  expect((await entries(asking(""), "scene")).map(({ value }) => value)).toEqual(["e1", "e2", "e3", "Pier"]);
});

test("projects and sessions are of the workspace and the project alone, and say when they are from", async () => {
  const asked: unknown[] = [];
  const { projects, sessions } = suggestions({
    projects: {
      list: async (...given) => {
        asked.push(given);
        return [project, { ...project, id: "prj_2", title: "Dawn" }];
      },
    },
    sessions: {
      list: async (...given) => {
        asked.push(given);
        return [];
      },
    },
  });
  expect(await projects(asking("ni"))).toEqual([
    { label: "Night Shift · 1 hour ago, 22 Nov 2026", value: "Night Shift" },
  ]);
  expect(await sessions(asking(""))).toEqual([]);
  expect(asked).toEqual([
    ["wsp_here", 100],
    [{ workspace_id: "wsp_here", project_id: "prj_1" }, 100],
  ]);
});

test("never more than a platform shows", async () => {
  const { words } = suggestions({});
  const many = Array.from({ length: 60 }, (_, at) => `word ${at}`);
  expect(words(asking("word"), many)).toHaveLength(25);
});

test("what a roll-back put aside says after which step, the newest first", async () => {
  const branch = {
    by: "ada",
    turn_id: "trn_1",
    steps: [],
    marks: {},
    documents: [],
    entries: {},
    to: "outline",
  };
  const branches = [
    { ...branch, id: "brn_1", at: AT },
    { ...branch, id: "brn_2", at: "2026-11-22T09:59:50.000Z" },
  ];
  const found = await suggestions({}).branches({ ...asking(""), project: { ...project, branches } });
  expect(found.map(({ value }) => value)).toEqual(["brn_2", "brn_1"]);
  expect(found[0]?.label).toMatch(/^What came after .*utline, just now/);
});
