import type { Offer } from "../domain/choice.ts";
import type { Asked, Point, ProposedItem } from "../domain/points/point.ts";
import { isProposal, openItems } from "../domain/points/settle-proposal.ts";
import { ellipsis } from "../lib/ellipsis.ts";
import { entryAction } from "./entry-offers.ts";
import type { DraftBlock, ProposalBlock } from "./reply.ts";
import type { Turn } from "./turn.ts";

const SHOWN_LINES = 12;
/** Few facts are told apart by a button each; more are walked through one by one. */
const MAX_SINGLE = 1;

type Proposed = Asked & { type: "proposal" };

export interface ProposalInput {
  readonly reason: Proposed["reason"];
  /** What waits, as a heading: "3 things I would write down". */
  readonly title: string;
  readonly items: readonly Pick<ProposedItem, "statement" | "line">[];
  /** The role it takes to accept, when that is more than a writer's. */
  readonly needs?: Point["needs"];
}

/** Changes that wait for a yes, to be handed over in `Outcome.points` together with `proposalBlocks`. Their evidence is the turn's message. */
export function proposal(turn: Turn, nextId: (kind: "point") => string, input: ProposalInput): Point {
  const items = input.items.map(
    (item, index): ProposedItem => ({ ...item, id: String(index + 1), state: "open" }),
  );
  return pointOf(turn, nextId("point"), {
    needs: input.needs,
    asks: { type: "proposal", reason: input.reason, title: input.title, items },
  });
}

/** A new point of a turn, open. */
export function pointOf(turn: Turn, id: string, point: { asks: Asked; needs?: Point["needs"] }): Point {
  return {
    id,
    project_id: turn.project.id,
    session_id: turn.session.id,
    turn_id: turn.id,
    ...(turn.message === undefined ? {} : { message_id: turn.message.id }),
    by: turn.person.id,
    at: turn.event.at,
    state: "open",
    ...(point.needs === undefined ? {} : { needs: point.needs }),
    version: 0,
    asks: point.asks,
  };
}

/** The lines of a proposal and what can be done with them. `lead` takes the place of "Accept all" and its like. */
export function proposalBlocks(point: Point, lead?: readonly Offer[]): DraftBlock[] {
  if (point.asks.type !== "proposal") return [];
  return [proposalBlock(point.id, point.asks), { type: "offers", offers: lead ?? proposalOffers(point) }];
}

export function proposalBlock(pointId: string, { title, items }: Proposed): ProposalBlock {
  const rest = items.length - SHOWN_LINES;
  return {
    type: "proposal",
    point_id: pointId,
    title,
    lines: items.slice(0, SHOWN_LINES).map(({ id, state, line }) => ({ ...line, id, state })),
    ...(rest > 0 ? { note: `and ${rest} more` } : {}),
  };
}

/** Accept and decline for all that is still open; one by one when there are several. */
export function proposalOffers(point: Point): Offer[] {
  if (point.asks.type !== "proposal") return [];
  const open = point.asks.items.filter((item) => item.state === "open");
  if (open.length === 0) return [];
  if (point.asks.reason === "merge") return mergeOffers(point);
  const one = open.length <= MAX_SINGLE;
  return [
    {
      label: one ? "Accept" : `Accept all ${open.length}`,
      description: "Writes it to the bible",
      category: "recommended",
      action: openAction("accept", point.id),
    },
    ...(one
      ? [editOffer(point.id, open[0]?.id ?? "1")]
      : [
          {
            label: "One by one",
            description: "Accept, edit or decline each",
            category: "alternative" as const,
            action: openAction("review", point.id),
          },
        ]),
    {
      label: one ? "Decline" : "Decline all",
      description: "Leaves the bible as it is",
      category: "manual",
      action: openAction("decline", point.id),
    },
  ];
}

/** Which of two entries takes the other in, or that they are two; `between` stands before the last. */
export function mergeOffers(point: Point, between: readonly Offer[] = []): Offer[] {
  const item = isProposal(point) ? openItems(point, "all")[0] : undefined;
  if (item?.statement.type !== "merge") return [];
  const { subject, into } = item.statement;
  const swapped = { id: into.entry_id, name: subject.entry_id };
  return [
    {
      label: mergeLabel(into.name),
      description: `${subject.name} goes into ${into.name}, as shown`,
      category: "recommended",
      action: openAction("accept", point.id),
    },
    ...between,
    {
      label: mergeLabel(subject.name),
      description: "Shows it the other way round first",
      category: "alternative",
      action: entryAction(item.line.kind, { action: "merge", ...swapped }),
    },
    {
      label: "They are two",
      description: "I do not ask about these two again",
      category: "manual",
      action: entryAction(item.line.kind, { action: "apart", ...swapped }),
    },
  ];
}

const mergeLabel = (name: string): string => `Merge into ${ellipsis(name, 60)}`;

/** `next`: what comes after it is shown once the form is sent. */
export const editOffer = (pointId: string, item: string, next = false): Offer => ({
  label: "Edit",
  description: "Opens a form with what it would say",
  category: "alternative",
  opens: true,
  action: openAction("edit", pointId, next ? { item, next } : { item }),
});

/** A press that answers a point through the `/open` command. */
export const openAction = (
  action: "list" | "accept" | "decline" | "review" | "edit" | "answer" | "skip",
  id: string,
  more: Readonly<Record<string, unknown>> = {},
): Offer["action"] => ({ type: "command", command: "open", options: { action, id, ...more } });
