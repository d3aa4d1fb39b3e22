import { slashOf } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { refused } from "../../chat/refused.ts";
import { savedReply } from "../../chat/saved-reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { aKind } from "../../domain/bible/kind-words.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { loadKnown } from "../../domain/bible/load-known.ts";
import { createNameIndex } from "../../domain/bible/name-index.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { tellNear } from "../../domain/bible/tell-near.ts";
import { UserError } from "../../domain/errors.ts";
import { schemaOf } from "../../domain/project.ts";
import type { FieldReading, Span, Statement } from "../../domain/reading/reading.ts";
import { requireRole } from "../../domain/role.ts";
import { checkGate } from "../../domain/workflow/gate.ts";
import { applyOrRefuse } from "./apply-or-refuse.ts";
import { createTie } from "./create-tie.ts";
import { createForm } from "./entry-form.ts";
import { requireKind } from "./entry-kinds.ts";
import type { BibleParts } from "./parts.ts";
import { byField, readFields, readName, withHeading } from "./read-fields.ts";

/** Makes an entry from a command's words ("Maya", "age=54 occupation=surgeon") or a form's values. Without a name it asks with a form. */
export async function createEntry(
  parts: BibleParts,
  turn: Turn,
  kind: EntryKind,
  name: string,
  fields: string | Readonly<Record<string, string>>,
): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "change the bible");
  requireKind(turn, kind);
  const gate = checkGate(turn, kind);
  if (!gate.ok) return refused(gate);
  if (kind === "relationship") return createTie(parts, turn, name, fields);
  const own = schemaOf(turn.project);
  const said = sayIt(kind, name, fields, own);
  if (said.name === "") return askForName(kind, said.values, own);
  const statement = statementOf(kind, said, turn.message?.text ?? "");
  const known = await loadKnown(parts.bible, turn.project.id, [statement], nearby(turn));
  refuseTwin(known, kind, said.name, own);
  const applied = applyOrRefuse(parts, turn, statement, known);
  const notes = await tellNear(parts.bible, turn.project.id, applied);
  return savedReply(turn, { ...applied, notes, known });
}

/** A form with all that may be said; on platforms that show a form in parts, the part with the name comes first. */
function askForName(kind: EntryKind, values: Readonly<Record<string, string>>, own: ProjectSchema): Outcome {
  if (Object.keys(values).length === 0) return { blocks: [createForm(kind, own)] };
  throw new UserError(
    "bad_request",
    `I cannot make ${aKind(kind, own)} without a name.`,
    "Give the name first; the rest goes in with Edit.",
  );
}

function sayIt(
  kind: EntryKind,
  name: string,
  fields: string | Readonly<Record<string, string>>,
  own: ProjectSchema,
) {
  const read =
    typeof fields === "string"
      ? readFields(fields, kind, own)
      : { words: "", values: filled(byField(fields, kind, own)) };
  const words = [name, read.words].join(" ").trim() || (read.values.name ?? read.values.heading ?? "");
  const named = readName(kind, words);
  return { name: named.name, values: withHeading(kind, named.name, { ...named.values, ...read.values }) };
}

const filled = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""));

/** The words of the command prove each value that stands in them; the whole line proves the rest. */
function statementOf(kind: EntryKind, { name, values }: ReturnType<typeof sayIt>, text: string): Statement {
  const place = (value: string): Span => {
    const start = text.indexOf(value);
    return start < 0 ? { start: 0, end: text.length } : { start, end: start + value.length };
  };
  const fields = Object.entries(values).map(
    ([field, value]): FieldReading => ({ field, value, ...place(value) }),
  );
  return {
    type: "entry",
    kind,
    subject: { name, ...place(name) },
    explicit: true,
    fields,
    span: { start: 0, end: text.length },
  };
}

/** Scenes may share a heading; everyone else has a name of their own. */
function refuseTwin(known: readonly Entry[], kind: EntryKind, name: string, own: ProjectSchema): void {
  const twin = kind === "scene" ? undefined : createNameIndex(known).named(name, kind);
  if (!twin) return;
  throw new UserError(
    "conflict",
    `There is ${aKind(kind, own)} called ${twin.name} already.`,
    `Choose another name, or type ${slashOf(kind)} edit ${twin.name} to change that one.`,
  );
}

/** Scenes and props in focus may name the one that is made only now. */
const nearby = (turn: Turn): string[] =>
  turn.session.memory.focus
    .filter((each) => each.kind === "scene" || each.kind === "prop")
    .map((each) => each.entry_id);
