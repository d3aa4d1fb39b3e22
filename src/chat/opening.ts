import type { Outcome } from "./outcome.ts";
import type { Block } from "./reply.ts";
import type { TurnView } from "./turn-record.ts";

const PREFIX = "opens:";

/** The id of a button whose press opens a form: a platform must know it before it answers the press. */
export const openingId = (choiceId: string): string => `${PREFIX}${choiceId}`;

/** The choice of such a button; undefined for any other id. */
export const readOpeningId = (id: string): string | undefined =>
  id.startsWith(PREFIX) ? id.slice(PREFIX.length) : undefined;

/** Whether all that comes of a turn is a form, and nothing is to be read beside it. */
export const asksOnly = ({ blocks: [first, ...more], refusal }: Outcome): boolean =>
  first?.type === "ask_form" && more.length === 0 && refusal === undefined;

export interface OpenedForm {
  readonly form: Extract<Block, { type: "form" }>;
  /** Where the form is kept. */
  readonly at: { readonly message_id: string; readonly block: number };
}

/** The form that a press came to and that stands in no post; undefined where it came to something else. */
export function openedForm({ opened, reply }: TurnView): OpenedForm | undefined {
  if (!opened) return undefined;
  const block = reply.blocks.findIndex(({ type }) => type === "form");
  const form = reply.blocks[block];
  return form?.type === "form" ? { form, at: { message_id: reply.message_id, block } } : undefined;
}
