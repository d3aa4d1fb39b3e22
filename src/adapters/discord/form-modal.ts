import type { APIComponentInLabel, APIModalInteractionResponseCallbackData } from "discord.js";
import type { Block, FormField } from "../../chat/reply.ts";
import { unpinged } from "../../chat/unpinged.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { type FormPage, modalId } from "./form-id.ts";

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
const MAX_OPTION = 100;
const LABEL = 18;
const TEXT_INPUT = 4;
const STRING_SELECT = 3;
const SHORT = 1;
const PARAGRAPH = 2;

type Form = Extract<Block, { type: "form" }>;

/** A modal holds five fields; more make more pages. */
export const formPages = (form: Form): number => Math.max(1, Math.ceil(fillable(form).length / MAX_INPUTS));

/** One page of a form, with what its person typed before in place of what is known. */
export function formModal(
  form: Form,
  at: FormPage,
  typed: Readonly<Record<string, string>> = {},
): APIModalInteractionResponseCallbackData {
  const pages = formPages(form);
  const page = Math.min(at.page, pages - 1);
  const fields = fillable(form).slice(page * MAX_INPUTS, (page + 1) * MAX_INPUTS);
  const title = unpinged(form.title);
  return {
    custom_id: modalId({ ...at, page, pages, form_id: form.form_id }),
    title: pages > 1 ? paged(title, page, pages) : ellipsis(title, MAX_TITLE) || "…",
    components: fields.map((field) => ({
      type: LABEL,
      label: ellipsis(unpinged(field.label), MAX_LABEL) || "…",
      ...(field.label.length > MAX_LABEL ? { description: ellipsis(field.label, MAX_DESCRIPTION) } : {}),
      component: input(field.name in typed ? { ...field, value: typed[field.name] ?? "" } : field),
    })),
  };
}

/** "Edit Sarah (2 of 3)". */
function paged(title: string, page: number, pages: number): string {
  const which = ` (${page + 1} of ${pages})`;
  return `${ellipsis(title, MAX_TITLE - which.length)}${which}`.trim();
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

/** A list would bring back another value than the one that was chosen, or none. */
const fitsOption = (option: string) => option.trim() !== "" && option.length <= MAX_OPTION;

function input(field: FormField): APIComponentInLabel {
  const required = field.required ?? false;
  const options = [...new Set(field.options)];
  const listed = options.length <= MAX_OPTIONS && options.every(fitsOption);
  if (field.input === "select" && options.length > 0 && listed) {
    return {
      type: STRING_SELECT,
      custom_id: field.name,
      required,
      options: options.map((option) => ({
        label: ellipsis(option, MAX_OPTION),
        value: option,
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
