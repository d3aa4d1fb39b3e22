import { nameKey } from "../../lib/name-keys.ts";
import { singular } from "../../lib/singular.ts";
import type { Group } from "../reading/reading.ts";
import type { FactValue } from "./fact.ts";

/** No name begins with it, so that nothing people say is taken for a key of this kind. */
const MARK = "#";
const ARTICLE = /^(?:the|a|an) /;
/** "ex cop", "former detective": none of the cops. */
const NO_LONGER = new Set(["ex", "former", "formerly"]);
const MAX_KEYS = 12;

/** The key under which a group's members, or all of one trade, are found. Undefined for groups that are found in another way. */
export function groupKey({ by, value }: Group): string | undefined {
  const key = folded(value);
  if (key === "" || (by !== "group" && by !== "occupation")) return undefined;
  return by === "group" ? `${MARK}group ${key}` : `${MARK}job ${key}`;
}

/** Every group and trade a character answers to: "homicide detective" is one of the detectives. `field` reads the character's fields. */
export function memberKeys(field: (name: string) => FactValue | undefined): string[] {
  const groups = field("groups");
  const trade = field("occupation");
  const keys = [
    ...(Array.isArray(groups) ? groups : []).flatMap((value) => groupKey({ by: "group", value }) ?? []),
    ...(typeof trade === "string" ? tradesIn(trade) : []).map((job) => `${MARK}job ${job}`),
  ];
  return [...new Set(keys)].slice(0, MAX_KEYS);
}

function tradesIn(trade: string): string[] {
  const words = folded(trade).split(" ");
  return words.flatMap((word, at) =>
    word === "" || NO_LONGER.has(words[at - 1] ?? "") ? [] : words.slice(at).join(" "),
  );
}

const folded = (words: string): string => singular(nameKey(words).replace(ARTICLE, ""));
