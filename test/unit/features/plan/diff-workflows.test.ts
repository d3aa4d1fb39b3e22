import { describe, expect, test } from "vitest";
import { EMPTY_SCHEMA } from "../../../../src/domain/bible/project-schema.ts";
import type { WorkflowDefinition } from "../../../../src/domain/workflow/definition.ts";
import { compileWorkflow } from "../../../../src/features/plan/definition/compile-workflow.ts";
import { diffWorkflows } from "../../../../src/features/plan/diff-workflows.ts";
import { film, free } from "../../../support/workflows.ts";

function compiled(source: string): WorkflowDefinition {
  const made = compileWorkflow(source, { schema: EMPTY_SCHEMA });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.definition;
}

const A = `name: ours
title: Ours
gates:
  scene: { needs: [{ entries: character }], because: A scene needs someone }
steps:
  - { id: logline, name: Logline, needs: [{ document: logline }] }
  - { id: cast, name: Cast, requires: [logline], needs: [{ entries: character, at_least: 2 }], makes: [character] }
  - { id: beats, name: Beats, minutes: 45 }
`;
const B = `name: ours
title: Ours, longer
steps:
  - { id: beats, name: Beat sheet, minutes: 60, skip: false, branch: film.format == "series" }
  - id: cast
    name: Cast
    requires: [beats]
    needs:
      - { entries: character, at_least: 3, confirmed: true, where: { role: lead } }
      - { document: synopsis, words: 150 }
      - { filled: character, percent: 80 }
      - { evidence: scene, percent: 50 }
    guard: { that: words.synopsis > 0, because: Write it first }
    makes: [character, prop]
    uses: [scene]
    difficulty: hard
    impact: high
    on_complete:
      - { notify: here, text: Done }
      - { webhook: https://example.com/hook }
      - { sheets: character }
      - { bulk: scenes, count: 5, brief: at night }
      - { bulk: summaries, of: all }
      - { bulk: sheets, count: 9 }
  - { id: pitch, name: Pitch }
`;
const diff = (a: WorkflowDefinition, b: WorkflowDefinition) => diffWorkflows(a, b, EMPTY_SCHEMA);

describe("how two workflows differ", () => {
  test("is nothing for the same", () => {
    expect(diff(film, film)).toEqual([]);
    expect(diff(compiled(A), compiled(`# a note\n${A}`))).toEqual([]);
  });

  test("is said in words: the whole, the gates, the order, and each step field by field", () => {
    expect(diff(compiled(A), compiled(B))).toEqual([
      ["Title", "Ours", "Ours, longer"],
      ["Before scenes", "1 character: A scene needs someone", "–"],
      ["Order", "Cast, Beats", "Beat sheet, Cast"],
      ["Beats: name", "Beats", "Beat sheet"],
      ["Beats: only when", "–", 'film.format == "series"'],
      ["Beats: may be skipped", "yes", "no"],
      ["Beats: minutes", "45", "60"],
      ["Cast: after", "Logline", "Beat sheet"],
      [
        "Cast: needs",
        "2 characters",
        "3 confirmed characters (role: lead), synopsis of 150 words, 80 % of what every character needs filled in and 50 % of what is known of scenes proven",
      ],
      ["Cast: guard", "–", "words.synopsis > 0: Write it first"],
      ["Cast: makes", "characters", "characters and props"],
      ["Cast: uses", "–", "scenes"],
      ["Cast: difficulty", "medium", "hard"],
      ["Cast: impact", "medium", "high"],
      [
        "Cast: then sets off",
        "–",
        "the message “Done” here, a call of https://example.com/hook, sheets of the characters, 5 new scenes (at night), all summaries anew and the sheets that are missing, at most 9",
      ],
      ["Pitch", "–", "added: done when somebody says so"],
      ["Logline", "there", "removed"],
    ]);
  });

  test("of film and free is the order and the gates", () => {
    const rows = diff(film, free).map(([what]) => what);
    expect(rows.slice(0, 4)).toEqual(["Name", "Title", "Before scenes", "Before relationships"]);
    expect(rows.slice(4).every((what) => what.endsWith(": after"))).toBe(true);
  });
});
