import { saidIdOf } from "../../../../chat/turn-ids.ts";
import type { Problem } from "../api/problem.ts";
import type { Change, Frame, Message, Operation, Turn } from "../api/wire.ts";

/** Something this page said that the session's record does not hold yet. */
export interface Pending {
  readonly id: string;
  readonly text: string;
  readonly at: string;
  readonly state: "sending" | "sent" | "failed";
  readonly problem?: Problem;
}

export interface TalkState {
  /** In order of time, each id once. */
  readonly messages: readonly Message[];
  readonly pending: readonly Pending[];
  readonly typing: Readonly<Record<string, { readonly name: string; readonly until: number }>>;
  readonly present: readonly string[];
  readonly operations: Readonly<Record<string, Operation>>;
  /** Ids of changes known to be undone. */
  readonly undone: ReadonlySet<string>;
  /** Turns this page waits for. */
  readonly waiting: number;
  readonly loaded: boolean;
  readonly hasOlder: boolean;
}

export type TalkAction =
  | {
      readonly type: "page";
      readonly messages: readonly Message[];
      readonly older: boolean;
      readonly hasOlder: boolean;
    }
  | { readonly type: "frame"; readonly frame: Frame; readonly now: number }
  | { readonly type: "say"; readonly pending: Pending }
  | {
      readonly type: "answered";
      readonly pending_id?: string;
      readonly turn: Turn;
      readonly user_id: string;
      readonly at: string;
    }
  | { readonly type: "refused"; readonly pending_id: string; readonly problem: Problem }
  | { readonly type: "drop"; readonly pending_id: string }
  | { readonly type: "waiting"; readonly by: 1 | -1 }
  | { readonly type: "undone"; readonly change_id: string }
  | { readonly type: "operation"; readonly operation: Operation }
  | { readonly type: "tick"; readonly now: number };

const TYPING_SHOWN_MS = 6_000;

export const EMPTY_TALK: TalkState = {
  messages: [],
  pending: [],
  typing: {},
  present: [],
  operations: {},
  undone: new Set(),
  waiting: 0,
  loaded: false,
  hasOlder: false,
};

/** What the page knows of one session. Every message and frame may come twice, late, or by HTTP first: the result is the same. */
export function talkReducer(state: TalkState, action: TalkAction): TalkState {
  switch (action.type) {
    case "page":
      return withPage(state, action);
    case "frame":
      return withFrame(state, action.frame, action.now);
    case "say":
      return { ...state, pending: [...without(state.pending, action.pending.id), action.pending] };
    case "answered":
      return withAnswer(state, action);
    case "refused":
      return {
        ...state,
        pending: state.pending.map((each) =>
          each.id === action.pending_id ? { ...each, state: "failed", problem: action.problem } : each,
        ),
      };
    case "drop":
      return { ...state, pending: without(state.pending, action.pending_id) };
    case "waiting":
      return { ...state, waiting: Math.max(0, state.waiting + action.by) };
    case "undone":
      return { ...state, undone: new Set([...state.undone, action.change_id]) };
    case "operation":
      return { ...state, operations: withOperation(state.operations, action.operation) };
    case "tick":
      return { ...state, typing: stillTyping(state.typing, action.now) };
  }
}

function withPage(state: TalkState, page: Extract<TalkAction, { type: "page" }>): TalkState {
  const merged = page.messages.reduce(withMessage, state);
  const keepsOlder = state.loaded && !page.older;
  return { ...merged, loaded: true, hasOlder: keepsOlder ? state.hasOlder : page.hasOlder };
}

function withFrame(state: TalkState, frame: Frame, now: number): TalkState {
  switch (frame.type) {
    case "message.created":
    case "message.updated":
      return withMessage(state, frame.message);
    case "change":
      return withChange(state, frame.change);
    case "operation.progress":
      return { ...state, operations: withOperation(state.operations, frame.operation) };
    case "presence":
      return { ...state, present: frame.users };
    case "typing": {
      const name = frame.name ?? "Someone";
      const typing = {
        ...stillTyping(state.typing, now),
        [frame.user_id]: { name, until: now + TYPING_SHOWN_MS },
      };
      return { ...state, typing };
    }
    default:
      return state;
  }
}

function withMessage(state: TalkState, message: Message): TalkState {
  const known = state.messages.find((each) => each.id === message.id);
  if (known !== undefined && known.version > message.version) return state;
  const others =
    known === undefined ? state.messages : state.messages.filter((each) => each.id !== message.id);
  const { [message.user_id]: _spoke, ...typing } = state.typing;
  return { ...state, messages: inOrder(others, message), pending: unclaimed(state.pending, message), typing };
}

/** Most messages are the newest: look for their place from the end. */
function inOrder(messages: readonly Message[], message: Message): readonly Message[] {
  let index = messages.length;
  while (index > 0 && comesAfter(messages[index - 1], message)) index -= 1;
  return [...messages.slice(0, index), message, ...messages.slice(index)];
}

function comesAfter(a: Message | undefined, b: Message): boolean {
  if (a === undefined) return false;
  return a.at === b.at ? a.id > b.id : a.at > b.at;
}

/** The record may name a message otherwise than the page did: the same words from a person settle the oldest that wait. */
function unclaimed(pending: readonly Pending[], message: Message): readonly Pending[] {
  if (message.role !== "person") return pending;
  const claimed =
    pending.find((each) => each.id === message.id) ??
    pending.find((each) => each.text.trim() === message.text.trim());
  return claimed === undefined ? pending : without(pending, claimed.id);
}

/** Works without a WebSocket too: what the turn says is put in, and replaced when the record's own message comes. */
function withAnswer(state: TalkState, action: Extract<TalkAction, { type: "answered" }>): TalkState {
  const { turn, pending_id } = action;
  const spoken = state.pending.find((each) => each.id === pending_id);
  if (turn.reply === undefined || turn.session_id === undefined) return settled(state, pending_id);
  const shared = { session_id: turn.session_id, turn_id: turn.turn_id, version: 1 };
  let next = state;
  if (spoken !== undefined) {
    const said = {
      ...shared,
      id: saidIdOf(turn.turn_id),
      user_id: action.user_id,
      text: spoken.text,
      at: spoken.at,
    };
    next = addUnknown(next, { ...said, role: "person", blocks: [] });
    next = { ...next, pending: without(next.pending, spoken.id) };
  }
  const reply = {
    ...shared,
    id: turn.reply.message_id,
    user_id: "backlot",
    text: turn.reply.text,
    at: action.at,
  };
  next = addUnknown(next, { ...reply, role: "backlot", blocks: [...turn.reply.blocks] });
  return (turn.changes ?? []).reduce(withChange, next);
}

function settled(state: TalkState, pending_id: string | undefined): TalkState {
  const pending = state.pending.map((each) =>
    each.id === pending_id ? { ...each, state: "sent" as const } : each,
  );
  return { ...state, pending };
}

function addUnknown(state: TalkState, message: Message): TalkState {
  return state.messages.some((each) => each.id === message.id) ? state : withMessage(state, message);
}

function withChange(state: TalkState, change: Change): TalkState {
  const gone = [
    ...(change.undone ? [change.id] : []),
    ...(change.undoes === undefined ? [] : [change.undoes]),
  ];
  if (gone.length === 0) return state;
  const undone = new Set([...state.undone, ...gone]);
  // A redo: what was undone stands again.
  if (change.redoes !== undefined) undone.delete(change.redoes);
  return { ...state, undone };
}

function withOperation(known: TalkState["operations"], operation: Operation): TalkState["operations"] {
  return { ...known, [operation.id]: operation };
}

function stillTyping(typing: TalkState["typing"], now: number): TalkState["typing"] {
  return Object.fromEntries(Object.entries(typing).filter(([, { until }]) => until > now));
}

function without(pending: readonly Pending[], id: string): readonly Pending[] {
  return pending.filter((each) => each.id !== id);
}
