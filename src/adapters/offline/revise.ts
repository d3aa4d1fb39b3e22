import type { FactValue } from "../../domain/bible/fact.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { ReviseRequest, Revision } from "../../ports/model.ts";
import { type Exchange, exchangeAll, inPlaceOf, whole, wordsPattern } from "./reviser/exchange.ts";
import { exchangeAge, exchangeCount } from "./reviser/numbers.ts";
import { saidOf } from "./reviser/owner.ts";
import { exchangePronouns } from "./reviser/pronouns.ts";

/** Their values are words of other meanings in a text. */
const UNSAID: readonly string[] = ["role", "int_ext", "secret"];
/** Of a scene, a document tells these as they are written; its other values stand in other scenes too. */
const SAID_OF_SCENES: readonly string[] = ["name", "heading", "summary"];

/**
 * Brings a text up to date by exchanging the words of an old value for the new one where they stand: numbers in figures
 * or words, the article before them, a name, and the pronouns of a text about one person. What it cannot find it leaves.
 */
export function reviseOffline(request: ReviseRequest): string {
  return exchangeAll(
    request.text,
    request.changes.flatMap((change) => exchangesFor(change, request)),
  );
}

function exchangesFor(change: Revision, { text, people }: ReviseRequest): Exchange[] {
  const { kind, field, name } = change;
  if (UNSAID.includes(field) || (kind === "scene" && !SAID_OF_SCENES.includes(field))) return [];
  if (kind !== "character" || field === "name") return valueExchanges(change);
  if (field === "gender") {
    const alone = people.every((other) => nameKey(other) === nameKey(name));
    const pronouns = alone ? exchangePronouns(change.before, change.after) : undefined;
    return pronouns ? [pronouns] : [];
  }
  return valueExchanges(change).map((exchange) => saidOf(text, name, people, exchange));
}

function valueExchanges({ field, name, before, after }: Revision): Exchange[] {
  if (typeof before === "number" && typeof after === "number")
    return [field === "age" ? exchangeAge(before, after) : exchangeCount(before, after, name)];
  const pair = wordsOf(before, after);
  if (!pair) return [];
  const [old, now] = pair;
  return [{ find: whole(wordsPattern(old)), by: (match) => inPlaceOf(match, now) }];
}

/** Of two lists the one item that took the place of one other. */
function wordsOf(
  before: FactValue | undefined,
  after: FactValue | undefined,
): readonly [string, string] | undefined {
  if (Array.isArray(before) && Array.isArray(after)) {
    const [lost, ...others] = before.filter((item) => !after.includes(item));
    const [won, ...more] = after.filter((item) => !before.includes(item));
    return lost && won && others.length + more.length === 0 ? [lost, won] : undefined;
  }
  if (typeof before !== "string" || typeof after !== "string") return undefined;
  const [old, now] = [before, after].map((value) => value.trim().replace(/\.$/, ""));
  return old && now && /[\p{L}\p{N}]/u.test(old) ? [old, now] : undefined;
}
