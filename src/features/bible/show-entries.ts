import { editOffer, slashOf } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Change } from "../../domain/bible/change.ts";
import { cardFields, countWords, relationshipLine, summaryLine } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { focusOn } from "../../domain/bible/focus.ts";
import { aKind, kindLabel } from "../../domain/bible/kind-words.ts";
import { countOf, type EntryKind } from "../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { kindsOf } from "../../domain/bible/schema-words.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import { schemaOf } from "../../domain/project.ts";
import { checkGate } from "../../domain/workflow/gate.ts";
import { findEntry } from "./find-entry.ts";
import type { BibleParts } from "./parts.ts";

const LIST_LIMIT = 25;
const LINKED_LIMIT = 60;
const HISTORY_LIMIT = 20;

const HOW_TO_ADD: Partial<Record<EntryKind, string>> = {
  scene: "Begin a message with a slug line, like INT. DINER - NIGHT.",
  relationship: "Say “Sarah and John are siblings”, or type /relationship create Sarah sibling John.",
};

/** The first entries of a kind, one line each, and how many more there are. */
export async function listEntries(parts: BibleParts, turn: Turn, kind: EntryKind): Promise<Outcome> {
  const own = schemaOf(turn.project);
  const total = countOf(turn.counts, kind);
  if (total === 0)
    return {
      blocks: [
        { type: "text", text: `This film has ${countWords(0, kind, own)} yet.` },
        ...howToAdd(turn, kind, own),
      ],
    };
  const entries = await parts.bible.list(turn.project.id, { kind, limit: LIST_LIMIT });
  const rest = total - entries.length;
  const more = rest > 0 ? [`… and ${rest} more; type ${slashOf(kind)} and a name to see one`] : [];
  const items = [...entries.map(summaryLine), ...more];
  return { blocks: [{ type: "list", title: countWords(total, kind, own), items }] };
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
  const own = schemaOf(turn.project);
  const offers = kindsOf(own).includes(kind) ? [{ type: "offers" as const, offers: [editOffer(entry)] }] : [];
  return {
    blocks: [cardOf(entry, linked, own), ...offers],
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

function cardOf(entry: Entry, linked: readonly Entry[], own: ProjectSchema): DraftBlock {
  const ties = linked.filter((other) => other.kind === "relationship").map(relationshipLine);
  const scenes = linked.filter((other) => other.kind === "scene").map((scene) => scene.name);
  return {
    type: "card",
    title: entry.name,
    subtitle: `${kindLabel(entry.kind, own)}, ${entry.status}`,
    fields: [
      ...cardFields(entry, own),
      ...(ties.length > 0 ? [{ name: "Relationships", value: ties.join("; ") }] : []),
      ...(scenes.length > 0 ? [{ name: "Scenes", value: scenes.join("; ") }] : []),
    ],
    entry_id: entry.id,
    kind: entry.kind,
  };
}

function howToAdd(turn: Turn, kind: EntryKind, own: ProjectSchema): DraftBlock[] {
  const gate = checkGate(turn.project, turn.counts, kind);
  if (!gate.ok)
    return [
      { type: "text", text: gate.reason },
      { type: "offers", offers: gate.offers },
    ];
  return [
    {
      type: "text",
      text: HOW_TO_ADD[kind] ?? `Say “create ${aKind(kind, own)} named …”, or type ${slashOf(kind)} create.`,
    },
  ];
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
