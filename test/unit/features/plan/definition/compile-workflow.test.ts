import { describe, expect, test } from "vitest";
import { EntryKind } from "../../../../../src/domain/bible/kinds.ts";
import { EMPTY_SCHEMA, type ProjectSchema } from "../../../../../src/domain/bible/project-schema.ts";
import { compileWorkflow } from "../../../../../src/features/plan/definition/compile-workflow.ts";

const vehicle = EntryKind.parse("vehicle");
const OWN: ProjectSchema = {
  ...EMPTY_SCHEMA,
  kinds: [{ name: vehicle, label: "vehicle", plural: "vehicles", aliases: ["car", "cars"] }],
};

const HEAD = "name: ours\ntitle: Ours\nsteps:\n";
const compile = (source: string, schema = EMPTY_SCHEMA) => compileWorkflow(source, { schema });

/** A file of one step, whose further lines begin in line 6. */
const step = (...lines: string[]) =>
  `${HEAD}  - id: beats\n    name: Beats\n${lines.map((line) => `    ${line}\n`).join("")}`;

function definitionOf(source: string, schema = EMPTY_SCHEMA) {
  const compiled = compile(source, schema);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.definition;
}

describe("a definition that is right", () => {
  const FULL = `name: ours
title: Our film
gates:
  vehicles: { needs: [{ entries: scenes }], because: Cars drive through scenes }
steps:
  - id: cast
    name: Cast
    requires: []
    needs:
      - { entries: characters, at_least: 2, confirmed: true, where: { role: Lead } }
      - { document: synopsis, words: 150 }
      - { filled: character, percent: 80 }
      - { evidence: car, percent: 50 }
    guard: { that: 'words.logline > 0', because: Write the logline first }
    branch: film.format != "short"
    makes: [character, characters, vehicle]
    uses: [scene]
    skip: false
    minutes: 20
    difficulty: easy
    impact: high
    on_complete:
      - { notify: here, text: The cast is ready }
      - { webhook: https://example.com/hook }
      - { sheets: cars }
      - { bulk: scenes, count: 5 }
      - { bulk: relationships, count: 3, brief: old grudges }
      - { bulk: summaries, of: all }
      - { bulk: sheets, count: 20 }
`;

  test("says all that its file says, in the words of the project", () => {
    const definition = definitionOf(FULL, OWN);
    expect(definition).toMatchObject({
      name: "ours",
      title: "Our film",
      gates: [
        {
          kind: "vehicle",
          needs: [{ type: "count", kind: "scene", count: 1 }],
          because: "Cars drive through scenes",
        },
      ],
    });
    expect(definition.steps).toEqual([
      {
        id: "cast",
        name: "Cast",
        requires: [],
        needs: [
          {
            type: "count",
            kind: "character",
            count: 2,
            confirmed: true,
            where: { field: "role", value: "lead" },
          },
          { type: "document", document: "synopsis", words: 150 },
          { type: "filled", kind: "character", percent: 80 },
          { type: "evidence", kind: "vehicle", percent: 50 },
        ],
        guard: {
          source: "words.logline > 0",
          holds: expect.any(Function),
          because: "Write the logline first",
        },
        branch: { source: 'film.format != "short"', holds: expect.any(Function) },
        makes: ["character", "vehicle"],
        uses: ["scene"],
        skippable: false,
        minutes: 20,
        difficulty: "easy",
        impact: "high",
        hooks: [
          { type: "notify", channel: "here", text: "The cast is ready" },
          { type: "webhook", url: "https://example.com/hook" },
          { type: "sheets", kind: "vehicle" },
          { type: "bulk", kind: "scenes", count: 5, brief: "" },
          { type: "bulk", kind: "relationships", count: 3, brief: "old grudges" },
          { type: "bulk", kind: "summaries", selection: "all", brief: "" },
          { type: "bulk", kind: "sheets", count: 20, brief: "" },
        ],
      },
    ]);
    expect(definition.version).toBeUndefined();
  });

  test("carries the version it is compiled as, and sensible values for what it leaves out", () => {
    const compiled = compileWorkflow(step(), { schema: EMPTY_SCHEMA, version: 7 });
    expect(compiled).toMatchObject({
      ok: true,
      definition: {
        version: 7,
        gates: [],
        steps: [
          { requires: [], needs: [], skippable: true, minutes: 30, difficulty: "medium", impact: "medium" },
        ],
      },
    });
  });

  test("has what each step requires before it, and else the order of the file", () => {
    const lines = [
      "{ id: a, name: A, requires: [c, b] }",
      "{ id: b, name: B }",
      "{ id: c, name: C }",
      "{ id: d, name: D }",
    ];
    const { steps } = definitionOf(HEAD + lines.map((line) => `  - ${line}\n`).join(""));
    expect(steps.map(({ id }) => id)).toEqual(["c", "b", "a", "d"]);
  });

  test("may repeat a part by an anchor", () => {
    const { steps } = definitionOf(
      `${HEAD}  - { id: a, name: A, needs: &some [{ document: logline }] }\n  - { id: b, name: B, needs: *some }\n`,
    );
    expect(steps.map(({ needs }) => needs)).toEqual(
      Array(2).fill([{ type: "document", document: "logline" }]),
    );
  });
});
