import { pluralOf } from "../../../domain/bible/kind-words.ts";
import { type EntryKind, isBuiltIn, KIND_FIELDS } from "../../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../../domain/bible/project-schema.ts";
import { kindsOf, resolveKind } from "../../../domain/bible/schema-words.ts";
import { COUNTED_VALUES } from "../../../domain/bible/tallies.ts";
import { DOCUMENT_KINDS, type DocumentKind } from "../../../domain/project.ts";
import { notKnown } from "./did-you-mean.ts";
import type { Report } from "./problem.ts";

/** The kind of entry that a word means, plural or not; reports one that the project does not have. */
export function kindOf(word: string, schema: ProjectSchema, report: Report): EntryKind | undefined {
  const kind = resolveKind(word, schema);
  if (kind === undefined) {
    const names = kindsOf(schema).flatMap((each) => [each, pluralOf(each, schema)]);
    const near = notKnown(word, "a kind of entry", names);
    report({
      path: [],
      message: near.endsWith("?") ? near : notKnown(word, "a kind of entry", kindsOf(schema)),
    });
  }
  return kind;
}

export function documentOf(word: string, report: Report): DocumentKind | undefined {
  const document = DOCUMENT_KINDS.find((each) => each === word.toLowerCase());
  if (!document) report({ path: [], message: notKnown(word, "a document", DOCUMENT_KINDS) });
  return document;
}

/** The field and value of a `where`: only fields whose values the stores count apart. */
export function whereOf(
  kind: EntryKind,
  where: Readonly<Record<string, string>>,
  report: Report,
): { field: string; value: string } | undefined {
  const [pair, second] = Object.entries(where);
  if (!pair || second) {
    report({ path: [], message: "“where” takes one field and its value; write it as { role: lead }." });
    return undefined;
  }
  const [field, written] = pair;
  const counted = isBuiltIn(kind) ? (COUNTED_VALUES[kind] ?? []) : [];
  if (!counted.includes(field)) {
    report({ path: [field], atKey: true, message: notKnown(field, `counted for a ${kind}`, counted) });
    return undefined;
  }
  const values = valuesOf(kind, field);
  const value = values.find((each) => each.toLowerCase() === written.trim().toLowerCase());
  if (value === undefined) report({ path: [field], message: notKnown(written, `a ${field}`, values) });
  return value === undefined ? undefined : { field, value };
}

/** The values that a built-in field allows, for one that has a fixed list. */
function valuesOf(kind: EntryKind, field: string): readonly string[] {
  if (!isBuiltIn(kind)) return [];
  const shape: Readonly<Record<string, unknown>> = KIND_FIELDS[kind].shape;
  const type = shape[field] as { unwrap?: () => { options?: readonly string[] } } | undefined;
  return type?.unwrap?.().options ?? [];
}
