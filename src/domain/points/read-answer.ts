import { nameKey } from "../../lib/name-keys.ts";
import { wordNumber } from "../../lib/number-words.ts";
import { checkField, fieldShape } from "../bible/field-check.ts";
import type { ProjectSchema } from "../bible/project-schema.ts";
import { valueText } from "../bible/value-text.ts";
import type { Asked, Candidate, Point } from "./point.ts";
import { type ItemsAnswer, readItems } from "./read-items.ts";

/**
 * What a short message answers. `value` is as `/open answer` takes it: an entry's id, a field's value, a name, or
 * "keep", "change", "both", "is <value>", "story", "from <scene>".
 */
export type Answer =
  | { readonly type: "skip" }
  | { readonly type: "value"; readonly value: string }
  | ItemsAnswer;

/** Longer talk is no answer to a short question. */
const MAX_WORDS = 12;
/** The answer that leaves a name to Backlot. */
export const MAKE_ONE_UP = "make one up";
/** The answers to "which": somebody not among them, and all of them. */
export const SOMEBODY_NEW = "somebody new";
export const ALL_OF_THEM = "all of them";
/** The answers to several contradictions of one message at once. */
export const CHANGE_ALL = "change all";
export const KEEP_ALL = "keep all";
const INVENT =
  /^(?:make (?:one|it|something) up|you (?:choose|pick|decide)|invent (?:one|a name)|surprise me|any(?: name)?)$/;
const SKIP =
  /^(?:skip(?: (?:it|that|this))?|never ?mind|later|not now|no idea|(?:i )?dont know|leave it|pass)$/;
const YES =
  /^(?:yes(?: please)?|yep|yeah|ok(?:ay)?|sure|accept(?: (?:it|all|them(?: all)?|everything))?|(?:yes )?save (?:it|them|all)|(?:yes )?(?:import|add|write|keep)(?: (?:it|them|all|both|everything))|(?:yes )?import|all of (?:it|them)|(?:yes )?(?:go ahead|do it|go for it))$/;
const NEW =
  /^(?:no )?(?:(?:\S+ ){1,3}(?:is|are) |(?:he|she|they|it|thats?)(?: is| are|s|re)? )?(?:an? |the )?(?:new|different|another|somebody (?:new|else)|someone (?:new|else)|other)(?: (?:one|person|character|role|guy|woman|man))?$/;
const ALL = /^(?:both(?: of (?:them|us))?|all(?: of them| \w+)?|each(?: of them)?|the two(?: of them)?)$/;
const NO =
  /^(?:no(?: thanks)?|nope|decline(?: (?:it|all|them(?: all)?|everything))?|discard(?: (?:it|all|them))?|(?:none|neither)(?: of (?:it|them|these|those|the two))?|dont|cancel(?: (?:it|that))?)$/;
const SMALL_TALK =
  /^(?:hi|hello|hey|thanks?(?: you)?|thx|ok(?:ay)?|yes|no|yep|nope|sure|cool|great|nice|good|wow|lol|hm+|what|why|who|how|when|where|which|help|undo|redo|wait|stop|please|sorry|hmm+)\b/;
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"];

/**
 * Reads a message as the answer to a point; undefined when it is none. `latest`: the point is the newest one that waits:
 * only then a bare "yes" or free words are meant for it.
 */
export function readAnswer(
  text: string,
  point: Point,
  latest: boolean,
  schema: ProjectSchema,
): Answer | undefined {
  const said = nameKey(text);
  if (said === "" || said.split(" ").length > MAX_WORDS || /[?\n]/.test(text)) return undefined;
  const { asks } = point;
  if (latest && SKIP.test(said) && !(asks.type === "conflict" && said === "leave it"))
    return { type: "skip" };
  switch (asks.type) {
    case "which":
      if (latest && NO.test(said)) return { type: "skip" };
      return asValue(whichOf(asks.candidates, said, latest));
    case "missing":
      return asValue(valueFor(asks, text, latest, schema));
    case "name":
      if (INVENT.test(said)) return asValue(MAKE_ONE_UP);
      return asValue(latest ? nameIn(text) : undefined);
    case "conflict":
      return asValue(verdict(asks, said, latest) ?? (latest ? thirdValue(asks, text, schema) : undefined));
    case "proposal":
      return readItems(said, asks) ?? (latest ? allItems(said) : undefined);
  }
}

const asValue = (value: string | undefined): Answer | undefined =>
  value === undefined ? undefined : { type: "value", value };

const STORY_LEAD =
  /^(?:(?:it|that|this|she|he|they) )?(?:changes? )?(?:(?:later )?in the (?:story|film|movie) )?/;
const IN_STORY =
  /^(?:(?:it|that|this) )?(?:changes? (?:later )?in the (?:story|film|movie)|changes later|later in the (?:story|film|movie)|in the story)$/;
const FROM = /^(?:from|in|since|after|as of|starting (?:with|in|from)) (.+?)(?: on(?:wards?)?)?$/;
const LEADS =
  /^(?:(?:i mean|i meant|its|thats|shes|hes|theyre|she is|he is|it is|the|um|uh|oh|no|actually|a|an) )+/;
const bare = (said: string): string => said.replace(LEADS, "").replace(/ (?:one|please|of course)$/, "");

/** By name, by what tells them apart ("the judge"), or by place in the list ("the first", "2"). */
function whichOf(candidates: readonly Candidate[], said: string, latest: boolean): string | undefined {
  if (latest && candidates.length === 1 && YES.test(said)) return candidates[0]?.entry_id;
  if (candidates.length === 1 ? NEW.test(said) : latest && ALL.test(said))
    return candidates.length === 1 ? SOMEBODY_NEW : ALL_OF_THEM;
  const words = bare(said);
  const place = ORDINALS.indexOf(words) >= 0 ? ORDINALS.indexOf(words) + 1 : Number(words);
  if (Number.isInteger(place) && candidates[place - 1]) return candidates[place - 1]?.entry_id;
  const exact = candidates.filter(({ name }) => [said, words].includes(nameKey(name)));
  if (exact.length === 1) return exact[0]?.entry_id;
  const labelled = candidates.filter(({ name, label }) => {
    const known = new Set(nameKey(`${name} ${label}`).split(" "));
    return words !== "" && words.split(" ").every((word) => known.has(word));
  });
  return labelled.length === 1 ? labelled[0]?.entry_id : undefined;
}

function valueFor(
  asks: Asked & { type: "missing" },
  text: string,
  latest: boolean,
  schema: ProjectSchema,
): string | undefined {
  const shape = fieldShape(asks.kind, asks.field, schema);
  const said = text.trim().replace(/[.!]+$/, "");
  const words = said.replace(/^(?:(?:she|he|they|it)(?:['’]s| is| are)|around|about|it['’]?s|just)\s+/i, "");
  if (shape?.type === "number") {
    const number = wordNumber(words.replace(/\s+years?(?: old)?$/i, ""));
    const digits = /^-?\d+(?:\.\d+)?(?=\s*(?:years?(?: old)?|yo)?$)/i.exec(words)?.[0];
    return number === undefined ? digits : String(number);
  }
  if (shape?.type === "select" || shape?.type === "boolean") {
    const check = checkField(asks.kind, asks.field, words, schema);
    return check.ok ? valueText(check.value) : undefined;
  }
  if (!latest || SMALL_TALK.test(nameKey(said)) || said.startsWith("/")) return undefined;
  return words.replace(/^an?\s+/i, "");
}

/** "Ana", "call her Ana", "her name is Ana": one to four words that look like a name. */
function nameIn(text: string): string | undefined {
  const said = text
    .trim()
    .replace(/[.!]+$/, "")
    .replace(
      /^(?:(?:let['’]?s )?call (?:her|him|them|it)|(?:her|his|their|its|the) name(?:['’]s| is)|(?:she|he)(?:['’]s| is) called|named?)\s+/i,
      "",
    );
  const words = said.split(/\s+/);
  if (words.length > 4 || SMALL_TALK.test(nameKey(said)) || /[,;:/]/.test(said)) return undefined;
  const capital = words.every((word) => /^[\p{Lu}\d]|^(?:de|van|von|of|the|la)$/u.test(word));
  if (capital) return said;
  return words.length <= 2 && /^[\p{L}'’ -]+$/u.test(said)
    ? said.replace(/(?<=^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase())
    : undefined;
}

/** Neither of the two, but a third that fits: "31", where 28 and 35 were told. Words would fit any text, so only numbers count. */
function thirdValue(
  { kind, field, name, entry_id }: Asked & { type: "conflict" },
  text: string,
  schema: ProjectSchema,
): string | undefined {
  if (fieldShape(kind, field, schema)?.type !== "number") return undefined;
  const words = text.trim().replace(/^(?:make (?:it|her|him|them)|change (?:it )?to|set it to)\s+/i, "");
  const value = valueFor({ type: "missing", kind, field, name, entry_id }, words, true, schema);
  return value === undefined ? undefined : `is ${value}`;
}

/** Which of two values holds: by word, by the value itself, or from which scene on. */
function verdict(
  { kept, said }: Asked & { type: "conflict" },
  text: string,
  latest: boolean,
): string | undefined {
  const [keeps, changes] = [nameKey(valueText(kept)), nameKey(valueText(said))];
  if (IN_STORY.test(text)) return "story";
  const from = FROM.exec(text.replace(STORY_LEAD, ""))?.[1];
  if (from !== undefined) return `from ${from}`;
  const words = bare(text).replace(/^(?:keep|stay with|leave|change (?:it )?to|make it|use|take) /, "");
  if (
    words === keeps ||
    /^(?:keep|keep it|stays?|leave it|as it (?:is|was)|the (?:old|first) one)$/.test(text)
  )
    return "keep";
  if (
    words === changes ||
    /^(?:change|change it|update(?: it)?|the (?:new|second) one|correct it)$/.test(text)
  )
    return "change";
  if (
    latest &&
    /^(?:change|update) (?:all|both|them(?: all| both)?|everything)(?: of them)?(?: \d+)?$/.test(text)
  )
    return CHANGE_ALL;
  if (
    latest &&
    /^(?:keep|leave) (?:all|them all|everything)(?: of them)?(?: \d+)?(?: as (?:it|they) (?:is|are|was|were))?$/.test(
      text,
    )
  )
    return KEEP_ALL;
  if (/^(?:both|add it|keep both|both are true)$/.test(text)) return "both";
  if (!latest) return undefined;
  return YES.test(text) ? "change" : NO.test(text) ? "keep" : undefined;
}

/** A bare yes or no, where it was asked last. */
function allItems(said: string): Answer | undefined {
  if (YES.test(said)) return { type: "items", verb: "accept", items: "all" };
  return NO.test(said) ? { type: "items", verb: "decline", items: "all" } : undefined;
}
