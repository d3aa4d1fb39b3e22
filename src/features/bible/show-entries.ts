import { COMMAND_KINDS, editOffer } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Change } from "../../domain/bible/change.ts";
import { cardFields, countWords, relationshipLine, summaryLine } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { focusOn } from "../../domain/bible/focus.ts";
import { countOf, type EntryKind } from "../../domain/bible/kinds.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import { checkGate } from "../../domain/workflow/gate.ts";
import { findEntry } from "./find-entry.ts";
import type { BibleParts } from "./parts.ts";

const LIST_LIMIT = 25;
const LINKED_LIMIT = 60;
const HISTORY_LIMIT = 20;

/** The first entries of a kind, one line each, and how many more there are. */
export async function listEntries(parts: BibleParts, turn: Turn, kind: EntryKind): Promise<Outcome> {
  const total = countOf(turn.counts, kind);
  if (total === 0)
    return {
      blocks: [{ type: "text", text: `This film has ${countWords(0, kind)} yet.` }, ...howToAdd(turn, kind)],
    };
  const entries = await parts.bible.list(turn.project.id, { kind, limit: LIST_LIMIT });
  const rest = total - entries.length;
  const more = rest > 0 ? [`… and ${rest} more; type /${kind} and a name to see one`] : [];
  return {
    blocks: [{ type: "list", title: countWords(total, kind), items: [...entries.map(summaryLine), ...more] }],
  };
}

/** All that is known of one entry, with who it is tied to and where it appears. */
export async function showEntry(
  parts: BibleParts,
  turn: Turn,
  kind: EntryKind,
  ref: string,
): Promise<Outcome> {
  const entry = await findEntry(parts, turn, kind, ref);
  const linked = await parts.bible.linkedTo([entry.id], LINKED_LIMIT);
  const offers = COMMAND_KINDS.includes(kind)
    ? [{ type: "offers" as const, offers: [editOffer(entry)] }]
    : [];
  return {
    blocks: [cardOf(entry, linked), ...offers],
    memory: { focus: focusOn(turn.session.memory.focus, [entry]) },
  };
}

/** The latest changes, newest first: of one entry, or of the project. */
export async function showHistory(
  parts: BibleParts,
  turn: Turn,
  kind: EntryKind,
  ref: string,
): Promise<Outcome> {
  const entry = ref.trim() === "" ? undefined : await findEntry(parts, turn, kind, ref);
  const filter = { project_id: turn.project.id, ...(entry ? { entry_id: entry.id } : {}) };
  const changes = await parts.bible.history(filter, HISTORY_LIMIT);
  const title = `The latest changes ${entry ? `to ${entry.name}` : "in this project"}`;
  if (changes.length === 0)
    return {
      blocks: [
        { type: "text", text: "Nothing has been written to this bible yet. Say who the film is about." },
      ],
    };
  return { blocks: [{ type: "list", title, items: changes.map(changeLine) }] };
}

function cardOf(entry: Entry, linked: readonly Entry[]): DraftBlock {
  const ties = linked.filter((other) => other.kind === "relationship").map(relationshipLine);
  const scenes = linked.filter((other) => other.kind === "scene").map((scene) => scene.name);
  return {
    type: "card",
    title: entry.name,
    subtitle: `${entry.kind}, ${entry.status}`,
    fields: [
      ...cardFields(entry),
      ...(ties.length > 0 ? [{ name: "Relationships", value: ties.join("; ") }] : []),
      ...(scenes.length > 0 ? [{ name: "Scenes", value: scenes.join("; ") }] : []),
    ],
    entry_id: entry.id,
    kind: entry.kind,
  };
}

function howToAdd(turn: Turn, kind: EntryKind): DraftBlock[] {
  const gate = checkGate(turn.project, turn.counts, kind);
  if (!gate.ok)
    return [
      { type: "text", text: gate.reason },
      { type: "offers", offers: gate.offers },
    ];
  const words =
    kind === "scene"
      ? "Begin a message with a slug line, like INT. DINER - NIGHT."
      : `Say “create a ${kind} named …”, or type /${kind} create.`;
  return [{ type: "text", text: words }];
}

/** "2026-08-01 10:00 ana: Sarah updated (age 28 → 29)". */
function changeLine(change: Change): string {
  const when = change.at.slice(0, 16).replace("T", " ");
  const fields = Object.entries(change.fields).map(([field, { before, after }]) => {
    const now = after === undefined ? "nothing" : valueText(after);
    return `${field.replaceAll("_", " ")} ${before === undefined ? "" : `${valueText(before)} → `}${now}`;
  });
  const what = fields.length > 0 ? ` (${fields.join(", ")})` : "";
  return `${when} ${change.by}: ${change.name} ${change.action}${what}${change.undone ? ", undone" : ""}`;
}
