import { nameKey } from "../../lib/name-keys.ts";
import type { FactValue } from "./fact.ts";
import { MAX_TEXT_CHARS } from "./kinds.ts";

/** Of these people tell bit by bit: "used to be a paramedic", then "lost his licence". */
const TOLD_IN_PARTS: readonly string[] = ["background", "appearance", "wardrobe", "description", "notes"];
const LITTLE = new Set(
  "a an the his her their its he she they it and or of in on at to for with by from is was were be been has have had".split(
    " ",
  ),
);

/**
 * Both texts together, where the second plainly tells more and takes nothing back: they share no word that says
 * something. "Grew up in Leeds" and "grew up in Oslo" do, and are for people to settle.
 */
export function toldFurther(field: string, before: FactValue, said: FactValue): string | undefined {
  if (!TOLD_IN_PARTS.includes(field) || typeof before !== "string" || typeof said !== "string")
    return undefined;
  const known = new Set(wordsOf(before));
  const both = `${opened(before)}${said}`;
  if (comesFrom(before) && comesFrom(said)) return undefined;
  return both.length > MAX_TEXT_CHARS || wordsOf(said).some((word) => known.has(word)) ? undefined : both;
}

/** "From Rome": nobody comes from a second place as well, unless people say so. */
const comesFrom = (text: string): boolean =>
  /(?:^|;\s*)(?:(?:is|was|comes|came|hails|originally|born)\s+)*from\s+(?:the\s+)?\p{Lu}/u.test(text);

/** Whether a text begins with the whole of another and goes on, as what is told further does. */
export const toldOn = (before: string, after: string): boolean => after.startsWith(opened(before));

const opened = (text: string): string => `${text.replace(/[.;\s]+$/, "")}; `;

const wordsOf = (text: string): string[] =>
  nameKey(text)
    .split(" ")
    .filter((word) => word !== "" && !LITTLE.has(word));
