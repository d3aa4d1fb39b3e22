import { beforeEach, describe, expect, test } from "vitest";
import { SHIPPED } from "../../../../src/app/workflows.ts";
import { EntryKind } from "../../../../src/domain/bible/kinds.ts";
import { EMPTY_SCHEMA } from "../../../../src/domain/bible/project-schema.ts";
import type { Project } from "../../../../src/domain/project.ts";
import type { WorkflowVersion } from "../../../../src/domain/workflow/workflow-version.ts";
import { createDefinitions, type Definitions } from "../../../../src/features/plan/definitions.ts";
import { filmOf } from "../../../support/film-of.ts";
import { film, short } from "../../../support/workflows.ts";

const STEPS = "steps:\n  - { id: a, name: A, uses: [vehicles] }\n";
const VEHICLES = {
  ...EMPTY_SCHEMA,
  kinds: [{ name: EntryKind.parse("vehicle"), label: "vehicle", plural: "vehicles", aliases: [] }],
};
const PROJECT = filmOf({
  project: { id: "prj_9", workflow: "ours", workflow_version: 1, schema: VEHICLES },
}).project;

describe("the workflow of a project", () => {
  let stored: Map<string, Partial<WorkflowVersion>>;
  let reads: string[];
  let definitions: Definitions;

  beforeEach(() => {
    reads = [];
    stored = new Map([["prj_9 1", { name: "ours", source: `name: ours\ntitle: Ours\n${STEPS}` }]]);
    definitions = createDefinitions({
      shipped: SHIPPED,
      workflows: {
        get: async (id, version) => {
          reads.push(`${id} ${version}`);
          return stored.get(`${id} ${version}`) as WorkflowVersion | undefined;
        },
        list: async () => [],
      },
    });
  });

  const shippedBy = (over: Partial<Project>) => definitions.of(filmOf({ project: over }).project);

  test("is the shipped one at once, without a read", () => {
    expect(shippedBy({ workflow: "short" })).toBe(short);
    expect(shippedBy({ workflow: "film" })).toBe(film);
    expect(reads).toEqual([]);
  });

  test("is its own version: read and compiled once, at once from then on", async () => {
    const first = await definitions.of(PROJECT);
    expect(first).toMatchObject({ name: "ours", version: 1, steps: [{ id: "a", uses: ["vehicle"] }] });
    expect(definitions.of(PROJECT)).toBe(first);
    expect(definitions.of({ ...PROJECT, version: 99, schema: structuredClone(VEHICLES) })).toBe(first);
    expect(reads).toEqual(["prj_9 1"]);
  });

  test("goes by the version, and by the project", async () => {
    stored.set("prj_9 2", { name: "ours", source: `name: ours\ntitle: Second\n${STEPS}` });
    await definitions.of(PROJECT);
    expect(await definitions.of({ ...PROJECT, workflow_version: 2 })).toMatchObject({
      title: "Second",
      version: 2,
    });
    expect(await definitions.of({ ...PROJECT, id: "prj_8" })).not.toMatchObject({ title: "Ours" });
    expect(definitions.of(PROJECT)).toMatchObject({ title: "Ours" });
  });

  test("is understood anew when the project's kinds change, and a free list where it cannot be", async () => {
    await definitions.of(PROJECT);
    const without = { ...PROJECT, schema: EMPTY_SCHEMA };
    const instead = await definitions.of(without);
    expect(instead.title).toBe(
      "Free (version 1 of “ours” cannot be used as it is; /workflow validate says why)",
    );
    expect(instead.gates).toEqual([]);
    expect(instead.steps).toEqual(SHIPPED.get("free")?.definition.steps);
    expect(definitions.of(without)).toBe(instead);
    expect(await definitions.of(PROJECT)).toMatchObject({ name: "ours", title: "Ours" });
  });

  test("is a free list for what is not there at all", async () => {
    expect((await definitions.of({ ...PROJECT, workflow_version: 5 })).title).toMatch(
      /^Free \(version 5 of “ours”/,
    );
    expect(shippedBy({ workflow: "gone" })).toMatchObject({
      title: expect.stringMatching(/^Free \(“gone” cannot/),
    });
  });

  test("is forgotten when many others were asked for since", async () => {
    const ids = Array.from({ length: 300 }, (_, at) => `prj_other_${at}`);
    await definitions.of(PROJECT);
    for (const id of ids) await definitions.of({ ...PROJECT, id });
    expect(definitions.of({ ...PROJECT, id: "prj_other_299" })).not.toBeInstanceOf(Promise);
    expect(definitions.of(PROJECT)).toBeInstanceOf(Promise);
  });
});
