import { nameKey } from "../../lib/name-keys.ts";
import type { Asked, ProposedItem } from "./point.ts";

/** Parts of a proposal that are accepted or declined by word; `items` as `openItems` takes them. */
export interface ItemsAnswer {
  readonly type: "items";
  readonly verb: "accept" | "decline";
  readonly items: string;
}

type Proposal = Asked & { readonly type: "proposal" };

const TAKE = "accept|save|take|keep|write|add|import";
const LEAVE = "decline|discard|drop|not|no|without|leave out|skip";
const VERB = new RegExp(`^(?:(${TAKE})|(${LEAVE})) (.+)$`);
const ALL = /^(?:all|everything|it all|them all|all of (?:it|them))(?: \d+)?$/;
const REST = /^(?:the )?(?:rest|others?|other ones|remaining(?: ones)?)$/;
const EXCEPT =
  /^(?:yes )?(?:(?:all|everything|it all|them all|all of (?:it|them)) )?(?:but|except|without|apart from|besides) (?:for )?(.+)$/;
const FILLERS = /^(?:and|or|the|a|an|of|for|part|parts|one|ones|item|number|only|just|new|character|entry)$/;

/**
 * Which parts of a proposal a short answer accepts or declines: by number ("accept 1 and 3"), by what they are about
 * ("accept the age", "not Tom"), the rest, or all but some. `said` is a key of the words. Undefined where it names no
 * part that is open.
 */
export function readItems(said: string, { items }: Proposal): ItemsAnswer | undefined {
  const found = VERB.exec(said);
  const verb = found?.[2] === undefined ? "accept" : "decline";
  const object = found?.[3] ?? said;
  const open = items.filter((item) => item.state === "open");
  const but = EXCEPT.exec(object)?.[1];
  if (but !== undefined) {
    const left = new Set(named(but, open));
    return left.size === 0
      ? undefined
      : answer(
          verb,
          open.filter((item) => !left.has(item)),
        );
  }
  if (!found) return undefined;
  if (ALL.test(object) || REST.test(object)) return { type: "items", verb, items: "all" };
  const numbers = /^(?:(?:numbers? )?\d+(?: and)? ?)+$/.test(object) ? object.match(/\d+/g) : undefined;
  if (numbers) return { type: "items", verb, items: numbers.join(",") };
  const meant = named(object, open);
  return meant.length === 0 ? undefined : answer(verb, meant);
}

const answer = (verb: ItemsAnswer["verb"], items: readonly ProposedItem[]): ItemsAnswer | undefined =>
  items.length === 0 ? undefined : { type: "items", verb, items: items.map(({ id }) => id).join(",") };

/** The parts that the words are about, by number, field and name; none where a word is about nothing here. */
function named(object: string, open: readonly ProposedItem[]): ProposedItem[] {
  const numbers: readonly string[] = object.match(/\b\d+\b/g) ?? [];
  const byNumber = open.filter(({ id }) => numbers.includes(id));
  const [fields, others] = pick(object.replace(/\b\d+\b/g, " "), new Set(open.flatMap(fieldOf)));
  const [names, rest] = pick(others.join(" "), new Set(open.map(({ line }) => nameKey(line.name))));
  if (rest.some((word) => !FILLERS.test(word))) return [];
  const meant = open.filter(
    (item) =>
      (fields.size > 0 || names.size > 0) &&
      (fields.size === 0 || fieldOf(item).some((field) => fields.has(field))) &&
      (names.size === 0 || names.has(nameKey(item.line.name))),
  );
  return open.filter((item) => byNumber.includes(item) || meant.includes(item));
}

function fieldOf({ line }: ProposedItem): string[] {
  if (line.field !== undefined) return [nameKey(line.field.replaceAll("_", " "))];
  return line.kind === "relationship" ? ["relationship", "tie"] : [];
}

/** Which of the words occur, longest first and also as somebody's ("toms age"), and what is left. */
function pick(text: string, words: ReadonlySet<string>): [ReadonlySet<string>, string[]] {
  let left = ` ${text} `;
  const found = new Set<string>();
  for (const word of [...words].toSorted((a, b) => b.length - a.length)) {
    const at = [` ${word} `, ` ${word}s `].find((form) => left.includes(form));
    if (at === undefined) continue;
    found.add(word);
    left = left.replaceAll(at, " ");
  }
  return [found, left.split(" ").filter(Boolean)];
}
