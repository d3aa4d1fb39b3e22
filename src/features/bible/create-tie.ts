import type { Outcome } from "../../chat/outcome.ts";
import { savedReply } from "../../chat/saved-reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { relationshipLine } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { RELATIONSHIP_TYPES } from "../../domain/bible/kinds.ts";
import { linkedIds } from "../../domain/bible/links.ts";
import { loadKnown } from "../../domain/bible/load-known.ts";
import { lookupKeys } from "../../domain/bible/name-index.ts";
import { type RelationshipType, relationshipName, relationshipNames } from "../../domain/bible/relations.ts";
import { UserError } from "../../domain/errors.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Statement } from "../../domain/reading/reading.ts";
import { wordList } from "../../lib/word-list.ts";
import { applyOrRefuse } from "./apply-or-refuse.ts";
import { createForm } from "./entry-form.ts";
import { findEntry } from "./find-entry.ts";
import type { BibleParts } from "./parts.ts";
import { byField, readFields } from "./read-fields.ts";
import { readTie, typeNamed, typeNear } from "./read-tie.ts";

const NOWHERE = { start: 0, end: 0 };
const TWIN_LIMIT = 50;
const EXAMPLE = "/relationship create Sarah sibling John";

interface Said {
  readonly from: string;
  readonly type: RelationshipType;
  readonly to: string;
  readonly rest: Readonly<Record<string, string>>;
}

/** Ties two characters who are in the bible, from a command's words ("Sarah", "sibling John secret=yes") or a form's values. Without any it asks with a form. */
export async function createTie(
  parts: BibleParts,
  turn: Turn,
  name: string,
  fields: string | Readonly<Record<string, string>>,
): Promise<Outcome> {
  const own = schemaOf(turn.project);
  const said = sayIt(turn, name, fields);
  if (said === undefined) return { blocks: [createForm("relationship", own)] };
  const from = await findEntry(parts, turn, "character", said.from);
  const to = await findEntry(parts, turn, "character", said.to);
  if (from.id === to.id)
    throw new UserError(
      "invalid",
      `${from.name} cannot be the ${said.type} of ${from.name}.`,
      "Name two different characters.",
    );
  await refuseTwin(parts, turn, from, to, said.type);
  const span = { start: 0, end: turn.message?.text.length ?? 0 };
  const values = { from: from.name, type: said.type, to: to.name, ...said.rest };
  const statement: Statement = {
    type: "entry",
    kind: "relationship",
    subject: { name: relationshipName(from.name, to.name, said.type), ...NOWHERE },
    explicit: true,
    fields: Object.entries(values).map(([field, value]) => ({ field, value, ...span })),
    span,
  };
  const known = [...(await loadKnown(parts.bible, turn.project.id, [statement])), from, to];
  const applied = applyOrRefuse(parts, turn, statement, known);
  return savedReply(turn, { ...applied, known });
}

/** Undefined when nothing was said, and a form is to ask. Throws a UserError for what says no tie. */
function sayIt(
  turn: Turn,
  name: string,
  fields: string | Readonly<Record<string, string>>,
): Said | undefined {
  const own = schemaOf(turn.project);
  const read =
    typeof fields === "string"
      ? readFields(`${name} ${fields}`, "relationship", own)
      : { words: name, values: byField(fields, "relationship", own) };
  const { name: _made, from = "", type = "", to = "", ...others } = read.values;
  const rest = Object.fromEntries(Object.entries(others).filter(([, value]) => value.trim() !== ""));
  if (read.words.trim() === "" && `${from}${type}${to}`.trim() === "") return undefined;
  const tie = readTie(read.words);
  const named = { from: from || tie?.from, type: typeNamed(type) ?? tie?.type, to: to || tie?.to };
  if (named.from && named.type && named.to) return { from: named.from, type: named.type, to: named.to, rest };
  const near = typeNear(type || read.words);
  throw new UserError(
    "bad_request",
    "I could not read who is what to whom.",
    near === undefined
      ? `Type it like this: ${EXAMPLE}. I know ${wordList(RELATIONSHIP_TYPES)}.`
      : `Did you mean ${near}? Type it like this: ${EXAMPLE}.`,
  );
}

/** The same tie, from either side, is there once. */
async function refuseTwin(
  parts: BibleParts,
  turn: Turn,
  from: Entry,
  to: Entry,
  type: RelationshipType,
): Promise<void> {
  const keys = relationshipNames(from.name, to.name, type).flatMap(lookupKeys);
  const twins = await parts.bible.byKeys(turn.project.id, keys, TWIN_LIMIT);
  const twin = twins.find(
    (entry) =>
      entry.kind === "relationship" && [from.id, to.id].every((end) => linkedIds(entry).includes(end)),
  );
  if (!twin) return;
  throw new UserError(
    "conflict",
    `${relationshipLine(twin)}: that is in the bible already.`,
    `To change it, type /relationship edit ${twin.name}`,
  );
}
