import type { Outcome } from "../../chat/outcome.ts";
import { pointBlocks } from "../../chat/point-blocks.ts";
import { editOffer, openAction, proposalBlock, proposalBlocks } from "../../chat/proposal.ts";
import type { Turn } from "../../chat/turn.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { Offer } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import type { Point, ProposedItem } from "../../domain/points/point.ts";
import { CHANGE_ALL, KEEP_ALL } from "../../domain/points/read-answer.ts";
import { closePoint, isProposal, openItems, settleItems } from "../../domain/points/settle-proposal.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Statement } from "../../domain/reading/reading.ts";
import { answerPoint, askNext } from "./answer-point.ts";
import { openBeside } from "./answer-together.ts";
import { withAsked } from "./asked.ts";
import { editItem } from "./edit-item.ts";
import { findPoint, mayAnswer } from "./find-point.ts";
import type { ExtractParts } from "./parts.ts";
import { writePoint } from "./write-point.ts";

const LIST_LIMIT = 25;
const SHOWN = 5;

/** What waits for the people's answer. `id` absent: the newest of the session. Every refusal is a UserError. */
export interface OpenPoints {
  list(turn: Turn): Promise<Outcome>;
  /** `items`: "1,3", or "all". With `next`, the next part is shown afterwards. */
  accept(turn: Turn, id: string | undefined, items: string, next?: boolean): Promise<Outcome>;
  decline(turn: Turn, id: string | undefined, items: string, next?: boolean): Promise<Outcome>;
  /** Shows the first part that is still open, by itself. */
  review(turn: Turn, id: string | undefined): Promise<Outcome>;
  /** Without values it answers a form with what the part would say; with them it writes the part so. `next` as for accept. */
  edit(
    turn: Turn,
    id: string | undefined,
    item: string,
    values: Readonly<Record<string, string>> | undefined,
    next?: boolean,
  ): Promise<Outcome>;
  answer(turn: Turn, id: string | undefined, value: string): Promise<Outcome>;
  skip(turn: Turn, id: string | undefined): Promise<Outcome>;
}

export function createOpenPoints(parts: ExtractParts): OpenPoints {
  const now = () => parts.clock.now().toISOString();
  return {
    list: (turn) => list(parts, turn),
    accept: async (turn, id, wanted, next) => {
      const point = await findPoint(parts, turn, id);
      mayAnswer(turn, point);
      const items = itemsOf(point, wanted);
      let settled = point;
      // What the workflow holds back goes on waiting, and can be accepted once its step is open.
      const settle = (held: ReadonlySet<EntryKind>) => {
        const written = items.filter((item) => !held.has(item.line.kind));
        settled = settleItems(point, written, "accepted", turn.person.id, now());
        return settled;
      };
      const outcome = await writePoint(parts, turn, point, settle, { statements: accepted(items) });
      return next ? then(outcome, settled) : withRest(outcome, settled);
    },
    decline: async (turn, id, wanted, next) => {
      const point = await findPoint(parts, turn, id);
      mayAnswer(turn, point);
      const settled = settleItems(point, itemsOf(point, wanted), "declined", turn.person.id, now());
      const text = settled.state === "open" ? "Left out." : "Left out. The bible stays as it is.";
      const outcome = withAsked(turn, { blocks: [{ type: "text", text }] }, [], [settled]);
      return next ? then(outcome, settled) : withRest(outcome, settled);
    },
    review: async (turn, id) => {
      const point = await findPoint(parts, turn, id);
      itemsOf(point, "all");
      return { blocks: oneByOne(point) };
    },
    edit: async (turn, id, item, values, next = false) => {
      const point = await findPoint(parts, turn, id);
      mayAnswer(turn, point);
      const outcome = await editItem(parts, turn, point, item, { values, next });
      const settled = outcome.points?.find((each) => each.id === point.id);
      if (settled === undefined) return outcome;
      return next ? then(outcome, settled) : withRest(outcome, settled);
    },
    answer: async (turn, id, value) => {
      const together = value === CHANGE_ALL || value === KEEP_ALL;
      const point = await findPoint(parts, turn, together ? await openBeside(parts, turn, id) : id);
      if (value !== "keep") mayAnswer(turn, point);
      return answerPoint(parts, turn, point, value);
    },
    skip: async (turn, id) => {
      const point = await findPoint(parts, turn, id);
      const closed = closePoint(point, false, turn.person.id, now());
      const skipped = { blocks: [{ type: "text" as const, text: "Left open. Tell me any time." }] };
      return askNext(parts, turn, point, withAsked(turn, skipped, [], [closed]), closed);
    },
  };
}

/** What a person accepts takes the place of what was there. */
const accepted = (items: readonly ProposedItem[]): Statement[] =>
  items.map(({ statement }) => (statement.type === "entry" ? { ...statement, corrects: true } : statement));

function itemsOf(point: Point, wanted: string): readonly ProposedItem[] {
  if (!isProposal(point))
    throw new UserError(
      "bad_request",
      "That is a question, not a proposal.",
      "Press one of its answers, or say it in words.",
    );
  const items = openItems(point, wanted);
  if (items.length > 0) return items;
  throw new UserError(
    "not_found",
    `There is no open part ${wanted} in that proposal.`,
    "Type /open to see which parts still wait.",
  );
}

function then(outcome: Outcome, settled: Point): Outcome {
  if (settled.state !== "open") return outcome;
  return {
    ...outcome,
    blocks: [...outcome.blocks.filter((block) => block.type !== "offers"), ...oneByOne(settled)],
  };
}

/** After some parts were settled: those that still wait, as a proposal of their own. */
function withRest(outcome: Outcome, settled: Point): Outcome {
  const items = settled.state === "open" ? openItems(settled, "all") : [];
  if (!isProposal(settled) || items.length === 0) return outcome;
  const title = items.length === 1 ? "This still waits." : `These ${items.length} still wait.`;
  const blocks = proposalBlocks({ ...settled, asks: { ...settled.asks, title, items: [...items] } });
  return { ...outcome, blocks: [...outcome.blocks.filter((block) => block.type !== "offers"), ...blocks] };
}

function oneByOne(point: Point) {
  if (!isProposal(point)) return [];
  const [item, ...rest] = openItems(point, "all");
  if (item === undefined) return [];
  const one = { item: item.id, next: true };
  const all: Offer[] =
    rest.length === 0
      ? []
      : [
          {
            label: `Accept all ${rest.length + 1}`,
            description: "Writes this and all that is left",
            category: "alternative",
            action: openAction("accept", point.id),
          },
        ];
  const offers: Offer[] = [
    {
      label: "Accept",
      description: "Writes this one",
      category: "recommended",
      action: openAction("accept", point.id, one),
    },
    editOffer(point.id, item.id, true),
    {
      label: "Decline",
      description: "Leaves this one out",
      category: "manual",
      action: openAction("decline", point.id, one),
    },
    ...all,
  ];
  const title = rest.length === 0 ? "The last one" : `${rest.length + 1} to go`;
  return [
    proposalBlock(point.id, { ...point.asks, title, items: [item] }),
    { type: "offers" as const, offers },
  ];
}

async function list(parts: ExtractParts, turn: Turn): Promise<Outcome> {
  const points = await parts.points.open({ project_id: turn.project.id }, LIST_LIMIT + 1);
  if (points.length === 0)
    return { blocks: [{ type: "text", text: "Nothing waits for an answer. All that was said is settled." }] };
  const rest = points.length - SHOWN;
  const count = points.length > LIST_LIMIT ? `more than ${LIST_LIMIT}` : String(rest);
  const more =
    rest > 0 ? [{ type: "text" as const, text: `And ${count} more, once these are settled.` }] : [];
  const schema = schemaOf(turn.project);
  return { blocks: [...points.slice(0, SHOWN).flatMap((point) => pointBlocks(point, schema)), ...more] };
}
