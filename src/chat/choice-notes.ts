import { asList, isAsking } from "./choice-pages.ts";
import { standingOf } from "./choice-standing.ts";
import type { ChoicesBlock } from "./reply.ts";

type Choice = ChoicesBlock["choices"][number];

/**
 * Whether a choice needs no line of its own: it is a way out that its label says well enough, such as "Undo". What it
 * does is then told in small print.
 */
export const isNoted = (choice: Choice, all: readonly Choice[], maxLabel: number): boolean =>
  choice.category === "manual" &&
  choice.state === "open" &&
  (!asList(all) || isAsking(choice)) &&
  choice.label.length <= maxLabel &&
  standingOf(choice) === "";

/** "Edit Sarah: opens a form with what is known · Undo: …"; empty when there is nothing to say. A form says it itself. */
export const choiceNotes = (choices: readonly Choice[], maxLabel: number): string =>
  choices
    .filter((choice) => choice.description.trim() !== "" && !isAsking(choice))
    .filter((choice) => isNoted(choice, choices, maxLabel))
    .map(({ label, description }) => `${label}: ${lowerFirst(description.replace(/\s+/g, " ").trim())}`)
    .join(" · ");

/** Words that are written with capitals keep them. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}|^\p{Lu}\s/u.test(text) && !text.startsWith("I ")
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
