import { ABOUT_NO_FILM } from "../../chat/about-no-film.ts";
import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Frame } from "../../chat/frame.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { ownMessage } from "../../chat/own-message.ts";
import { plainText } from "../../chat/plain-text.ts";
import type { Block, DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { TurnRecord } from "../../chat/turn-record.ts";
import { publicChange } from "../../chat/turn-view.ts";
import type { Change } from "../../domain/bible/change.ts";
import type { Choice, Offer } from "../../domain/choice.ts";
import { type DocumentChange, rewrittenDocuments } from "../../domain/document-change.ts";
import { decides, ruleFor } from "../../domain/workflow/decides.ts";
import type { Ids } from "../../ports/ids.ts";

export interface ComposeInput {
  readonly turn: Turn;
  readonly outcome: Outcome;
  readonly at: string;
  readonly ids: Ids;
  readonly deliver: boolean;
  readonly press?: DrawnPress;
  readonly error?: TurnRecord["error"];
}

/** What a press does to the choices that are there, and the message that shows them, drawn anew. */
export interface DrawnPress {
  readonly pressed?: NonNullable<TurnRecord["pressed"]>;
  readonly round?: NonNullable<TurnRecord["round"]>;
  readonly message?: ChatMessage;
}

/** Makes the whole record of a turn out of what was decided: ids for offers and forms, the reply, the feed. */
export function composeRecord(input: ComposeInput): TurnRecord {
  const { turn, outcome, at } = input;
  const drawn = drawBlocks(input, outcome.blocks);
  const reply = replyOf(turn, drawn.blocks, at);
  const changes = (outcome.changes ?? []).map((change) => signed(turn, change));
  const updated = input.press?.message ? [input.press.message] : [];
  const given = outcome.sessions?.find((session) => session.id === turn.session.id);
  const current = given ?? turn.session;
  const documents = outcome.documents ?? rewritten(input);
  // Once something is written, an undo means that and no longer a change of the schema.
  const { schema_back, ...kept } = current.memory;
  const memory = changes.length + documents.length > 0 && schema_back !== undefined ? kept : current.memory;
  const session = { ...current, memory: { ...memory, ...outcome.memory }, last_message_at: at };
  return {
    turn_id: turn.id,
    event_id: turn.event.id,
    session,
    ...(given
      ? {}
      : { touches: true, ...(memory === current.memory && !outcome.memory ? { keeps: true } : {}) }),
    ...(turn.event.type === "message" ? { words: turn.event.text } : {}),
    changes,
    undone: outcome.undone ?? [],
    documents: documents.map((change) => signed(turn, change)),
    points: outcome.points ?? [],
    ...(outcome.stale ? { stale: outcome.stale } : {}),
    ...(outcome.project ? { project: outcome.project } : {}),
    ...(outcome.new_project ? { new_project: outcome.new_project } : {}),
    sessions: (outcome.sessions ?? []).filter((other) => other.id !== current.id),
    reply,
    updated_messages: updated,
    choices: drawn.choices,
    ...(input.press?.pressed ? { pressed: input.press.pressed } : {}),
    ...(input.press?.round ? { round: input.press.round } : {}),
    forms: drawn.forms,
    ...(outcome.operation ? { operation: outcome.operation } : {}),
    ...(outcome.definition
      ? {
          definition: signed(turn, {
            ...outcome.definition,
            project_id: turn.project.id,
            by: turn.person.id,
            at,
          }),
        }
      : {}),
    ...(outcome.hooks ? { hooks: outcome.hooks } : {}),
    ...(outcome.private ? { private: true } : {}),
    ...(outcome.opened ? { opened: true } : {}),
    frames: frames(updated, changes, outcome.private ? [] : [reply], outcome),
    deliver: input.deliver && !outcome.private && !outcome.opened,
    ...(input.error ? { error: input.error } : {}),
    ...(freesItsId(input) ? { again: true } : {}),
  };
}

const replyOf = (turn: Turn, blocks: ChatMessage["blocks"], at: string): ChatMessage =>
  ownMessage({
    id: turn.reply_id,
    session_id: turn.session.id,
    turn_id: turn.id,
    text: plainText(blocks),
    at,
    blocks,
  });

/** A press that used no choice up may come again under the same id, where that is not the press's own. */
const freesItsId = ({ turn: { event }, press, error }: ComposeInput): boolean =>
  event.type === "choice" && event.unique !== true && (error !== undefined || !press?.pressed);

/** With the name the person goes by, so that the history can say it without looking for it. */
const signed = <C extends { readonly by: string }>({ person: { id, name } }: Turn, change: C): C =>
  change.by === id && name !== undefined ? { ...change, by_name: name } : change;

/** Whoever puts new words into a paper of the project, the words before them are kept. */
export function rewritten({
  turn,
  outcome,
  at,
  ids,
}: Pick<ComposeInput, "turn" | "outcome" | "at" | "ids">): readonly DocumentChange[] {
  if (!outcome.project) return [];
  const author = {
    session_id: turn.session.id,
    turn_id: turn.id,
    by: turn.person.id,
    at,
    nextId: (kind: "change") => ids.next(kind),
  };
  return rewrittenDocuments(turn.project, outcome.project, author);
}

/** Of which film it is, people are told of none but what decides on its course. */
function publicChoice({ action, project_id, ...rest }: Choice): Omit<Choice, "action"> {
  const shown = rest.decides && project_id !== undefined ? { ...rest, project_id } : rest;
  return action.type === "prompt" && rest.category === "manual" ? { ...shown, asks: action.text } : shown;
}

/** Where a place moves on to another film, what was offered for the one before does nothing to it. */
const isOfFilm = (action: Offer["action"]): boolean =>
  action.type === "command" && !ABOUT_NO_FILM.has(action.command);

function frames(
  updated: readonly ChatMessage[],
  changes: readonly Change[],
  said: readonly ChatMessage[],
  outcome: Outcome,
): Frame[] {
  return [
    ...updated.map((message): Frame => ({ type: "message.updated", message })),
    ...changes.map((change): Frame => ({ type: "change", change: publicChange(change) })),
    ...said.map((message): Frame => ({ type: "message.created", message })),
    ...(outcome.operation
      ? [{ type: "operation.progress", operation: outcome.operation.operation } satisfies Frame]
      : []),
  ];
}

interface Drawn {
  readonly blocks: Block[];
  readonly choices: Choice[];
  readonly forms: TurnRecord["forms"][number][];
}

function drawBlocks({ turn, ids }: ComposeInput, drafts: readonly DraftBlock[]): Drawn {
  const drawn: Drawn = { blocks: [], choices: [], forms: [] };
  for (const draft of drafts) {
    if (draft.type === "offers") {
      const choices = draft.offers.map((offer) => choiceOf(turn, draft, offer, ids.next("choice")));
      if (choices.length === 0) continue;
      drawn.choices.push(...choices);
      drawn.blocks.push({
        type: "choices",
        ...(draft.prompt === undefined ? {} : { prompt: draft.prompt }),
        ...(draft.brief ? { brief: true } : {}),
        choices: choices.map(publicChoice),
      });
    } else if (draft.type === "ask_form") {
      const id = ids.next("form");
      const action = { ...draft.action, project_id: turn.project.id };
      drawn.forms.push({ id, session_id: turn.session.id, action });
      drawn.blocks.push({ type: "form", form_id: id, title: draft.title, fields: [...draft.fields] });
    } else {
      drawn.blocks.push(draft);
    }
  }
  return drawn;
}

function choiceOf(
  { session, project, id: turnId }: Turn,
  { votes, id: given }: DraftBlock & { type: "offers" },
  offer: Offer,
  id: string,
): Choice {
  const choice = {
    ...offer,
    id: given ?? id,
    session_id: session.id,
    turn_id: turnId,
    state: "open" as const,
    ...(isOfFilm(offer.action) ? { project_id: project.id } : {}),
  };
  if (!decides(offer.action)) return choice;
  const rule = ruleFor(offer.action, project);
  return {
    ...choice,
    decides: true,
    project_id: project.id,
    ...(votes ? { votes: [...votes] } : {}),
    ...(rule.by === "vote" ? { needed: rule.votes } : {}),
  };
}
