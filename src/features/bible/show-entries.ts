import { slashOf } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { cardFields, countWords, relationshipLine, summaryLine } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { focusOn } from "../../domain/bible/focus.ts";
import { aKind, kindLabel } from "../../domain/bible/kind-words.ts";
import { countOf, type EntryKind } from "../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { kindsOf } from "../../domain/bible/schema-words.ts";
import { schemaOf } from "../../domain/project.ts";
import { checkGate } from "../../domain/workflow/gate.ts";
import { entryOffers, stateWords } from "./entry-state-words.ts";
import { findEntry } from "./find-entry.ts";
import type { BibleParts } from "./parts.ts";
import { marksOf, staleOffers, withStale } from "./stale-card.ts";

const LIST_LIMIT = 25;
const LINKED_LIMIT = 60;

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
  const marks = await marksOf(parts, entry);
  const own = schemaOf(turn.project);
  const offers = [
    ...(kindsOf(own).includes(kind) ? entryOffers(entry, turn.person.role) : []),
    ...staleOffers(entry, marks),
  ];
  return {
    blocks: [
      withStale(cardOf(entry, linked, own), marks),
      ...(offers.length > 0 ? [{ type: "offers" as const, offers }] : []),
    ],
    memory: { focus: focusOn(turn.session.memory.focus, [entry]) },
  };
}

function cardOf(entry: Entry, linked: readonly Entry[], own: ProjectSchema): DraftBlock {
  const ties = linked.filter((other) => other.kind === "relationship").map((tie) => relationshipLine(tie));
  const scenes = linked.filter((other) => other.kind === "scene").map((scene) => scene.name);
  return {
    type: "card",
    title: entry.name,
    subtitle: `${kindLabel(entry.kind, own)}, ${stateWords(entry)}`,
    fields: [
      ...cardFields(entry, own),
      ...(ties.length > 0 ? [{ name: "Relationships", value: ties.join("; ") }] : []),
      ...(scenes.length > 0 ? [{ name: "Scenes", value: scenes.join("; ") }] : []),
      ...(entry.operation_id === undefined
        ? []
        : [{ name: "Made by", value: `bulk work, /jobs ${entry.operation_id}` }]),
    ],
    entry_id: entry.id,
    kind: entry.kind,
  };
}

function howToAdd(turn: Turn, kind: EntryKind, own: ProjectSchema): DraftBlock[] {
  const gate = checkGate(turn, kind);
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
