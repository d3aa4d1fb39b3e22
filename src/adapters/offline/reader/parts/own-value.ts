import type { CustomField } from "../../../../domain/bible/project-schema.ts";
import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { at, low, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { numberAt } from "./ages.ts";
import type { Discourse } from "./discourse.ts";
import { textField, valueField } from "./fields.ts";
import { endsAt, trimEnd } from "./phrase.ts";

export interface OwnValue {
  readonly field: FieldReading;
  readonly to: number;
}

const YES = new Set(["yes", "true", "yeah", "yep", "y"]);
const NO = new Set(["no", "false", "nope", "n"]);
const JOINTS = new Set([",", ";", "and", "&", "/"]);
const ARTICLES = new Set(["a", "an", "the"]);

/** The words [from, to) as a value of the type the project's field has; undefined where they are none. */
export function ownValueAt(
  s: Sentence,
  from: number,
  to: number,
  talk: Discourse,
  own: CustomField,
): OwnValue | undefined {
  switch (own.type) {
    case "number":
      return numberValue(s, from, own.name);
    case "boolean":
      return truthValue(s, from, own.name);
    case "select":
      return optionValue(s, from, to, talk, own);
    case "list":
      return listValue(s, from, to, talk, own.name);
    default: {
      const field = textField(s, talk, own.name, from, to);
      return field && { field, to };
    }
  }
}

function numberValue(s: Sentence, from: number, name: string): OwnValue | undefined {
  const less = low(s, from) === "-" && at(s, from + 1).glued;
  const start = less ? from + 1 : from;
  const digits = /^\d{1,9}(?:\.\d{1,6})?$/.exec(low(s, start).replace(/,(?=\d{3}\b)/g, ""))?.[0];
  const read = digits === undefined ? numberAt(s, start) : { value: Number(digits), to: start + 1 };
  if (read === undefined || !endsAt(s, read.to)) return undefined;
  return {
    field: valueField(s, name, less ? -read.value : read.value, from, read.to),
    to: read.to,
  };
}

function truthValue(s: Sentence, from: number, name: string): OwnValue | undefined {
  const word = low(s, from);
  if (!(YES.has(word) || NO.has(word)) || !endsAt(s, from + 1)) return undefined;
  return { field: valueField(s, name, YES.has(word), from, from + 1), to: from + 1 };
}

/** One of the given words, whatever their case, and nothing after it but the end of the phrase. */
function optionValue(
  s: Sentence,
  from: number,
  to: number,
  talk: Discourse,
  { name, options = [] }: CustomField,
): OwnValue | undefined {
  const starts = ARTICLES.has(low(s, from)) ? [from, from + 1] : [from];
  for (const start of starts)
    for (let end = to; end > start; end -= 1) {
      const said = nameKey(talk.text.slice(at(s, start).start, at(s, end - 1).end));
      const option = options.find((one) => nameKey(one) === said && said !== "");
      if (option !== undefined && (endsAt(s, end) || end === to))
        return { field: valueField(s, name, option, start, end), to: end };
    }
  return undefined;
}

function listValue(
  s: Sentence,
  from: number,
  to: number,
  talk: Discourse,
  name: string,
): OwnValue | undefined {
  const items: string[] = [];
  let begin = from;
  const close = (end: number): void => {
    const item = textField(s, talk, name, begin, end);
    if (item !== undefined) items.push(String(item.value));
  };
  for (let here = from; here < to; here += 1) {
    if (!JOINTS.has(low(s, here))) continue;
    close(here);
    begin = here + 1;
  }
  close(to);
  const end = trimEnd(s, from, to);
  return items.length === 0
    ? undefined
    : { field: { field: name, value: items, ...spanOf(s, from, end) }, to };
}
