import { type Document, LineCounter, parseDocument } from "yaml";
import { flawWords, TOO_DEEP, TOO_MANY_ALIASES } from "./flaw-words.ts";
import { positionOf } from "./position.ts";
import type { DefinitionProblem, Finding } from "./problem.ts";
import { firstAlias, MAX_ALIASES, strangeNodes } from "./strange-nodes.ts";

export const MAX_SOURCE_BYTES = 64 * 1024;
const MAX_PROBLEMS = 10;
/** Control characters, and what stands where bytes were no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
const BINARY = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFD]/;

/** A text read as plain data: text, numbers, yes and no, lists and maps, nothing that a tag could make. */
export type YamlReading =
  | { readonly ok: true; readonly value: unknown; readonly locate: (finding: Finding) => DefinitionProblem }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/** Reads YAML 1.2 (core schema). Never throws: what cannot be read is a problem with its line. */
export function readYaml(source: string): YamlReading {
  const bytes = source.length > MAX_SOURCE_BYTES ? source.length : new TextEncoder().encode(source).length;
  if (bytes > MAX_SOURCE_BYTES) return refused(tooLarge(bytes));
  if (!source.isWellFormed() || BINARY.test(source))
    return refused("This is not a text file; save the definition as plain text (UTF-8) and send it again.");
  try {
    return readText(source);
  } catch (error) {
    if (error instanceof RangeError) return refused(TOO_DEEP);
    throw error;
  }
}

export const tooLarge = (bytes: number): string =>
  `A definition may have ${MAX_SOURCE_BYTES / 1024} KB and this has ${Math.ceil(bytes / 1024)} KB; leave out what is not a step.`;

const refused = (message: string): YamlReading => ({
  ok: false,
  problems: [{ line: 1, column: 1, message }],
});

function readText(source: string): YamlReading {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    schema: "core",
    merge: false,
    resolveKnownTags: false,
    // Told apart in strangeNodes: the reader compares every key with every other.
    uniqueKeys: false,
    stringKeys: true,
    logLevel: "error",
  });
  const problem = (offset: number, message: string): DefinitionProblem => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), message };
  };
  const flaws = [...document.errors, ...document.warnings].map((flaw) =>
    problem(flaw.pos[0], flawWords(flaw)),
  );
  const wrong =
    flaws.length > 0 ? oneALine(flaws) : strangeNodes(document).map(([at, message]) => problem(at, message));
  if (wrong.length > 0) return { ok: false, problems: wrong.slice(0, MAX_PROBLEMS) };
  const read = plainValue(document);
  if (!read) return { ok: false, problems: [problem(firstAlias(document) ?? 0, TOO_MANY_ALIASES)] };
  return {
    ok: true,
    value: read.value,
    locate: (finding) => problem(positionOf(document, source, finding), finding.message),
  };
}

/** Undefined when aliases make more of the text than it is. */
function plainValue(document: Document.Parsed): { readonly value: unknown } | undefined {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** One slip makes the reader stumble many times over: the first word on each line is the one that helps. */
const oneALine = (problems: readonly DefinitionProblem[]): DefinitionProblem[] =>
  problems.filter(({ line }, index) => problems.findIndex((other) => other.line === line) === index);
