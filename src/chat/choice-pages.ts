import type { ChoicesBlock } from "./reply.ts";

type Choice = ChoicesBlock["choices"][number];

/** More than two rows of buttons read worse than a list to choose from. */
const MAX_BUTTONS = 10;

/** One page of a list to choose from. `from` and `to` count from 1. */
export interface ChoicePage {
  readonly page: number;
  readonly pages: number;
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly choices: readonly Choice[];
}

/** Whether choices stand in a list. All of them count, so that a press never turns a list into buttons. */
export const asList = (choices: readonly Choice[]): boolean => choices.length > MAX_BUTTONS;

/** What a list holds: whatever can be pressed, but for what asks in a form, which has a button of its own. */
export const listed = (choices: readonly Choice[]): Choice[] =>
  choices.filter((choice) => choice.state === "open" && !isAsking(choice));

/** Whether a form of its own asks for what the person means by it. */
export const isAsking = ({ asks, state }: Choice): boolean => asks !== undefined && state === "open";

/** A page of so many choices; the last one for a number past it, since choices may be gone by now. */
export function choicePage(choices: readonly Choice[], size: number, wanted: number): ChoicePage {
  const all = listed(choices);
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(wanted, pages - 1);
  const some = all.slice(page * size, (page + 1) * size);
  const from = page * size + 1;
  return { page, pages, from, to: from + some.length - 1, total: all.length, choices: some };
}

/** "‹ 1–25" and "51–60 ›": what lies before and after a page, with the pages' numbers. */
export function turns(choices: readonly Choice[], size: number, at: number) {
  const labelled = (page: number, label: (range: string) => string) => {
    const { from, to } = choicePage(choices, size, page);
    return { page, label: label(from === to ? `${from}` : `${from}–${to}`) };
  };
  const { page, pages } = choicePage(choices, size, at);
  return [
    ...(page > 0 ? [labelled(page - 1, (range) => `‹ ${range}`)] : []),
    ...(page < pages - 1 ? [labelled(page + 1, (range) => `${range} ›`)] : []),
  ];
}
