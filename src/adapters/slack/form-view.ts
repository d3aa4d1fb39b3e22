import type { types } from "@slack/bolt";
import type { Block, FormField } from "../../chat/reply.ts";
import { unpinged } from "../../chat/unpinged.ts";
import type { Place } from "../../domain/session.ts";
import { ellipsis } from "../../lib/ellipsis.ts";

export const FORM_PREFIX = "form:";
/** The id of the view that asks for a person's own words. */
export const SAY_VIEW = "say";
const OPENER = /^form:open:(.+):(\d+)(?:@(.+))?$/;

// https://docs.slack.dev/reference/views and …/block-kit/blocks/input-block
const MAX_TITLE = 24;
const MAX_LABEL = 2_000;
const MAX_VALUE = 3_000;
const MAX_OPTIONS = 100;
const MAX_OPTION = 75;
const MAX_OPTION_VALUE = 150;
const MAX_BLOCKS = 100;
const MAX_ID = 255;

type Form = Extract<Block, { type: "form" }>;

/** Where a form stands. */
export interface FormPlace {
  readonly message_id: string;
  readonly block: number;
}

/**
 * The id of the button that opens a form. It names the message that holds the fields, so it outlives a restart. `before`:
 * the submission whose values it shows again.
 */
export function openerId(messageId: string, block: number, before?: string): string {
  const id = `${FORM_PREFIX}open:${messageId}:${block}`;
  const whole = before === undefined ? id : `${id}@${before}`;
  return whole.length <= MAX_ID ? whole : id;
}

export function readOpenerId(actionId: string): (FormPlace & { readonly before?: string }) | undefined {
  const [, message_id, block, before] = OPENER.exec(actionId) ?? [];
  if (message_id === undefined) return undefined;
  return { message_id, block: Number(block), ...(before === undefined ? {} : { before }) };
}

/**
 * The modal of a form, with what its person typed before in place of what is known. Where its answer belongs travels with
 * it. A value that no input can hold is named, and changed by saying it.
 */
export function formView(
  form: Form,
  place: Place,
  at?: FormPlace,
  typed: Readonly<Record<string, string>> = {},
): types.ModalView {
  return {
    type: "modal",
    callback_id: `${FORM_PREFIX}${form.form_id}`,
    private_metadata: JSON.stringify(
      at ? { ...place, form: { message_id: at.message_id, block: at.block } } : place,
    ),
    title: plain(unpinged(form.title), MAX_TITLE),
    submit: plain("Save", MAX_TITLE),
    close: plain("Cancel", MAX_TITLE),
    blocks: [
      ...form.fields
        .filter(fits)
        .slice(0, MAX_BLOCKS - 1)
        .map((from) => field(from.name in typed ? { ...from, value: typed[from.name] ?? "" } : from)),
      ...leftOut(form.fields.filter((from) => !fits(from))),
    ],
  };
}

const fits = ({ value }: FormField): boolean => (value?.length ?? 0) <= MAX_VALUE;

function leftOut(fields: readonly FormField[]): types.SectionBlock[] {
  if (fields.length === 0) return [];
  const names = fields.map(({ label }) => unpinged(label)).join(", ");
  const text = `Too long for a form of Slack's, and kept as it is: ${names}. Say in words what is to change there.`;
  return [{ type: "section", text: plain(text, MAX_VALUE) }];
}

/** What somebody means by "Something else…", to be taken as if they had said it. */
export const sayView = (title: string, asks: string, place: Place): types.ModalView => ({
  type: "modal",
  callback_id: SAY_VIEW,
  private_metadata: JSON.stringify(place),
  title: plain(title, MAX_TITLE),
  submit: plain("Say it", MAX_TITLE),
  close: plain("Cancel", MAX_TITLE),
  blocks: [
    {
      type: "input",
      block_id: "words",
      label: plain(asks, MAX_LABEL),
      element: { type: "plain_text_input", action_id: "value", multiline: true, max_length: MAX_VALUE },
    },
  ],
});

const field = (from: FormField): types.InputBlock => ({
  type: "input",
  block_id: from.name,
  optional: !from.required,
  label: plain(unpinged(from.label), MAX_LABEL),
  element: input(from),
});

/** A list would bring back another value than the one that was chosen, or none. */
const fitsOption = (value: string) => value.trim() !== "" && value.length <= MAX_OPTION_VALUE;

function input(from: FormField): types.InputBlock["element"] {
  const options = [...new Set(from.options)].map((value) => ({
    text: plain(value, MAX_OPTION),
    value,
  }));
  const chosen = options.find(({ value }) => value === from.value);
  const listed = options.length <= MAX_OPTIONS && options.every(({ value }) => fitsOption(value));
  if (from.input === "select" && options.length > 0 && listed) {
    return {
      type: "static_select",
      action_id: "value",
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    };
  }
  return {
    type: "plain_text_input",
    action_id: "value",
    multiline: from.input === "paragraph",
    max_length: MAX_VALUE,
    ...(from.value ? { initial_value: from.value } : {}),
  };
}

const plain = (text: string, limit: number): types.PlainTextElement => ({
  type: "plain_text",
  text: ellipsis(text, limit) || "…",
});
