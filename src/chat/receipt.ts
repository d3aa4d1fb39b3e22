import type { Change } from "../domain/bible/change.ts";
import { inOrder, relationshipLine } from "../domain/bible/describe.ts";
import type { Entry } from "../domain/bible/entry.ts";
import { fieldWords } from "../domain/bible/kind-words.ts";
import type { ProjectSchema } from "../domain/bible/project-schema.ts";
import { wordList } from "../lib/word-list.ts";
import type { ReceiptBlock } from "./reply.ts";

/** How many names or ties a headline tells before it counts the rest. */
const NAMED = 4;

/** What changes wrote, one line an entry. A change of links alone says nothing to a reader and has no line. */
export function receiptOf(changes: readonly Change[], own?: ProjectSchema): ReceiptBlock {
  const told = changes.filter(
    (change) => change.action !== "updated" || Object.keys(change.fields).length > 0,
  );
  return { type: "receipt", lines: told.map((change) => lineOf(change, own)) };
}

function lineOf(change: Change, own: ProjectSchema | undefined): ReceiptBlock["lines"][number] {
  const shown = Object.keys(change.fields).filter((field) => !saidByName(change, field));
  return {
    action: change.action,
    kind: change.kind,
    name: change.name,
    entry_id: change.entry_id,
    change_id: change.id,
    fields: inOrder(change.kind, shown, own).map((field) => ({
      name: fieldWords(field, change.kind, own),
      ...change.fields[field],
    })),
  };
}

/** A name is the line itself unless it is new; a scene's holds its heading, and a relationship's its ends and type. */
function saidByName({ action, kind, name, fields }: Change, field: string): boolean {
  if (kind === "relationship")
    return field === "name" || (action === "created" && /^(from|to|type)$/.test(field));
  if (action !== "created") return false;
  const value = fields[field]?.after;
  return (
    field === "name" || (kind === "scene" && HEADING_FIELDS.includes(field) && name.includes(String(value)))
  );
}

const HEADING_FIELDS: readonly string[] = ["heading", "int_ext", "set", "time_of_day"];

/** The changes in a sentence or two, as a colleague would say them; `known` are those whom ties may be between. Empty when there are none. */
export function headlineOf(changes: readonly Change[], known: readonly Entry[] = []): string {
  const of = (action: Change["action"]) => changes.filter((change) => change.action === action);
  const merged = of("merged");
  const partOf = (change: Change) => merged.some((into) => into.kind === change.kind);
  const renamed =
    merged.length > 0
      ? []
      : of("updated").filter((change) => change.kind !== "relationship" && change.fields.name);
  const removed = of("removed").filter((change) => change.kind !== "relationship" && !partOf(change));
  const carried = renamed.length + removed.length + merged.length > 0;
  const updated = carried ? [] : of("updated").filter((change) => Object.keys(change.fields).length > 0);
  const sentences = [
    list(
      "Added",
      of("created").filter((change) => change.kind !== "relationship"),
    ),
    ...ties(of("created"), [...changes.flatMap(({ after }) => after ?? []), ...known]),
    list("Brought back", of("restored")),
    ...renamed.map((change) => `${bold(change.fields.name?.before)} is ${bold(change.name)} now.`),
    ...joined(merged, of("removed").filter(partOf)),
    list("Removed", removed.length + merged.length > 0 ? removed : of("removed")),
    list("Updated", updated),
    carried
      ? elsewhere(changes.filter((change) => !renamed.includes(change) && change.action === "updated"))
      : "",
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

const bold = (name: unknown) => `**${String(name)}**`;

function list(verb: string, changes: readonly Change[]): string {
  if (changes.length === 0) return "";
  const names = changes.map((change) => bold(change.name));
  return `${verb} ${wordList(names, NAMED)}.`;
}

/** "Jon is part of John now." */
function joined(merged: readonly Change[], gone: readonly Change[]): string[] {
  if (merged.length === 0) return [];
  const [names, into] = [gone, merged].map((changes) =>
    wordList(
      changes.map(({ name }) => bold(name)),
      NAMED,
    ),
  );
  return [`${names} ${gone.length === 1 ? "is" : "are"} part of ${into} now.`];
}

function ties(created: readonly Change[], people: readonly Entry[]): string[] {
  const made = created
    .filter((change) => change.kind === "relationship")
    .flatMap((change): Entry[] => (change.after ? [change.after] : []));
  const told = made.slice(0, NAMED).map((entry) => `${relationshipLine(entry, { people })}.`);
  return made.length > NAMED ? [...told, `And ${made.length - NAMED} more.`] : told;
}

const elsewhere = (carried: readonly Change[]): string =>
  carried.length === 0
    ? ""
    : `I carried that over to ${carried.length === 1 ? carried[0]?.name : `${carried.length} other entries`}.`;
