import { describe, expect, test } from "vitest";
import { EntryKind } from "../../../../../src/domain/bible/kinds.ts";
import { EMPTY_SCHEMA, type ProjectSchema } from "../../../../../src/domain/bible/project-schema.ts";
import type { GuardFacts } from "../../../../../src/domain/workflow/definition.ts";
import { compileWorkflow } from "../../../../../src/features/plan/definition/compile-workflow.ts";

/** Names that a careless reader would look up in an object. */
const OWN: ProjectSchema = {
  ...EMPTY_SCHEMA,
  kinds: ["constructor", "package"].map((name) => ({
    name: EntryKind.parse(name),
    label: name,
    plural: `${name}s`,
    aliases: [],
  })),
};

const FACTS: GuardFacts = {
  film: { title: "Night Shift", format: "short" },
  count: { character: 2, scene: 0, package: 1 },
  confirmed: { character: 1 },
  words: { logline: 24 },
  done: ["lock", "call-sheet"],
};

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A file whose guard begins in line 8, column 12, after its quote. */
const guarded = (that: string, schema = EMPTY_SCHEMA) =>
  compileWorkflow(
    `name: a\ntitle: A\nsteps:\n  - { id: lock, name: L }\n  - id: b\n    name: B\n    guard:\n     that: ${quoted(that)}\n     because: b\n`,
    { schema },
  );

function guardOf(that: string, schema = EMPTY_SCHEMA) {
  const compiled = guarded(that, schema);
  if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join("\n"));
  const guard = compiled.definition.steps[1]?.guard;
  if (!guard) throw new Error("no guard");
  return guard;
}

function wrong(that: string): string[] {
  const compiled = guarded(that);
  return compiled.ok
    ? []
    : compiled.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("a guard", () => {
  test.each<[string, boolean]>([
    ["count.character >= 2", true],
    ["count.character > 2", false],
    ["count.character + count.scene == 2", true],
    ["count.scene == 0 && confirmed.character < 2", true],
    ["count.character >= 1.5", true],
    ["count.prop == 0", true],
    ["confirmed.scene == 0", true],
    ["words.logline > 20 || words.synopsis > 0", true],
    ["words.synopsis > 0", false],
    ['"lock" in done', true],
    ['!("lock" in done)', false],
    ['["lock", "b"].all(step, step in done)', false],
    ['done.exists(step, step.startsWith("call"))', true],
    ["size(done) == 2", true],
    ['film.format == "short"', true],
    ['film.format in ["feature", "series"]', false],
    ['film.title.contains("Night") ? true : false', true],
    ["true", true],
    // What fails does not hold, whatever stands around it.
    ["count.character / count.scene > 0", false],
    ["count.character % count.scene == 0", false],
    ["9223372036854775807 + count.character > 0", false],
  ])("%s is %s", (that, holds) => {
    expect(guardOf(that).holds(FACTS)).toBe(holds);
  });

  test("knows the project's own kinds by whatever name", () => {
    expect(guardOf("count.constructor == 0", OWN).holds(FACTS)).toBe(true);
    expect(guardOf("count.package == 1 && count.character == 2", OWN).holds(FACTS)).toBe(true);
  });

  test("sees the facts as they are when it is asked", () => {
    const guard = guardOf('count.scene >= 3 && "b" in ["b"]');
    expect(guard.holds(FACTS)).toBe(false);
    expect(guard.holds({ ...FACTS, count: { ...FACTS.count, scene: 3 } })).toBe(true);
    expect(guard.holds({ ...FACTS, count: { scene: Number.NaN } })).toBe(false);
  });

  test("keeps its source, trimmed", () => {
    expect(guardOf("  true ").source).toBe("true");
  });
});

describe("an expression that is wrong is refused where it is wrong", () => {
  const PAIRS = "compare whole numbers with whole numbers and words in quotes with words.";
  const READ = 'write it as in count.character >= 2 && "logline" in done.';
  const USED = "use one of: size, startsWith, endsWith, contains, all, exists.";
  test.each<[string, string]>([
    ["", "8:12 An expression has 1 to 500 characters; write it shorter, or remove it."],
    [
      `true${" || true".repeat(80)}`,
      "8:12 An expression has 1 to 500 characters; write it shorter, or remove it.",
    ],
    ["count.character >", `8:30 The expression cannot be read here (Unexpected token: EOF); ${READ}`],
    ["count.character => 2", `8:29 The expression cannot be read here (Unexpected character: =); ${READ}`],
    ["counts.character > 1", "8:13 “counts” is not known in an expression; did you mean count?"],
    ["true && count.charcter > 1", "8:27 “charcter” is not known here; did you mean character?"],
    ["words.logine > 1", "8:19 “logine” is not known here; did you mean logline?"],
    ["film.director == 1", "8:18 “director” is not known here; use one of: title, format."],
    ["film.__proto__ == 1", "8:18 “__proto__” is not known here; use one of: title, format."],
    ["process.exit(1)", `8:13 “exit” is not a function here; did you mean exists?`],
    [
      "count.character",
      "8:13 This gives no yes or no; compare it with something, as in count.character >= 2.",
    ],
    ["film.title", "8:13 This gives no yes or no; compare it with something, as in count.character >= 2."],
    ["film.title == 3", `8:13 “film.title == 3” mixes what does not go together (string == int); ${PAIRS}`],
    [
      "count.scene && true",
      `8:13 The expression cannot be read here (Logical operator requires bool operands, got 'int'); ${READ}`,
    ],
    ['"lokc" in done', "8:13 “lokc” is not a step of this file; did you mean lock?"],
    ['film.title.matches("(a+)+$")', `8:13 “matches” is not a function here; ${USED}`],
    ["done.all(a, done.all(b, a == b))", "8:25 One “all” or “exists” cannot stand within another; split it."],
    ['count["scene"] > 1', "8:13 Brackets do not look things up here; write it as count.scene."],
    [
      `${"(".repeat(40)}true${")".repeat(40)}`,
      "8:25 The expression is too long or too deep; split it, or say less.",
    ],
    [`${"!".repeat(99)}true`, "8:32 The expression is too long or too deep; split it, or say less."],
  ])("%j", (that, problem) => {
    expect(wrong(that)).toEqual([problem]);
  });

  test("a branch is asked before anything is done", () => {
    const source = `name: a\ntitle: A\nsteps:\n  - id: a\n    name: A\n    branch: film.format == "short" && "a" in done\n`;
    expect(compileWorkflow(source, { schema: EMPTY_SCHEMA })).toEqual({
      ok: false,
      problems: [
        { line: 6, column: 46, message: "A branch cannot look at done steps; use a guard for that." },
      ],
    });
  });
});
