import type { EntryKind } from "../../../../domain/bible/kinds.ts";
import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { at, low, spanOf, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { LIST_FIELDS } from "../words/labels.ts";
import { personNoun } from "../words/people.ts";
import { isTimeOfDay } from "../words/times.ts";
import { adjectivesAt } from "./adjectives.ts";
import { bareAge, type Read } from "./ages.ts";
import type { Discourse } from "./discourse.ts";
import { compact, textField, valueField } from "./fields.ts";
import { personPhraseAt } from "./noun-phrase.ts";
import { trimEnd } from "./phrase.ts";

const GENDERS = new Map([
  ...["f", "female", "woman", "girl", "she", "she / her", "she/her"].map((word): [string, string] => [
    word,
    "female",
  ]),
  ...["m", "male", "man", "boy", "he", "he / him", "he/him"].map((word): [string, string] => [word, "male"]),
  ...["nb", "non-binary", "nonbinary", "they", "they / them", "they/them", "enby"].map(
    (word): [string, string] => [word, "non-binary"],
  ),
]);
const ROLES = new Map([
  ...["lead", "main", "main character", "protagonist", "hero", "heroine", "the lead", "principal"].map(
    (word): [string, string] => [word, "lead"],
  ),
  ...["support", "supporting", "supporting character", "secondary", "side character"].map(
    (word): [string, string] => [word, "support"],
  ),
  ...["day player", "minor", "minor character", "small part"].map((word): [string, string] => [
    word,
    "day player",
  ]),
  ...["extra", "background", "atmosphere"].map((word): [string, string] => [word, "extra"]),
]);

/** The words [from, to) as the value of `field`, in the shape the field has. Undefined when they cannot be one. */
export function labelledValue(
  s: Sentence,
  from: number,
  to: number,
  talk: Discourse,
  kind: EntryKind,
  field: string,
): Read | undefined {
  const end = trimEnd(s, from, to);
  if (end <= from) return undefined;
  const fields =
    kind === "character" ? characterValue(s, from, end, talk, field) : plainValue(s, from, end, talk, field);
  if (fields === undefined || fields.length === 0) return undefined;
  return { fields, to: field === "age" ? (bareAge(s, from)?.to ?? to) : to };
}

function characterValue(
  s: Sentence,
  from: number,
  to: number,
  talk: Discourse,
  field: string,
): FieldReading[] | undefined {
  const said = words(s, from, to);
  if (field === "age") return bareAge(s, from)?.fields;
  if (field === "gender") return mapped(s, from, to, field, GENDERS.get(said) ?? said);
  if (field === "role") {
    const role = ROLES.get(said.replace(/^(?:the|a|an) /, ""));
    const part = personNoun(said.replace(/^(?:the|a|an) /, ""))?.archetype;
    if (role === undefined) return part === undefined ? undefined : mapped(s, from, to, "archetype", part);
    return mapped(s, from, to, field, role);
  }
  if (field === "occupation") return occupationValue(s, from, to, talk);
  if (field === "traits") {
    const list = adjectivesAt(s, from, talk, true);
    if (list !== undefined && list.to >= to) return list.fields;
  }
  if (LIST_FIELDS.has(field)) return [listField(s, from, to, talk, field)];
  return compact([textField(s, talk, field, startOf(s, from), to)]);
}

/** "that" before a told secret or lie is no part of it. */
function startOf(s: Sentence, from: number): number {
  return low(s, from) === "that" ? from + 1 : from;
}

function occupationValue(s: Sentence, from: number, to: number, talk: Discourse): FieldReading[] {
  const phrase = personPhraseAt(s, from, talk);
  const has = phrase?.fields.some((one) => one.field === "occupation") === true;
  if (phrase !== undefined && has && phrase.to >= to)
    return phrase.fields.filter((one) => one.field !== "gender");
  const start = ["a", "an", "the"].includes(low(s, from)) ? from + 1 : from;
  return compact([textField(s, talk, "occupation", start, to)]);
}

function listField(s: Sentence, from: number, to: number, talk: Discourse, field: string): FieldReading {
  const start = startOf(s, from);
  const items: string[] = [];
  let begin = start;
  const close = (end: number): void => {
    const item = textField(s, talk, field, begin, end);
    if (item !== undefined) items.push(String(item.value).replace(field === "groups" ? /^the /i : "", ""));
  };
  for (let here = start; here < to; here += 1) {
    const joint =
      at(s, here).low === "," || (field !== "secrets" && ["and", "or", "&", "/"].includes(low(s, here)));
    if (!joint || field === "secrets") continue;
    close(here);
    begin = here + 1;
  }
  close(to);
  return { field, value: items, ...spanOf(s, start, to) };
}

function plainValue(s: Sentence, from: number, to: number, talk: Discourse, field: string): FieldReading[] {
  if (field === "time_of_day" && isTimeOfDay(words(s, from, to))) {
    return mapped(s, from, to, field, words(s, from, to).toUpperCase());
  }
  if (LIST_FIELDS.has(field)) return [listField(s, from, to, talk, field)];
  return compact([textField(s, talk, field, from, to)]);
}

function mapped(s: Sentence, from: number, to: number, field: string, value: string): FieldReading[] {
  return [valueField(s, field, value, from, to)];
}
