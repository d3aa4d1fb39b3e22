import type { Choice, Vote } from "../domain/choice.ts";
import { ellipsis } from "../lib/ellipsis.ts";
import { wordList } from "../lib/word-list.ts";

const NAMED = 6;
const NAME_CHARS = 40;

type Shown = Pick<Choice, "state" | "votes" | "needed" | "pressed_by" | "pressed_by_name">;

/** Who pressed what, in a few words: "2 of 3: Ana, Bo", "Ana would take this", "decided by Ana and Bo". Empty for none. */
export function standingOf({ state, votes = [], needed, pressed_by, pressed_by_name }: Shown): string {
  if (state === "expired") return "";
  if (state === "pressed") {
    const voted = votes.some(({ by }) => by === pressed_by);
    if (needed !== undefined && voted) return `decided by ${namesOf(votes)}`;
    return pressed_by_name === undefined ? "" : `chosen by ${ellipsis(pressed_by_name, NAME_CHARS)}`;
  }
  if (needed !== undefined)
    return votes.length === 0 ? `takes ${needed} votes` : `${votes.length} of ${needed}: ${listOf(votes)}`;
  return votes.length === 0 ? "" : `${namesOf(votes)} would take this`;
}

/** Why a choice that was pressed does nothing any more; undefined while it does. */
export function lateWords(choice: Shown & Pick<Choice, "label">): string | undefined {
  if (choice.state === "open") return undefined;
  const standing = standingOf(choice);
  const what = `“${choice.label}” is settled already${standing === "" ? "" : `: ${standing}`}.`;
  return `${what} Type /workflow to see what can be done next.`;
}

export const nameOfVote = ({ by, by_name }: Vote): string => ellipsis(by_name ?? by, NAME_CHARS);

/** "Ana, Bo and Cy". */
export const namesOf = (votes: readonly Vote[]): string => wordList(votes.map(nameOfVote), NAMED);

const listOf = (votes: readonly Vote[]): string => {
  const names = votes.map(nameOfVote);
  return names.length > NAMED
    ? `${names.slice(0, NAMED).join(", ")} and ${names.length - NAMED} more`
    : names.join(", ");
};
