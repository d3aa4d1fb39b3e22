import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SHIPPED } from "../../../../../src/app/workflows.ts";
import { EMPTY_SCHEMA } from "../../../../../src/domain/bible/project-schema.ts";
import { compileWorkflow } from "../../../../../src/features/plan/definition/compile-workflow.ts";
import { MAX_SOURCE_BYTES } from "../../../../../src/features/plan/definition/read-yaml.ts";

const compile = (source: string) => compileWorkflow(source, { schema: EMPTY_SCHEMA });

function wrong(source: string): string[] {
  const compiled = compile(source);
  return compiled.ok ? [] : compiled.problems.map(({ line, message }) => `${line}: ${message}`);
}

const TOO_DEEP = "This is nested too deeply to be a workflow; take the brackets out.";
const TOO_MANY = "Aliases (*name) repeat too much here; write the steps out instead.";
const NO_TEXT = "This is not a text file; save the definition as plain text (UTF-8) and send it again.";
const NO_TAGS = "Tags (words after “!”) are not used here; remove the tag.";

describe("texts that are no definition are refused with a line and a reason", () => {
  const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"];
  for (const [name, of] of ["ba", "cb", "dc", "ed", "fe"])
    bomb.push(`${name}: &${name} [${`*${of}, `.repeat(9)}]`);
  test.each<[string, string, string]>([
    [
      "a megabyte",
      "x".repeat(1_048_576),
      "1: A definition may have 64 KB and this has 1024 KB; leave out what is not a step.",
    ],
    [
      "letters of many bytes",
      "é".repeat(MAX_SOURCE_BYTES / 2 + 1),
      "1: A definition may have 64 KB and this has 65 KB; leave out what is not a step.",
    ],
    ["aliases of aliases", bomb.join("\n"), `2: ${TOO_MANY}`],
    ["very many aliases", `a: &a 1\nb: [${"*a, ".repeat(10_000)}]`, `2: ${TOO_MANY}`],
    [
      "an alias of nothing",
      "name: *nobody",
      "1: This alias names nothing that stands before it; write out what it stands for.",
    ],
    ["an alias of itself", "name: a\nsteps: &a [*a]", "1: “title” is missing here; add it: text."],
    ["open brackets", "[".repeat(60_000), `1: ${TOO_DEEP}`],
    ["closed brackets", `${"[".repeat(2_000)}${"]".repeat(2_000)}`, `1: ${TOO_DEEP}`],
    ["maps in maps", `${"{a: ".repeat(500)}1${"}".repeat(500)}`, `1: ${TOO_DEEP}`],
    ["dashes in dashes", "- ".repeat(30_000), `1: ${TOO_DEEP}`],
    [
      "steps of indentation",
      Array.from({ length: 300 }, (_, at) => `${" ".repeat(at)}a:`).join("\n"),
      `24: ${TOO_DEEP}`,
    ],
    [
      "a bracket that stays open",
      "name: a\nsteps: [",
      "2: A bracket opened before this is not closed; close it with ] or }.",
    ],
    ["zeros", "\0".repeat(100), `1: ${NO_TEXT}`],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").toString("utf8"), `1: ${NO_TEXT}`],
    ["half a sign", "name: \ud800", `1: ${NO_TEXT}`],
    ["a tag", "name: !!binary aGk=\n", `1: ${NO_TAGS}`],
    ["a tag of one's own", "name: a\ntitle: !run rm\n", `2: ${NO_TAGS}`],
    [
      "a directive",
      "%YAML 1.1\n---\nname: yes\n",
      "1: Lines that begin with “%” are not used here; remove them.",
    ],
    [
      "two documents",
      "name: a\n---\nname: b\n",
      "2: The file holds more than one document; remove everything from the “---” on.",
    ],
    ["tabs", "name: a\nsteps:\n\t- id: a\n", "3: Tabs cannot indent here; use spaces."],
    ["the prototype", "name: a\n__proto__: { title: A }\n", "2: “__proto__” cannot be a key; remove it."],
    [
      "the prototype of a step",
      "name: a\nsteps:\n  - { id: a, __proto__: {} }\n",
      "3: “__proto__” cannot be a key; remove it.",
    ],
    ["a list as a key", "? [a]\n: b\n", "1: Only words can be keys here; put it in quotes."],
  ])("%s", (_what, source, problem) => {
    expect(wrong(source)[0]).toBe(problem);
  });

  test("an open quote leads to its place", () => {
    expect(wrong('name: a\ntitle: "A\n')[0]).toMatch(
      /^\d: The file cannot be read from here on \(Missing closing "quote\)/,
    );
  });

  test("what grows with the square of a text stays small", () => {
    const keys = Array.from({ length: 9_000 }, (_, at) => `k${at}:`).join("\n");
    expect(wrong(keys).length).toBeLessThan(10);
    expect(wrong(`{${"k, ".repeat(15_000)}}`).length).toBe(10);
  });
});

describe("for any text", () => {
  const film = SHIPPED.get("film")?.source ?? "";
  const isSound = (source: string): boolean => {
    const compiled = compile(source);
    const lines = source.split(/\r\n|\r|\n/).length;
    return compiled.ok
      ? compiled.definition.steps.length > 0
      : compiled.problems.length > 0 &&
          compiled.problems.every(
            ({ line, column, message }) => line >= 1 && line <= lines && column >= 1 && /[.?]$/.test(message),
          );
  };

  test("it answers with a definition or with places in the text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), isSound), { numRuns: 500 });
    const words = fc.constantFrom(
      ..."name title steps id : - { } [ ] , & * ! | > # ' \" % @ \n \t a 1 ~".split(" "),
      "\n  ",
      " ",
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 60 }).map((some) => some.join("")),
        isSound,
      ),
      { numRuns: 1_000 },
    );
  });

  test("a definition that somebody cut, doubled or wrote over is one or tells where it is not", () => {
    const place = fc.nat(film.length);
    const slip = fc.tuple(place, fc.nat(40), fc.string({ unit: "grapheme", maxLength: 12 }));
    fc.assert(
      fc.property(slip, ([at, gone, put]) => isSound(film.slice(0, at) + put + film.slice(at + gone))),
      { numRuns: 300 },
    );
  });

  test("an expression holds, does not, or is refused; it never throws", () => {
    const part = fc.constantFrom(
      ...'count.character confirmed.scene words.logline film.title film.format done && || ! ( ) == != < >= + - * / % in [ ] , ? : 1 0 2.5 true "lock" "a".size() done.exists(x, x.all(y, y)) null'.split(
        " ",
      ),
    );
    const facts = {
      film: { title: "T", format: "feature" },
      count: { character: 1 },
      confirmed: {},
      words: {},
      done: ["a"],
    };
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 9 }), (parts) => {
        const source = `name: a\ntitle: A\nsteps:\n  - id: lock\n    name: L\n    branch: ${JSON.stringify(parts.join(" "))}\n`;
        const compiled = compile(source);
        return compiled.ok
          ? typeof compiled.definition.steps[0]?.branch?.holds(facts) === "boolean"
          : compiled.problems.every(({ line, column }) => line === 6 && column >= 13);
      }),
      { numRuns: 1_000 },
    );
  });
});
