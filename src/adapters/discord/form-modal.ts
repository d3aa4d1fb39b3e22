import type { APIComponentInLabel, APIModalInteractionResponseCallbackData } from "discord.js";
import type { Block, FormField } from "../../chat/reply.ts";
import { unpinged } from "../../chat/unpinged.ts";
import { ellipsis } from "../../lib/ellipsis.ts";

export const FORM_PREFIX = "form:";
const OPENER_PREFIX = "form:open:";
/** The id of the modal that asks for a person's own words. */
export const SAY_MODAL = "say";

// https://docs.discord.com/developers/components/reference (label, text input, string select, modal)
const MAX_INPUTS = 5;
const MAX_TITLE = 45;
const MAX_LABEL = 45;
const MAX_DESCRIPTION = 100;
const MAX_VALUE = 4_000;
/** As much as is shown again in one message, with its quotation marks. */
const MAX_SAID = 1_500;
const MAX_OPTIONS = 25;
const LABEL = 18;
const TEXT_INPUT = 4;
const STRING_SELECT = 3;
const SHORT = 1;
const PARAGRAPH = 2;

type Form = Extract<Block, { type: "form" }>;

/** The id of the button that opens one page of a form. It names the message that holds the fields, so it outlives a restart. */
export const openerId = (messageId: string, block: number, page: number): string =>
  `${OPENER_PREFIX}${messageId}:${block}:${page}`;

export function readOpenerId(
  customId: string,
): { message_id: string; block: number; page: number } | undefined {
  const match = /^form:open:(.+):(\d+):(\d+)$/.exec(customId);
  if (match?.[1] === undefined) return undefined;
  return { message_id: match[1], block: Number(match[2]), page: Number(match[3]) };
}

/** A modal holds five fields; more make more pages, each with a button of its own. */
export const formPages = (form: Form): number => Math.max(1, Math.ceil(fillable(form).length / MAX_INPUTS));

export function formModal(form: Form, page: number): APIModalInteractionResponseCallbackData {
  const fields = fillable(form).slice(page * MAX_INPUTS, (page + 1) * MAX_INPUTS);
  return {
    custom_id: `${FORM_PREFIX}${form.form_id}`,
    title: ellipsis(unpinged(form.title), MAX_TITLE) || "…",
    components: fields.map((field) => ({
      type: LABEL,
      label: ellipsis(unpinged(field.label), MAX_LABEL) || "…",
      ...(field.label.length > MAX_LABEL ? { description: ellipsis(field.label, MAX_DESCRIPTION) } : {}),
      component: input(field),
    })),
  };
}

/** What somebody means by "Something else…", to be taken as if they had said it. What they say is shown to all in one post. */
export const sayModal = (title: string, asks: string): APIModalInteractionResponseCallbackData => ({
  custom_id: SAY_MODAL,
  title: ellipsis(title, MAX_TITLE),
  components: [
    {
      type: LABEL,
      label: "In your own words",
      description: ellipsis(asks, MAX_DESCRIPTION),
      component: {
        type: TEXT_INPUT,
        custom_id: "words",
        style: PARAGRAPH,
        required: true,
        max_length: MAX_SAID,
      },
    },
  ],
});

/** A value that no input can hold would be lost by saving; such a field is changed by saying it. */
const fillable = (form: Form) => form.fields.filter((field) => (field.value?.length ?? 0) <= MAX_VALUE);

function input(field: FormField): APIComponentInLabel {
  const required = field.required ?? false;
  const options = field.options ?? [];
  if (field.input === "select" && options.length > 0 && options.length <= MAX_OPTIONS) {
    return {
      type: STRING_SELECT,
      custom_id: field.name,
      required,
      options: options.map((option) => ({
        label: ellipsis(option, 100),
        value: option.slice(0, 100),
        ...(option === field.value ? { default: true } : {}),
      })),
    };
  }
  return {
    type: TEXT_INPUT,
    custom_id: field.name,
    style: field.input === "paragraph" || (field.value?.length ?? 0) > 100 ? PARAGRAPH : SHORT,
    required,
    max_length: MAX_VALUE,
    ...(field.value ? { value: field.value } : {}),
  };
}
