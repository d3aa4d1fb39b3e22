/**
 * The ids of a form's buttons and modals. They name the message that holds the fields, and the last submission of the
 * person who fills them in, so that they outlive a restart. An id holds 100 characters.
 */
export const FORM_PREFIX = "form:";
const EVENT_PREFIX = "discord:interaction:";

export interface FormPage {
  readonly message_id: string;
  readonly block: number;
  readonly page: number;
  /** The interaction by which this person sent what they have typed so far. */
  readonly before?: string | undefined;
}

export interface SentPage extends FormPage {
  readonly form_id: string;
  readonly pages: number;
}

const OPENER = /^form:open:(.+):(\d{1,3}):(\d{1,3})(?::(\d{10,}))?$/;
const SENT = /^form:(s:)?([^|]+?)(?:\|(.+):(\d{1,3}):(\d{1,3})\.(\d{1,3})(?::(\d{10,}))?)?$/;

export const openerId = ({ message_id, block, page, before }: FormPage): string =>
  `${FORM_PREFIX}open:${message_id}:${block}:${page}${after(before)}`;

export function readOpenerId(id: string): FormPage | undefined {
  const [, message_id, block, page, before] = OPENER.exec(id) ?? [];
  return message_id === undefined
    ? undefined
    : { message_id, block: Number(block), page: Number(page), before };
}

export const modalId = ({ form_id, message_id, block, page, pages, before }: SentPage): string =>
  `${FORM_PREFIX}${form_id}|${message_id}:${block}:${page}.${pages}${after(before)}`;

/** The id of the button that saves what was typed so far. */
export const saveId = (sent: SentPage): string => modalId(sent).replace(FORM_PREFIX, `${FORM_PREFIX}s:`);

/** What an id of a modal or of a button to save says. Those of earlier versions say which form it is and no more. */
export function readSentId(
  id: string,
): { readonly form_id: string; readonly save: boolean; readonly at?: SentPage } | undefined {
  const [, save, form_id, message_id, block, page, pages, before] = SENT.exec(id) ?? [];
  if (form_id === undefined || readOpenerId(id)) return undefined;
  const sent = { form_id, save: save !== undefined };
  if (message_id === undefined) return sent;
  const at = { form_id, message_id, block: Number(block), page: Number(page), pages: Number(pages), before };
  return { ...sent, at };
}

/** The id of the event that an interaction is kept as. */
export const eventOf = (interaction: string): string => `${EVENT_PREFIX}${interaction}`;

const after = (before: string | undefined) => (before === undefined ? "" : `:${before}`);
