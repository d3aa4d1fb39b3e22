import { asList } from "./choice-pages.ts";
import { standingOf } from "./choice-standing.ts";
import type { ChoicesBlock } from "./reply.ts";

type Shown = ChoicesBlock["choices"][number];

/** What pressing leads to and who pressed it, in one line: the button itself has room for the label only. */
export function choiceLine(choice: Shown): string {
  const about = [choice.description.trim(), effortOf(choice)].filter(Boolean).join(" ");
  const whole = [about, standingOf(choice)].filter(Boolean).join(" · ");
  return whole === "" ? `**${choice.label}**` : `**${choice.label}** — ${whole}`;
}

/** What there is to know before pressing, one paragraph a choice that can be pressed; empty when there is nothing. */
export const choiceDetails = (choices: readonly Shown[]): string =>
  choices
    .filter(({ details, description, state }) => state === "open" && (details || description.trim() !== ""))
    .map((choice) => [choiceLine(choice), choice.details].filter(Boolean).join("\n"))
    .join("\n\n");

/** Whether there is more to know of choices than what is said with them. */
export const hasDetails = ({ brief, choices }: Pick<ChoicesBlock, "brief" | "choices">): boolean =>
  brief ? choiceDetails(choices) !== "" : choices.some(({ details, state }) => details && state === "open");

/** The choices that words say something of, beside their buttons. */
export const toldChoices = ({ brief, choices }: ChoicesBlock): readonly Shown[] =>
  brief && !asList(choices)
    ? choices.filter((choice) => choice.state !== "open" || standingOf(choice) !== "")
    : choices;

/** "(easy, 10 min, high impact)". */
function effortOf({ difficulty, minutes, impact }: Shown): string {
  const effort = [
    difficulty,
    minutes === undefined ? undefined : timeOf(minutes),
    impact && `${impact} impact`,
  ].filter(Boolean);
  return effort.length > 0 ? `(${effort.join(", ")})` : "";
}

/** "45 min", "1 h", "2.5 h": nobody plans in hundreds of minutes. */
const timeOf = (minutes: number): string =>
  minutes < 60 ? `${minutes} min` : `${Math.round(minutes / 30) / 2} h`;
