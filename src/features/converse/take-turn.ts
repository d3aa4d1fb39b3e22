import type { Outcome } from "../../chat/outcome.ts";
import { SESSIONS_CHANGED } from "../../chat/sessions-changed.ts";
import { isStop } from "../../chat/stop.ts";
import type { Turn } from "../../chat/turn.ts";
import type { TurnRecord } from "../../chat/turn-record.ts";
import { turnView } from "../../chat/turn-view.ts";
import { ConflictError, UserError } from "../../domain/errors.ts";
import type { FirstEvent, StoredEvent } from "../../ports/inbox.ts";
import { type ComposeInput, composeRecord } from "./compose.ts";
import type { Decision } from "./decide.ts";
import { decideWithFiles, type FiledDecision } from "./decide-with-files.ts";
import { introduce } from "./introduce.ts";
import { logRefused } from "./log-refused.ts";
import { presentNext } from "./next-moves.ts";
import { type OpenTurn, openTurn } from "./open-turn.ts";
import type { ConverseParts } from "./parts.ts";
import { stoppedOutcome, unlessStopped, WORKING } from "./stopped.ts";
import type { Run } from "./stops.ts";
import { tellStale } from "./tell-stale.ts";
import { withWhoMay } from "./with-who-may.ts";

/** How often a turn decides anew because someone else wrote first. */
const MAX_CONFLICTS = 8;
/** So long an answer may take before people are told that it is worked on, with a button that stops it. */
const SLOW_MS = 4_000;
/** Whether something waits behind a turn, beside those who asked to stop it. */
const LOOK_BEHIND = 5;
/** Tries for an event whose turn breaks; after them the person is told, with a reference. */
const MAX_ATTEMPTS = 3;

/**
 * Answers one stored event: reads the present, decides, and commits everything at once. Safe to call again after a
 * crash anywhere, since nothing is written before the commit and a committed turn is not written twice. An event whose
 * place works on no film yet stays where it is, and people are asked. `run`: the turn may be stopped. "again": what it
 * answers was changed, taken back, or answered by somebody else.
 */
export async function takeTurn(
  parts: ConverseParts,
  stored: StoredEvent & Partial<FirstEvent>,
  signal: AbortSignal,
  run?: Run,
): Promise<"taken" | "waits" | "again"> {
  for (let conflicts = 0; ; conflicts += 1) {
    const now = conflicts === 0 ? stored : await parts.inbox.find(stored.event.id);
    // What is answered, or taken back, meanwhile, is answered no more; what was changed is answered as it is.
    if (now?.status !== "pending") return "again";
    const opened = await openTurn(parts, now, signal, run, conflicts === 0 ? stored.loaded : undefined);
    const { turn } = opened;
    if (parts.lobby?.waits(turn, now.event)) {
      await parts.lobby.ask(turn);
      return "waits";
    }
    const settled = await answerOrStop(parts, opened, now, { run, conflicts })
      .then(async (end) => end && { ...end, written: await parts.turns.commit(end.record) })
      .catch(async (error: unknown) => {
        if (error instanceof ConflictError && conflicts < MAX_CONFLICTS) return "conflict" as const;
        if (turn.signal.aborted || now.attempts + 1 < MAX_ATTEMPTS) throw error;
        const end = giveUp(parts, turn, error);
        return { ...end, written: await parts.turns.commit(end.record) };
      });
    if (settled === "conflict") continue;
    if (!settled?.written) return "again";
    logRefused(parts.logger, settled.record, settled.untaken ?? []);
    await announce(parts, settled.record, settled.outcome, settled.written.clear);
    return "taken";
  }
}

/** What broke is not what was decided, and breaks each time: nothing of the turn but that is written. */
function giveUp(parts: ConverseParts, turn: Turn, thrown: unknown): Settled {
  const { decision, error } = refuse(parts, turn, thrown);
  const at = parts.clock.now().toISOString();
  return { outcome: decision.outcome, record: recordOf(parts, turn, decision.outcome, at, { error }) };
}

interface Settled {
  readonly record: TurnRecord;
  readonly outcome: Outcome;
  readonly untaken?: FiledDecision["untaken"];
}

/** What the turn comes to; once it is stopped, that, or nothing when it is to be taken anew. Where an answer takes long, people see that it is worked on. */
async function answerOrStop(
  parts: ConverseParts,
  { turn, shown }: OpenTurn,
  stored: StoredEvent,
  { run, conflicts }: { readonly run: Run | undefined; readonly conflicts: number },
): Promise<Settled | undefined> {
  const callOff = parts.clock.after(SLOW_MS, () => {
    if (shown() === "") turn.stream(WORKING);
  });
  try {
    const settled = await unlessStopped(settle(parts, turn, stored, conflicts), run?.stop);
    if (settled && (run?.seal() ?? true)) return settled;
  } finally {
    callOff();
  }
  if (run?.by === undefined) return undefined;
  const line = await parts.inbox.line(stored.session_id, LOOK_BEHIND);
  const more = line.some(({ event }) => event.id !== stored.event.id && !isStop(event));
  const outcome = stoppedOutcome(turn, run.by, shown(), more);
  return { outcome, record: recordOf(parts, turn, outcome, parts.clock.now().toISOString()) };
}

async function settle(
  parts: ConverseParts,
  turn: Turn,
  stored: StoredEvent,
  conflicts: number,
): Promise<Settled> {
  let decision: FiledDecision;
  let error: TurnRecord["error"];
  try {
    decision = await decideWithFiles(parts, turn);
    error = decision.outcome.refusal;
  } catch (thrown) {
    if (thrown instanceof ConflictError) throw thrown;
    // A process that stops broke nothing.
    const isOver = turn.signal.aborted || stored.attempts + 1 < MAX_ATTEMPTS;
    if (!(thrown instanceof UserError) && isOver) throw thrown;
    ({ decision, error } = refuse(parts, turn, thrown));
  }
  const at = parts.clock.now().toISOString();
  const marked = await tellStale(parts, turn, decision.outcome, at);
  const next = await presentNext(parts, turn, marked, conflicts + stored.attempts === 0);
  const introduced = introduce(turn, next, parts.model.info);
  const told = parts.welcome?.(turn, introduced) ?? introduced;
  // What is written of another film completes no step of this one.
  const other = told.project !== undefined && told.project.id !== turn.project.id;
  const outcome = (other ? undefined : parts.follow?.(turn, told, at)) ?? told;
  const more = { ...(decision.press ? { press: decision.press } : {}), ...(error ? { error } : {}) };
  const { untaken } = decision;
  return { record: recordOf(parts, turn, outcome, at, more), outcome, ...(untaken ? { untaken } : {}) };
}

const recordOf = (
  parts: ConverseParts,
  turn: Turn,
  outcome: Outcome,
  at: string,
  more: Pick<ComposeInput, "press" | "error"> = {},
): TurnRecord =>
  composeRecord({
    turn,
    outcome,
    at,
    ids: parts.ids,
    deliver: parts.sends(turn.session.place.platform),
    ...more,
  });

function refuse(
  parts: ConverseParts,
  turn: Turn,
  thrown: unknown,
): { decision: Decision; error: NonNullable<TurnRecord["error"]> } {
  if (thrown instanceof UserError) {
    const { code, message, hint } = withWhoMay(turn, thrown);
    return {
      decision: {
        outcome: { ...aloneToldOf(parts, turn), blocks: [{ type: "text", text: `${message} ${hint}` }] },
      },
      error: { code, message, hint },
    };
  }
  parts.logger.error(
    { err: thrown, turn_id: turn.id, session_id: turn.session.id },
    "a turn failed for good",
  );
  const message = `Something failed on my side, reference ${turn.id}. Nothing was changed.`;
  const hint = "Try it once more; if it fails again, tell whoever runs this Backlot the reference.";
  return {
    decision: {
      outcome: { ...aloneToldOf(parts, turn), blocks: [{ type: "text", text: `${message} ${hint}` }] },
    },
    error: { code: "internal", message, hint, reference: turn.id },
  };
}

/** What is wrong with a form or a command concerns whoever sent it; platforms that post replies show it to them alone. */
const aloneToldOf = (parts: ConverseParts, { event, session }: Turn): Pick<Outcome, "private"> =>
  (event.type === "form" || event.type === "command") && parts.sends(session.place.platform)
    ? { private: true }
    : {};

async function announce(
  parts: ConverseParts,
  record: TurnRecord,
  outcome: Outcome,
  clear: boolean,
): Promise<void> {
  const { updated_messages, session, reply } = record;
  const view = turnView(record);
  if (!record.touches || record.sessions.length > 0) parts.bus.publish(SESSIONS_CHANGED, undefined);
  parts.onTurn(record.event_id, view, {
    any: updated_messages.length > 0 || (record.deliver && !clear),
    ...(clear ? { reply: { session, message: reply } } : {}),
  });
  // A turn whose event's id is free again is not found by it.
  parts.bus.publish(`turn:${record.event_id}`, record.again ? view : undefined);
  const told = updated_messages.map((message) => message.session_id);
  for (const id of new Set([session.id, ...told])) parts.bus.publish(`session:${id}`, undefined);
  await outcome.afterCommit?.();
}
