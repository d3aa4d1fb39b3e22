import type { types } from "@slack/bolt";
import { standingOf } from "../../chat/choice-standing.ts";
import { choiceDetails, choiceLine } from "../../chat/markdown.ts";
import type { ChoicesBlock } from "../../chat/reply.ts";
import { ellipsis } from "../../lib/ellipsis.ts";

type Choice = ChoicesBlock["choices"][number];

// https://docs.slack.dev/reference/block-kit/block-elements and …/blocks/actions-block
const MAX_LABEL = 75;
const MAX_OPTION = 75;
const OPTIONS_IN_MENU = 100;
/** More buttons than this read worse than a list to choose from; an actions block holds 25. */
const MAX_BUTTONS = 10;

/** The blocks that offer the open choices: buttons while they are few, then menus of 100. `more`: the id of the button that tells more of them. */
export function choiceActions(
  choices: readonly Choice[],
  firstMenu: number,
  more?: string,
): types.ActionsBlock[] {
  const open = choices.filter(({ state }) => state === "open");
  if (open.length === 0) return [];
  const details = more !== undefined && choiceDetails(open) !== "" ? [plainButton(more, "Details")] : [];
  if (open.length <= MAX_BUTTONS) return [{ type: "actions", elements: [...open.map(button), ...details] }];
  const menus = Math.ceil(open.length / OPTIONS_IN_MENU);
  const rows = Array.from({ length: menus }, (_, index): types.ActionsBlock => {
    const some = open.slice(index * OPTIONS_IN_MENU, (index + 1) * OPTIONS_IN_MENU);
    return { type: "actions", elements: [menu(some, `menu:${firstMenu + index}`)] };
  });
  return details.length > 0 ? [...rows, { type: "actions", elements: details }] : rows;
}

/** What the buttons mean, and what was pressed: Slack has no button that cannot be pressed. */
export function choiceLines(choices: readonly Choice[]): string[] {
  const menu = choices.length > MAX_BUTTONS;
  return choices.flatMap((choice) => {
    const standing = standingOf(choice);
    if (choice.state === "pressed") return [`- ✓ ${choice.label}${standing === "" ? "" : ` — ${standing}`}`];
    if (choice.state === "expired" || (menu && fitsOption(choice) && standing === "")) return [];
    return choice.description.trim() === "" && choice.label.length <= MAX_LABEL && standing === ""
      ? []
      : [`- ${choiceLine(choice)}`];
  });
}

export const plainButton = (actionId: string, label: string): types.Button => ({
  type: "button",
  action_id: actionId,
  text: { type: "plain_text", text: ellipsis(label, MAX_LABEL) },
});

const fitsOption = ({ label, description }: Choice) =>
  label.length <= MAX_OPTION && description.length <= MAX_OPTION;

const button = (choice: Choice): types.Button => ({
  ...plainButton(choice.id, choice.label),
  value: choice.id,
  ...(choice.category === "recommended" ? { style: "primary" } : {}),
});

const menu = (choices: readonly Choice[], actionId: string): types.StaticSelect => ({
  type: "static_select",
  action_id: actionId,
  placeholder: { type: "plain_text", text: ellipsis(`${choices[0]?.label} … ${choices.at(-1)?.label}`, 150) },
  options: choices.map((choice) => ({
    value: choice.id,
    text: { type: "plain_text", text: ellipsis(choice.label, MAX_OPTION) },
    ...(choice.description.trim() === ""
      ? {}
      : { description: { type: "plain_text", text: ellipsis(choice.description, MAX_OPTION) } }),
  })),
});
