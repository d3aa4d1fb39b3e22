import { describe, expect, test } from "vitest";
import { SHIPPED } from "../../../src/app/workflows.ts";
import { EMPTY_SCHEMA } from "../../../src/domain/bible/project-schema.ts";
import { FILM_FORMATS } from "../../../src/domain/project.ts";
import { compileWorkflow } from "../../../src/features/plan/definition/compile-workflow.ts";
import { film, free, short } from "../../support/workflows.ts";

const NO_FACTS = { count: {}, confirmed: {}, words: {}, done: [] };
const TRADE =
  "concept logline synopsis characters beats treatment outline screenplay lock breakdown storyboard schedule call-sheet";

/** The steps of a film of that kind. */
const stepsFor = ({ steps }: typeof film, format: string): string =>
  steps
    .filter(({ branch }) => branch?.holds({ ...NO_FACTS, film: { title: "T", format } }) ?? true)
    .map(({ id }) => id)
    .join(" ");

describe("the shipped workflows", () => {
  test("are the texts that teams start from, each compiled as any other", () => {
    for (const [name, { definition, source }] of SHIPPED) {
      const compiled = compileWorkflow(source, { schema: EMPTY_SCHEMA });
      expect(compiled.ok && JSON.stringify(compiled.definition)).toBe(JSON.stringify(definition));
      expect(definition.name).toBe(name);
      expect(source.split("\n", 4).filter((line) => line.startsWith("#")).length).toBeGreaterThan(2);
    }
  });

  test("film is the trade's order; a series and a documentary have a step of their own", () => {
    expect(stepsFor(film, "feature")).toBe(TRADE);
    expect(stepsFor(film, "short")).toBe(TRADE);
    expect(stepsFor(film, "series")).toBe(TRADE.replace("treatment", "treatment season"));
    expect(stepsFor(film, "documentary")).toBe(TRADE.replace("treatment", "treatment research"));
  });

  test("short leaves out what a short film has no need of, for whatever format", () => {
    for (const format of FILM_FORMATS)
      expect(stepsFor(short, format)).toBe(
        "concept logline characters outline screenplay breakdown storyboard schedule call-sheet",
      );
    expect(short.steps.find(({ id }) => id === "breakdown")?.requires).toEqual(["outline", "screenplay"]);
  });

  test("free is film's steps with no order and no gates", () => {
    expect(free.gates).toEqual([]);
    const free_ = ({ steps }: typeof film) =>
      steps.map(({ requires: _requires, branch, ...rest }) => ({ ...rest, branch: branch?.source }));
    expect(free_(free)).toEqual(free_(film));
    expect(free.steps.flatMap(({ requires }) => requires)).toEqual([]);
  });

  test("film asks for what it always asked for, and no more", () => {
    const asks = film.steps.flatMap(({ id, needs }) => needs.map((need) => [id, need]));
    expect(asks).toEqual([
      ...["concept", "logline", "synopsis"].map((document) => [document, { type: "document", document }]),
      ["characters", { type: "count", kind: "character", count: 2 }],
      ...["beats", "treatment"].map((document) => [document, { type: "document", document }]),
      ["outline", { type: "count", kind: "scene", count: 3 }],
    ]);
    expect(film.steps.every(({ skippable, hooks, guard }) => skippable && hooks.length === 0 && !guard)).toBe(
      true,
    );
    expect(film.gates.map(({ kind, needs }) => [kind, needs])).toEqual([
      ["scene", [{ type: "count", kind: "character", count: 1 }]],
      ["relationship", [{ type: "count", kind: "character", count: 2 }]],
    ]);
  });
});
