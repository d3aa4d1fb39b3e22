import type { ChatMessage } from "../../chat/chat-message.ts";
import { namesOf } from "../../chat/choice-standing.ts";
import { putToAll, voteOf } from "../../chat/hold.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import { leftFilm } from "../../chat/left-film.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Choice, ChoiceAction, Offer } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import type { Decisions } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { castVote, isCounted, over, roundOf } from "../../domain/round.ts";
import { decides, ruleFor } from "../../domain/workflow/decides.ts";
import type { DrawnPress } from "./compose.ts";
import { choicesIn, drawPress, storedPress } from "./draw-press.ts";
import { findPress } from "./find-press.ts";
import type { ConverseParts } from "./parts.ts";
import { counted, inTheirName, outOfDate, refusedAlone, takenAlready } from "./press-answers.ts";
import { withWhoMay } from "./with-who-may.ts";

export interface Pressed {
  readonly outcome: Outcome;
  readonly press?: DrawnPress;
}

/** Runs what a choice does. It may be asked again when somebody else writes first. */
export type Act = (turn: Turn, action: ChoiceAction) => Promise<Outcome>;

type Parts = Pick<ConverseParts, "choices" | "presses" | "messages" | "sends">;
type Stored = { readonly choice: Choice; readonly message: ChatMessage | undefined };

/**
 * Decides what a press leads to: the choice acts, once, or the press is a vote for it, or it is refused. What concerns
 * the presser alone is answered to them alone.
 */
export async function press(
  parts: Parts,
  turn: Turn,
  event: InboundEvent & { type: "choice" },
  act: Act,
): Promise<Pressed> {
  try {
    const found = await findPress(parts, turn, event);
    if (found.type === "outgrown")
      return { outcome: found.told === undefined ? tooLate(parts, turn) : settledAlready(found.told) };
    if (found.type === "computed") {
      const shown = found.message_id === undefined ? undefined : await parts.messages.get(found.message_id);
      return await pressComputed(turn, event.choice_id, { ...found, shown }, act);
    }
    const { choice } = found;
    if (choice.state === "pressed") return { outcome: takenAlready(turn, choice) };
    const message = await parts.messages.get(found.message_id);
    if (choice.state === "expired") return { outcome: tooLate(parts, turn, takenOf(message)) };
    if (choice.project_id !== undefined && choice.project_id !== turn.project.id)
      return { outcome: refusedAlone(leftFilm()) };
    return await pressStored(parts, turn, { choice, message }, act);
  } catch (error) {
    const alone = error instanceof UserError && (error.code === "forbidden" || error.code === "not_found");
    if (alone) return { outcome: refusedAlone(withWhoMay(turn, error)) };
    throw error;
  }
}

const settledAlready = (message: string): Outcome =>
  refusedAlone({ code: "conflict", message, hint: "What was said here was answered with it." });

/** Where many read along, who comes too late is told so alone; the current choices stand for all in another message. */
function tooLate(parts: Parts, turn: Turn, taken?: Parameters<typeof outOfDate>[1]): Outcome {
  const outcome = outOfDate(turn, taken);
  const { refusal } = outcome;
  if (!refusal || !parts.sends(turn.session.place.platform)) return outcome;
  const hint = "Type /workflow to see what can be done now.";
  return refusedAlone({ ...refusal, hint });
}

async function pressStored(parts: Parts, turn: Turn, stored: Stored, act: Act): Promise<Pressed> {
  const { choice, message } = stored;
  const rule = ruleFor(choice.action, turn.project);
  const isDecision = decides(choice.action) && rule.by !== "anyone";
  if (isDecision && isCounted(rule, turn.person.role)) return vote(turn, stored, rule, act);
  const outcome = await act(turn, choice.action);
  if (outcome.refusal) return { outcome };
  if (choice.opens && outcome.blocks.some(({ type }) => type === "ask_form"))
    return { outcome: parts.sends(turn.session.place.platform) ? { ...outcome, opened: true } : outcome };
  const ended = isDecision ? over(roundOf(choicesIn(message)), choice.id) : [];
  return { outcome, press: drawPress(message, ended, { choice_id: choice.id, by: turn.person }) };
}

async function vote(turn: Turn, { choice, message }: Stored, rule: Decisions, act: Act): Promise<Pressed> {
  requireRole(turn.person.role, "writer", "decide about this film");
  if (!message) return { outcome: outOfDate(turn) };
  const shown = roundOf(choicesIn(message));
  const round = shown.some(({ id }) => id === choice.id) ? shown : [...shown, choice];
  const ballot = castVote(round, choice.id, voteOf(turn), rule);
  if (ballot.type !== "acts")
    return { outcome: counted(choice, rule, ballot), press: drawPress(message, ballot.round) };
  const outcome = await act({ ...turn, decided_by: namesOf(ballot.by) }, choice.action);
  if (outcome.refusal) return { outcome };
  return {
    outcome: inTheirName(outcome, ballot.by),
    press: drawPress(message, ballot.round, { choice_id: choice.id, by: turn.person }),
  };
}

interface Computed {
  readonly action: ChoiceAction;
  readonly offer: Offer | undefined;
  readonly shown: ChatMessage | undefined;
}

/** A choice that no message shows is put to the vote as one that does; taken, it is stored, so that it acts once. */
async function pressComputed(
  turn: Turn,
  id: string,
  { action, offer, shown }: Computed,
  act: Act,
): Promise<Pressed> {
  const { person, project } = turn;
  const rule = ruleFor(action, project);
  if (offer && decides(action) && isCounted(rule, person.role)) {
    requireRole(person.role, "writer", "decide about this film");
    return { outcome: putToAll(turn, offer, rule, id) };
  }
  const outcome = await act(turn, action);
  // What only asks or shows something may be asked for again.
  const usedUp = action.type === "command" && (offer === undefined || decides(action));
  if (outcome.refusal || !usedUp) return { outcome };
  const others = choicesIn(shown).map((choice) => ({ ...choice, state: "expired" as const }));
  const drawn = shown ? drawPress(shown, others, { choice_id: id, by: person }) : {};
  return { outcome, press: { ...drawn, pressed: storedPress(turn, id, offer ?? bare(action)) } };
}

/** A computed choice without an offer goes by what it does: "Cancel". */
function bare(action: ChoiceAction & { type: "command" }): Offer {
  const word = String(action.options.action ?? action.command);
  return {
    label: `${word.charAt(0).toUpperCase()}${word.slice(1)}`.slice(0, 80),
    description: "",
    category: "manual",
    action,
  };
}

const takenOf = (message: ChatMessage | undefined) =>
  choicesIn(message).find(({ decides: isDecision, state }) => isDecision && state === "pressed");
