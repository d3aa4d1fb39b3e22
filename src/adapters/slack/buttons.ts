import type { types } from "@slack/bolt";
import { type Aside, asideId } from "../../chat/aside.ts";
import { choiceNotes, isNoted } from "../../chat/choice-notes.ts";
import { asList, choicePage, isAsking, listed, turns } from "../../chat/choice-pages.ts";
import { standingOf } from "../../chat/choice-standing.ts";
import { choiceLine, hasDetails } from "../../chat/choice-words.ts";
import type { ChoicesBlock } from "../../chat/reply.ts";
import { ellipsis } from "../../lib/ellipsis.ts";

type Choice = ChoicesBlock["choices"][number];
type Actions = types.ActionsBlock;
/** Where choices stand: the message and its block. `thread`: see `Aside`. */
export type Standing = Pick<Aside, "message_id" | "block"> & { readonly thread?: string | undefined };

// https://docs.slack.dev/reference/block-kit/block-elements and …/blocks/actions-block
const MAX_LABEL = 75;
const MAX_OPTION = 75;
const MAX_PLACEHOLDER = 150;
const OPTIONS_IN_MENU = 100;
const BUTTONS_IN_BLOCK = 25;

/** The blocks that offer the open choices: buttons while they are few, else a list of 100, whose other pages are shown to whoever asks. */
export function choiceActions(block: ChoicesBlock, at: Standing): Actions[] {
  const { choices } = block;
  const open = choices.filter(({ state }) => state === "open");
  const details = hasDetails(block) ? [plainButton(asideId({ type: "details", ...at }), "Details")] : [];
  if (!asList(choices)) return buttonBlocks([...open.map((choice) => button(choice, at)), ...details]);
  const asking = open.filter(isAsking).map((choice) => button(choice, at));
  return [...menu(choices, at, 0), ...buttonBlocks([...turners(choices, at, 0), ...asking, ...details])];
}

/** One page of a long list, and the ways to the next ones. */
export const pageActions = (choices: readonly Choice[], at: Standing, page: number): Actions[] => [
  ...menu(choices, at, page),
  ...buttonBlocks(turners(choices, at, page)),
];

/** "101–200 of 220"; undefined when nothing is left to choose. */
export function pageTitle(choices: readonly Choice[], page: number): string | undefined {
  const { from, to, total } = choicePage(choices, OPTIONS_IN_MENU, page);
  return total === 0 ? undefined : `${from}–${to} of ${total}`;
}

/** What the ways out do, in small print; empty when there is nothing to say. */
export const smallPrint = (choices: readonly Choice[]): string => choiceNotes(choices, MAX_LABEL);

/** What the buttons mean, and what was pressed: Slack has no button that cannot be pressed. */
export function choiceLines(choices: readonly Choice[]): string[] {
  const inList = new Set(asList(choices) ? listed(choices) : []);
  return choices.flatMap((choice) => {
    const { label, description, state } = choice;
    const standing = standingOf(choice);
    if (state === "pressed") return [`- ✓ ${label}${standing === "" ? "" : ` — ${standing}`}`];
    if (state === "expired") return [];
    if (isNoted(choice, choices, MAX_LABEL)) return [];
    const told = inList.has(choice)
      ? fitsOption(choice)
      : label.length <= MAX_LABEL && description.trim() === "";
    return told && standing === "" ? [] : [`- ${choiceLine(choice)}`];
  });
}

export const plainButton = (actionId: string, label: string): types.Button => ({
  type: "button",
  action_id: actionId,
  text: plain(label, MAX_LABEL),
});

const fitsOption = ({ label, description }: Choice) =>
  label.length <= MAX_OPTION && description.length <= MAX_OPTION;

function button(choice: Choice, at: Standing): types.Button {
  if (isAsking(choice))
    return plainButton(asideId({ type: "say", ...at, choice_id: choice.id }), choice.label);
  return {
    ...plainButton(choice.id, choice.label),
    value: choice.id,
    ...(choice.category === "recommended" ? { style: "primary" } : {}),
  };
}

function menu(choices: readonly Choice[], { block, thread }: Standing, wanted: number): Actions[] {
  const { from, to, total, pages, page, choices: some } = choicePage(choices, OPTIONS_IN_MENU, wanted);
  if (some.length === 0) return [];
  const which = pages > 1 ? `${from}–${to} of ${total}: ` : "";
  const select: types.StaticSelect = {
    type: "static_select",
    action_id: `menu:${block}:${page}${thread === undefined ? "" : `@${thread}`}`,
    placeholder: plain(`${which}${some[0]?.label} … ${some.at(-1)?.label}`, MAX_PLACEHOLDER),
    options: some.map(option),
  };
  return [{ type: "actions", elements: [select] }];
}

const turners = (choices: readonly Choice[], at: Standing, page: number): types.Button[] =>
  turns(choices, OPTIONS_IN_MENU, page).map((turn) =>
    plainButton(asideId({ type: "page", ...at, page: turn.page }), turn.label),
  );

const option = (choice: Choice): types.PlainTextOption => ({
  value: choice.id,
  text: plain(choice.label, MAX_OPTION),
  ...(choice.description.trim() === "" ? {} : { description: plain(choice.description, MAX_OPTION) }),
});

const buttonBlocks = (buttons: readonly types.Button[]): Actions[] =>
  Array.from({ length: Math.ceil(buttons.length / BUTTONS_IN_BLOCK) }, (_, index) => ({
    type: "actions",
    elements: buttons.slice(index * BUTTONS_IN_BLOCK, (index + 1) * BUTTONS_IN_BLOCK),
  }));

const plain = (text: string, limit: number): types.PlainTextElement => ({
  type: "plain_text",
  text: ellipsis(text, limit) || "…",
});
