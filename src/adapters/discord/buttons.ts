import type { APIActionRowComponent, APIComponentInMessageActionRow } from "discord.js";
import { standingOf } from "../../chat/choice-standing.ts";
import { choiceDetails, choiceLine } from "../../chat/markdown.ts";
import type { ChoicesBlock } from "../../chat/reply.ts";
import { ellipsis } from "../../lib/ellipsis.ts";

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
type Choice = ChoicesBlock["choices"][number];

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
/** More than two rows of buttons read worse than a list to choose from. */
const MAX_BUTTONS = 10;

/**
 * The rows that offer choices: buttons while they are few, then menus of 25. A pressed choice stays, unpressable. `more`:
 * the id of the button that tells more of them.
 */
export function choiceRows(choices: readonly Choice[], firstMenu: number, more?: string): Row[] {
  const details = more !== undefined && choiceDetails(choices) !== "" ? [plainButton(more, "Details")] : [];
  if (choices.length <= MAX_BUTTONS) return buttonRows([...choices.map(button), ...details]);
  const menus = menuRows(choices, firstMenu);
  return [...menus, ...buttonRows(details)];
}

function menuRows(choices: readonly Choice[], firstMenu: number): Row[] {
  return chunks(choices.filter(isOpen), OPTIONS_IN_SELECT).map((some, index) => ({
    type: ACTION_ROW,
    components: [
      {
        type: STRING_SELECT,
        custom_id: `menu:${firstMenu + index}`,
        placeholder: ellipsis(`${some[0]?.label ?? ""} … ${some.at(-1)?.label ?? ""}`, 150),
        options: some.map(option),
      },
    ],
  }));
}

/** What the buttons mean. A menu says most of it itself, so there only what did not fit is said again. */
export function choiceLines(choices: readonly Choice[]): string[] {
  const menu = choices.length > MAX_BUTTONS;
  return choices
    .filter(
      (choice) =>
        (choice.description.trim() !== "" && !(menu && fitsOption(choice))) || standingOf(choice) !== "",
    )
    .map((choice) => `- ${choiceLine(choice)}`);
}

export function buttonRows(buttons: readonly APIComponentInMessageActionRow[]): Row[] {
  return chunks(buttons, BUTTONS_IN_ROW).map((components) => ({ type: ACTION_ROW, components }));
}

export const plainButton = (customId: string, label: string): APIComponentInMessageActionRow => ({
  type: BUTTON,
  style: SECONDARY,
  custom_id: customId,
  label: ellipsis(label, MAX_LABEL),
});

const isOpen = (choice: Choice) => choice.state === "open";
const fitsOption = ({ label, description }: Choice) =>
  label.length <= MAX_OPTION && description.length <= MAX_OPTION;

const button = (choice: Choice): APIComponentInMessageActionRow => ({
  type: BUTTON,
  style: choice.category === "recommended" ? PRIMARY : SECONDARY,
  custom_id: choice.id,
  label: ellipsis(choice.state === "pressed" ? `✓ ${choice.label}` : choice.label, MAX_LABEL),
  ...(isOpen(choice) ? {} : { disabled: true }),
});

const option = (choice: Choice) => ({
  value: choice.id,
  label: ellipsis(choice.label, MAX_OPTION),
  ...(choice.description.trim() === "" ? {} : { description: ellipsis(choice.description, MAX_OPTION) }),
});

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
