import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIStringSelectComponent,
} from "discord.js";
import { type Aside, asideId } from "../../chat/aside.ts";
import { choiceNotes, isNoted } from "../../chat/choice-notes.ts";
import { asList, choicePage, isAsking, turns } from "../../chat/choice-pages.ts";
import { standingOf } from "../../chat/choice-standing.ts";
import { choiceLine, hasDetails } from "../../chat/choice-words.ts";
import { openingId } from "../../chat/opening.ts";
import type { ChoicesBlock } from "../../chat/reply.ts";
import { ellipsis } from "../../lib/ellipsis.ts";

export type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;
type Button = APIButtonComponentWithCustomId;
type Choice = ChoicesBlock["choices"][number];
/** Where choices stand: the message and its block. `thread`: see `Aside`. */
export type Standing = Pick<Aside, "message_id" | "block"> & { readonly thread?: string | undefined };

const ACTION_ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
const PRIMARY = 1;
const SECONDARY = 2;
// https://docs.discord.com/developers/components/reference
const BUTTONS_IN_ROW = 5;
const OPTIONS_IN_SELECT = 25;
const MAX_LABEL = 80;
const MAX_OPTION = 100;
const MAX_PLACEHOLDER = 150;
const PENCIL = "✏️";

/** The rows that offer choices: buttons while they are few, else a list of 25, whose other pages are shown to whoever asks. */
export function choiceRows(block: ChoicesBlock, at: Standing): Row[] {
  const { choices } = block;
  const details = hasDetails(block) ? [plainButton(asideId({ type: "details", ...at }), "Details")] : [];
  if (!asList(choices)) return buttonRows([...choices.map((choice) => button(choice, at)), ...details]);
  const asking = choices.filter(isAsking).map((choice) => button(choice, at));
  return [...menu(choices, at, 0), ...buttonRows([...turners(choices, at, 0), ...asking, ...details])];
}

/** One page of a long list, and the ways to the next ones. */
export const pageRows = (choices: readonly Choice[], at: Standing, page: number): Row[] => [
  ...menu(choices, at, page),
  ...buttonRows(turners(choices, at, page)),
];

/** "26–50 of 60"; undefined when nothing is left to choose. */
export function pageTitle(choices: readonly Choice[], page: number): string | undefined {
  const { from, to, total } = choicePage(choices, OPTIONS_IN_SELECT, page);
  return total === 0 ? undefined : `${from}–${to} of ${total}`;
}

function menu(choices: readonly Choice[], { block, thread }: Standing, wanted: number): Row[] {
  const { from, to, total, pages, page, choices: some } = choicePage(choices, OPTIONS_IN_SELECT, wanted);
  if (some.length === 0) return [];
  const which = pages > 1 ? `${from}–${to} of ${total}: ` : "";
  const select: APIStringSelectComponent = {
    type: STRING_SELECT,
    custom_id: `menu:${block}:${page}${thread === undefined ? "" : `@${thread}`}`,
    placeholder: ellipsis(`${which}${some[0]?.label ?? ""} … ${some.at(-1)?.label ?? ""}`, MAX_PLACEHOLDER),
    options: some.map(option),
  };
  return [{ type: ACTION_ROW, components: [select] }];
}

const turners = (choices: readonly Choice[], at: Standing, page: number): Button[] =>
  turns(choices, OPTIONS_IN_SELECT, page).map((turn) =>
    plainButton(asideId({ type: "page", ...at, page: turn.page }), turn.label),
  );

/** What the ways out do, in small print; empty when there is nothing to say. */
export const smallPrint = (choices: readonly Choice[]): string => choiceNotes(choices, MAX_LABEL);

/** What the buttons mean. A list says most of it itself, so there only what did not fit is said again, and what was taken. */
export function choiceLines(choices: readonly Choice[]): string[] {
  const list = asList(choices);
  return choices.flatMap((choice) => {
    const { label, description, state } = choice;
    const standing = standingOf(choice);
    if (list && state === "pressed") return [`- ✓ ${label}${standing === "" ? "" : ` — ${standing}`}`];
    if (list && state === "expired") return [];
    if (isNoted(choice, choices, MAX_LABEL)) return [];
    const told =
      list && !isAsking(choice) ? fitsOption(choice) : label.length <= MAX_LABEL && description.trim() === "";
    return told && standing === "" ? [] : [`- ${choiceLine(choice)}`];
  });
}

export function buttonRows(buttons: readonly Button[]): Row[] {
  return chunks(buttons, BUTTONS_IN_ROW).map((components) => ({ type: ACTION_ROW, components }));
}

export const plainButton = (customId: string, label: string): Button => ({
  type: BUTTON,
  style: SECONDARY,
  custom_id: customId,
  label: ellipsis(label, MAX_LABEL) || "…",
});

const isOpen = (choice: Choice) => choice.state === "open";
const fitsOption = ({ label, description }: Choice) =>
  label.length <= MAX_OPTION && description.length <= MAX_OPTION;

function button(choice: Choice, at: Standing): Button {
  const label = choice.state === "pressed" ? `✓ ${choice.label}` : choice.label;
  const asking = isAsking(choice);
  return {
    ...plainButton(buttonId(choice, at), label),
    ...(choice.category === "recommended" ? { style: PRIMARY } : {}),
    ...(asking ? { emoji: { name: PENCIL } } : {}),
    ...(isOpen(choice) ? {} : { disabled: true }),
  };
}

function buttonId(choice: Choice, at: Standing): string {
  if (isAsking(choice)) return asideId({ type: "say", ...at, choice_id: choice.id });
  return choice.opens ? openingId(choice.id) : choice.id;
}

const option = (choice: Choice) => ({
  value: choice.id,
  label: ellipsis(choice.label, MAX_OPTION) || "…",
  ...(choice.description.trim() === "" ? {} : { description: ellipsis(choice.description, MAX_OPTION) }),
});

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
