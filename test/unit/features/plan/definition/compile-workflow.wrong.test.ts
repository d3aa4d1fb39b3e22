import { describe, expect, test } from "vitest";
import { EntryKind } from "../../../../../src/domain/bible/kinds.ts";
import { EMPTY_SCHEMA, type ProjectSchema } from "../../../../../src/domain/bible/project-schema.ts";
import { MAX_STEPS } from "../../../../../src/domain/workflow/definition.ts";
import { compileWorkflow } from "../../../../../src/features/plan/definition/compile-workflow.ts";

const vehicle = EntryKind.parse("vehicle");
const OWN: ProjectSchema = {
  ...EMPTY_SCHEMA,
  kinds: [{ name: vehicle, label: "vehicle", plural: "vehicles", aliases: ["car", "cars"] }],
};

const HEAD = "name: ours\ntitle: Ours\nsteps:\n";
const compile = (source: string, schema = EMPTY_SCHEMA) => compileWorkflow(source, { schema });

/** "line:column message" of all that is wrong. */
function wrong(source: string, schema = EMPTY_SCHEMA): string[] {
  const compiled = compile(source, schema);
  return compiled.ok
    ? []
    : compiled.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** A file of one step, whose further lines begin in line 6. */
const step = (...lines: string[]) =>
  `${HEAD}  - id: beats\n    name: Beats\n${lines.map((line) => `    ${line}\n`).join("")}`;

describe("what is wrong is named with its place and what to do", () => {
  test.each<[string, string, string]>([
    ["an empty file", "", "1:1 There is no workflow in this; begin it with name, title and steps."],
    [
      "only a comment",
      "# nothing\n",
      "1:1 There is no workflow in this; begin it with name, title and steps.",
    ],
    ["a list", "- a\n- b\n", "1:1 There is no workflow in this; begin it with name, title and steps."],
    ["prose", "let us shoot", "1:1 There is no workflow in this; begin it with name, title and steps."],
    ["no steps", "name: a\ntitle: A\nsteps: []\n", "3:8 This is empty; fill it in or remove it."],
    [
      "a missing title",
      "name: a\nsteps:\n  - { id: a, name: A }\n",
      "1:1 “title” is missing here; add it: text.",
    ],
    ["a missing step name", `${HEAD}  - id: a\n`, "4:5 “name” is missing here; add it: text."],
    ["an unknown key", step("minuts: 3"), "6:5 “minuts” is not known here; did you mean minutes?"],
    [
      "a merge key",
      step("<<: {}"),
      "6:5 “<<” is not known here; use one of: id, name, requires, needs, guard, branch, makes, uses, skip, minutes, difficulty, impact ….",
    ],
    ["text for a number", step("minutes: soon"), "6:14 This must be a number; write it so."],
    ["half a minute", step("minutes: 1.5"), "6:14 This must be a whole number; write it so."],
    ["no minutes at all", step("minutes: 0"), "6:14 The least that can stand here is 1; raise it."],
    ["a number for text", `${HEAD}  - id: a\n    name: 5\n`, "5:11 This must be text; put it in quotes."],
    ["maybe", step("skip: maybe"), "6:11 This must be true or false; write it so."],
    ["a word for a list", step("requires: logline"), "6:15 This must be a list; write it so."],
    ["a new difficulty", step("difficulty: esay"), "6:17 “esay” is not possible here; did you mean easy?"],
    [
      "an id with spaces",
      `${HEAD}  - { id: The Beats, name: B }\n`,
      "4:11 Use small letters, digits and “-”, a letter first, 40 at most.",
    ],
    [
      "an id every object has",
      `${HEAD}  - { id: constructor, name: B }\n`,
      "4:11 This word is taken; use another.",
    ],
    [
      "an endless name",
      `${HEAD}  - { id: a, name: ${"x".repeat(61)} }\n`,
      "4:20 This may have 60 characters; make it shorter.",
    ],
    [
      "the same id twice",
      `${HEAD}  - { id: a, name: A }\n  - { id: a, name: B }\n`,
      "5:11 There is a step “a” already; give this one another id.",
    ],
    [
      "the same key twice",
      "name: a\ntitle: A\nname: b\n",
      "3:1 “name” stands twice in the same place; keep one of them.",
    ],
    [
      "an unknown step",
      `${HEAD}  - { id: breakdown, name: A }\n  - id: b\n    name: B\n    requires: [breakdwn]\n`,
      "7:16 “breakdwn” is not a step of this file; did you mean breakdown?",
    ],
    [
      "a step that requires itself",
      step("requires: [beats]"),
      "6:16 Step “beats” requires itself; take it out of the list.",
    ],
    [
      "an unknown kind",
      step("makes: [charcters]"),
      "6:13 “charcters” is not a kind of entry; did you mean characters?",
    ],
    [
      "a kind of another project",
      step("uses: [vehicle]"),
      "6:12 “vehicle” is not a kind of entry; use one of: character, scene, location, relationship, prop.",
    ],
    [
      "an unknown document",
      step("needs: [{ document: synopsys }]"),
      "6:25 “synopsys” is not a document; did you mean synopsis?",
    ],
    [
      "a need of no sort",
      step("needs: [{ at_least: 2 }]"),
      "6:13 This does not say which need it is; begin with one of: entries, document, filled, evidence.",
    ],
    [
      "a need of two sorts",
      step("needs: [{ entries: scene, document: logline }]"),
      "6:31 “document” is not known here; use one of: entries, at_least, confirmed, where.",
    ],
    [
      "a field that is not counted",
      step("needs: [{ entries: character, where: { age: 3 } }]"),
      "6:49 This must be text; put it in quotes.",
    ],
    [
      "a field that no one counts",
      step('needs: [{ entries: character, where: { age: "3" } }]'),
      "6:44 “age” is not counted for a character; use one of: role.",
    ],
    [
      "a value no role has",
      step("needs: [{ entries: character, where: { role: leed } }]"),
      "6:50 “leed” is not a role; did you mean lead?",
    ],
    [
      "two fields at once",
      step("needs: [{ entries: scene, where: { int_ext: INT, set: a } }]"),
      "6:38 “where” takes one field and its value; write it as { role: lead }.",
    ],
    [
      "more than all",
      step("needs: [{ filled: scene, percent: 101 }]"),
      "6:39 The most that can stand here is 100; lower it.",
    ],
    [
      "a gate of an unknown kind",
      "name: a\ntitle: A\ngates:\n  scnee: { needs: [{ document: logline }], because: b }\nsteps: [{ id: a, name: A }]\n",
      "4:3 “scnee” is not a kind of entry; did you mean scene?",
    ],
    [
      "two gates of a kind",
      "name: a\ntitle: A\ngates:\n  scene: { needs: [{ document: logline }], because: b }\n  scenes: { needs: [{ document: logline }], because: b }\nsteps: [{ id: a, name: A }]\n",
      "5:3 “scene” has a gate already; keep one.",
    ],
    [
      "a job of no sort",
      step("on_complete: [{ mail: me }]"),
      "6:19 This does not say which job it is; begin with one of: notify, webhook, sheets, bulk.",
    ],
    [
      "a script for an address",
      step("on_complete: [{ webhook: 'javascript:alert(1)' }]"),
      "6:30 Give a full address, as in https://example.com/hook.",
    ],
    [
      "a kind that bulk cannot make",
      step("on_complete: [{ bulk: props, count: 2 }]"),
      "6:27 “props” is not possible here; use one of: characters, locations, scenes, relationships, summaries, sheets.",
    ],
    [
      "bulk work that does not say how many to make",
      step("on_complete: [{ bulk: relationships }]"),
      "6:27 Say how many relationships to make, as in “count: 5”.",
    ],
    [
      "bulk work that chooses among what it makes",
      step("on_complete: [{ bulk: scenes, count: 2, of: all }]"),
      "6:45 “of” is not for scenes, which are made new; leave it out.",
    ],
    [
      "bulk work on a choice there is not",
      step("on_complete: [{ bulk: summaries, of: some }]"),
      "6:42 “some” is not possible here; use one of: missing, all.",
    ],
    [
      "too much bulk work",
      step("on_complete: [{ bulk: sheets, count: 1000 }]"),
      "6:42 The most that can stand here is 100; lower it.",
    ],
    [
      "sheets of nothing",
      step("on_complete: [{ sheets: charcter }]"),
      "6:29 “charcter” is not a kind of entry; did you mean character?",
    ],
    [
      "too many jobs",
      step(`on_complete: [${"{ sheets: scene }, ".repeat(11)}]`),
      "6:18 This list may have 10 items; take some out.",
    ],
  ])("%s", (_what, source, problem) => {
    expect(wrong(source)).toEqual([problem]);
  });

  test("a circle, by all its steps", () => {
    const [a, b, c] = ["a", "b", "c"].map(
      (id, at, ids) => `  - { id: ${id}, name: S, requires: [${ids.at(at - 1)}] }\n`,
    );
    expect(wrong(`${HEAD}${a}${b}${c}`)).toEqual([
      "5:34 These steps wait for one another: a → c → b → a; take one of the arrows out.",
    ]);
  });

  test("more steps than a workflow may have", () => {
    const steps = Array.from({ length: MAX_STEPS + 1 }, (_, at) => `  - { id: s${at}, name: S }\n`).join("");
    expect(wrong(HEAD + steps)).toEqual(["4:3 This list may have 200 items; take some out."]);
  });

  test("the same words are no mistake where the project has that kind", () => {
    expect(wrong(step("uses: [cars]"), OWN)).toEqual([]);
    expect(wrong(step("uses: [cars]"))).toHaveLength(1);
  });

  test("everything at once, in the order of the file", () => {
    const source = step(
      "requires: [nowhere]",
      "makes: [nothing]",
      "needs: [{ document: none }]",
      "branch: nobody",
    );
    expect(wrong(source).map((line) => line.split(":")[0])).toEqual(["6", "7", "8", "9"]);
  });
});
