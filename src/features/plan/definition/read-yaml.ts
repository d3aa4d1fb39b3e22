import {
  type Document,
  isCollection,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import { positionOf } from "./position.ts";
import type { DefinitionProblem, Finding } from "./problem.ts";

export const MAX_SOURCE_BYTES = 64 * 1024;
/** A definition needs 7 levels; what is far deeper is no definition. */
const MAX_DEPTH = 24;
/** How often anchors may be repeated, what they hold counted in. */
const MAX_ALIASES = 50;
const MAX_PROBLEMS = 50;

/** A text read as plain data: text, numbers, yes and no, lists and maps, nothing that a tag could make. */
export type YamlReading =
  | { readonly ok: true; readonly value: unknown; readonly locate: (finding: Finding) => DefinitionProblem }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/** Reads YAML 1.2 (core schema). Never throws: what cannot be read is a problem with its line. */
export function readYaml(source: string): YamlReading {
  const bytes = new TextEncoder().encode(source).length;
  if (bytes > MAX_SOURCE_BYTES) return refused(tooLarge(bytes));
  if (/[^\t\n\r\u0020-\uFFFF]|[\u007F-\u0084\u0086-\u009F]|\uFFFD/u.test(withoutPairs(source)))
    return refused("This is not a text file; save the definition as plain text (UTF-8) and send it again.");
  const lines = new LineCounter();
  try {
    return readText(source, lines);
  } catch (error) {
    if (error instanceof RangeError) return refused(TOO_DEEP);
    if (error instanceof ReferenceError)
      return refused("Aliases (*name) repeat too much here; write the steps out instead.");
    throw error;
  }
}

export const tooLarge = (bytes: number): string =>
  `A definition may have ${MAX_SOURCE_BYTES / 1024} KB and this has ${Math.ceil(bytes / 1024)} KB; leave out what is not a step.`;

const refused = (message: string): YamlReading => ({
  ok: false,
  problems: [{ line: 1, column: 1, message }],
});

/** Signs beyond the first plane are two code units each, which a test of single ones would take for broken text. */
const withoutPairs = (source: string): string => source.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, "x");

function readText(source: string, lines: LineCounter): YamlReading {
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    schema: "core",
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: true,
    stringKeys: true,
    logLevel: "silent",
  });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const flaws = [...document.errors, ...document.warnings];
  if (flaws.length > 0) return { ok: false, problems: flaws.slice(0, MAX_PROBLEMS).map(inWords) };
  const strange = strangeNodes(document);
  if (strange.length > 0)
    return {
      ok: false,
      problems: strange.slice(0, MAX_PROBLEMS).map(([to, message]) => ({ ...at(to), message })),
    };
  return {
    ok: true,
    value: document.toJS({ maxAliasCount: MAX_ALIASES }),
    locate: (finding) => ({ ...at(positionOf(document, source, finding)), message: finding.message }),
  };

  function inWords(error: YAMLError): DefinitionProblem {
    return { ...at(error.pos[0]), message: flawWords(error) };
  }
}

function flawWords({ code, message }: YAMLError): string {
  switch (code) {
    case "DUPLICATE_KEY":
      return "This key stands twice in the same place; keep one of them.";
    case "TAB_AS_INDENT":
      return "Tabs cannot indent here; use spaces.";
    case "BAD_INDENT":
      return "The indentation does not fit the lines above; line it up with its neighbours.";
    case "MULTIPLE_DOCS":
      return "The file holds more than one document; remove everything from the “---” on.";
    case "TAG_RESOLVE_FAILED":
      return NO_TAGS;
    case "NON_STRING_KEY":
      return "Only words can be keys here; put it in quotes.";
    default:
      return `The file cannot be read from here on (${message.replace(/\.$/, "")}); check quotes, colons and spaces.`;
  }
}

const TOO_DEEP = "This is nested too deeply to be a workflow; take the brackets out.";
const NO_TAGS = "Tags (words after “!”) are not used here; remove the tag.";

/** What YAML allows and a definition has no use for, by its place in the text. */
function strangeNodes(document: Document.Parsed): [offset: number, message: string][] {
  const found: [number, string][] = [];
  if (document.directives.yaml.explicit)
    found.push([0, "Lines that begin with “%” are not used here; remove them."]);
  visit(document, (_key, node, path) => {
    if (isPair(node)) {
      if (isScalar(node.key) && node.key.value === "__proto__")
        found.push([node.key.range?.[0] ?? 0, "“__proto__” cannot be a key; remove it."]);
    } else if ((isScalar(node) || isCollection(node)) && node.tag !== undefined) {
      found.push([node.range?.[0] ?? 0, NO_TAGS]);
    }
    if (path.length <= MAX_DEPTH * 2) return undefined;
    found.push([isCollection(node) ? (node.range?.[0] ?? 0) : 0, TOO_DEEP]);
    return visit.BREAK;
  });
  return found;
}
