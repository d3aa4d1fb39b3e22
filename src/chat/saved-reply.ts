import type { Change } from "../domain/bible/change.ts";
import type { Entry } from "../domain/bible/entry.ts";
import { focusAfter } from "../domain/bible/focus.ts";
import type { EntryKind } from "../domain/bible/kinds.ts";
import type { Note } from "../domain/bible/note.ts";
import type { ProjectSchema } from "../domain/bible/project-schema.ts";
import type { Offer } from "../domain/choice.ts";
import { oneRecommended } from "../domain/one-recommended.ts";
import { schemaOf } from "../domain/project.ts";
import { filmAfter } from "../domain/workflow/film.ts";
import { checkGate } from "../domain/workflow/gate.ts";
import { evaluateWorkflow } from "../domain/workflow/workflow-view.ts";
import { addOffer, afterChange, madeByName, twinOffers } from "./entry-offers.ts";
import { noteText } from "./note-text.ts";
import type { Outcome } from "./outcome.ts";
import { headlineOf } from "./receipt.ts";
import { receiptBlocks } from "./receipt-blocks.ts";
import type { DraftBlock } from "./reply.ts";
import type { Turn } from "./turn.ts";

/** Next steps beside Edit, Undo and Details: five buttons fill one row on every platform. */
const MAX_NEXT = 2;
const MAX_ADD = 2;
/** Remarks told in full; many rows make many. */
const MAX_TOLD = 20;

export interface Saved {
  readonly changes: readonly Change[];
  readonly notes: readonly Note[];
  /** The entries read for the changes, for the session's focus. */
  readonly known: readonly Entry[];
  /** Said instead of the headline made from the changes. */
  readonly head?: string;
}

/** The outcome of a turn that wrote to the bible: one line, the receipt, what could not be written and why, and what can be done next. */
export function savedReply(turn: Turn, saved: Saved): Outcome {
  const { changes, notes, known } = saved;
  const film = filmAfter(turn, changes);
  const held = [...new Set(notes.flatMap((note) => (note.type === "withheld" ? [note.kind] : [])))];
  const gates = held.map((kind) => checkGate(film, kind)).filter((gate) => !gate.ok);
  const remarks = notes.filter((note) => note.type !== "withheld" || gates.length === 0);
  const told = [...new Set(remarks.map(noteText))];
  const more = told.length > MAX_TOLD ? [`And ${told.length - MAX_TOLD} more remarks like these.`] : [];
  const paragraphs = [...gates.map((gate) => gate.reason), ...told.slice(0, MAX_TOLD), ...more];
  const head = saved.head ?? headlineOf(changes, known);
  const spoken = addOffers(notes, schemaOf(turn.project));
  const adds = gates.length > 0 ? recommendFirst(spoken) : spoken;
  const twins = notes.flatMap((note) => (note.type === "twin" ? twinOffers(note) : []));
  const ways = gates.flatMap((gate) => [...gate.offers]);
  const next = changes.length > 0 && ways.length === 0 ? evaluateWorkflow(film).next : [];
  // What somebody must choose from to get on is explained where it stands.
  const asked = ways.length + twins.length > 0;
  const offers = tidy([
    ...adds,
    ...twins,
    ...ways,
    ...next.slice(0, Math.max(1, MAX_NEXT - adds.length - twins.length)),
    ...afterChange(changes, turn.id),
  ]);
  return {
    changes,
    blocks: [
      ...textBlock(head),
      ...receiptBlocks(changes, schemaOf(turn.project)),
      ...textBlock(paragraphs.join("\n")),
      ...(offers.length > 0
        ? [
            {
              type: "offers" as const,
              offers,
              moves: next.map(({ label }) => label),
              ...(asked ? {} : { brief: true }),
            },
          ]
        : []),
    ],
    memory: { focus: focusAfter(turn.session.memory.focus, changes, known) },
  };
}

const textBlock = (text: string): DraftBlock[] => (text === "" ? [] : [{ type: "text", text }]);

/** For names that were only spoken of: one press makes each an entry. */
function addOffers(notes: readonly Note[], own: ProjectSchema): Offer[] {
  const spoken = notes.flatMap((note): { kind: EntryKind; name: string }[] => {
    if (note.type === "withheld") return note.people.map((name) => ({ kind: "character", name }));
    if (note.type === "unlinked") return note.names.map((name) => ({ kind: note.kind, name }));
    if (note.type !== "unknown" || note.kind === undefined) return [];
    return madeByName(note.kind) ? [{ kind: note.kind, name: note.name }] : [];
  });
  return spoken.slice(0, MAX_ADD).map(({ kind, name }) => addOffer(kind, name, own));
}

const recommendFirst = (offers: readonly Offer[]): Offer[] =>
  offers.map((offer, index) => (index === 0 ? { ...offer, category: "recommended" } : offer));

/** Each action once, and at most one recommended: the first. */
const tidy = (offers: readonly Offer[]): Offer[] =>
  oneRecommended(
    [...Map.groupBy(offers, (offer) => JSON.stringify(offer.action)).values()].flatMap((same) =>
      same.slice(0, 1),
    ),
  );
