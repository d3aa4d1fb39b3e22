import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { wordNumber } from "../../../../lib/number-words.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { decade } from "../words/numbers.ts";
import { pronounGender } from "./discourse.ts";
import { valueField } from "./fields.ts";
import { endsAt } from "./phrase.ts";

export interface Read {
  readonly fields: FieldReading[];
  readonly to: number;
}

const MAX_AGE = 120;
const OLD = pattern("years|year|yrs|yr|year's old|olds|of age?");
const YO = pattern("y / o");
const LABEL = pattern("aged|age :|is|of|=?");
const ABOUT = pattern("about|around|roughly|approximately|almost|nearly|circa|approx");
const IN_DECADE = pattern("in his|her|their|the");
const PART = new Set(["early", "mid", "late", "mid-to-late", "early-to-mid"]);

/** An age said in words that can mean nothing else: "28-year-old", "aged 28", "in her early thirties", "about 60 years old". */
export function ageAt(s: Sentence, index: number): Read | undefined {
  return exactAge(s, index) ?? decadeAge(s, index) ?? aboutAge(s, index);
}

/** A bare number where an age may stand (", 28," "(28)" "is 28"): nothing may follow that makes it count something else. */
export function bareAge(s: Sentence, index: number): Read | undefined {
  const sure = ageAt(s, index);
  if (sure !== undefined) return sure;
  const rough = roughAge(s, index);
  if (rough !== undefined) return rough;
  const tens = decade(low(s, index));
  if (tens !== undefined && endsAt(s, index + 1)) return single(s, "age_range", `${tens}s`, index, index + 1);
  const number = numberAt(s, index);
  if (number === undefined || number.value < 1 || number.value > MAX_AGE) return undefined;
  if (["yrs", "years", "yo", "year", "yr"].includes(low(s, number.to)) && endsAt(s, number.to + 1))
    return single(s, "age", number.value, index, number.to + 1);
  const sworn = ["is", "'s"].includes(low(s, index - 1)) ? -1 : SWORN(s, number.to);
  if (sworn > 0) return single(s, "age", number.value, index, sworn);
  return THEN(s, number.to) > 0 || yearAt(s, number.to) || endsAt(s, number.to)
    ? single(s, "age", number.value, index, number.to)
    : undefined;
}

/** "ninety if he is a day", of somebody named; "he's 50 if he's a day" is said of anybody. */
const SWORN = pattern("if he|she is|'s a day");
/** After an age, the time it holds at. */
const THEN = firstOf(
  pattern("at the time|start|beginning|end|outset"),
  pattern("when the|our? story|film|movie|book|series opens|begins|starts|ends"),
  pattern("when we meet|first"),
  pattern("when he|she dies|arrives|comes|returns|leaves|finally"),
);
const yearAt = (s: Sentence, index: number): boolean =>
  low(s, index) === "in" && /^(?:1[5-9]|20)\d\d$/.test(low(s, index + 1));

const OR_SO = firstOf(pattern("or so"), pattern("odd"), pattern("ish"), pattern("- ish|odd"));

/** "sixty odd", "thirty or so". */
function roughAge(s: Sentence, index: number): Read | undefined {
  const number = numberAt(s, index);
  const to = number === undefined ? -1 : OR_SO(s, number.to);
  if (number === undefined || to < 0 || number.value > MAX_AGE || number.value < 10 || !endsAt(s, to))
    return undefined;
  return single(s, "age_range", `about ${number.value}`, index, to);
}

function exactAge(s: Sentence, index: number): Read | undefined {
  const joined =
    /^(.+?)[-‑]?(?:years?|yrs?|yr)[-‑]?olds?$/.exec(low(s, index)) ?? /^(\d+)-?yo$/.exec(low(s, index));
  const inside = joined?.[1] === undefined ? undefined : wordNumber(joined[1]);
  if (inside !== undefined && inside <= MAX_AGE) return single(s, "age", inside, index, index + 1);
  const labelled = LABEL(s, index);
  const number = numberAt(s, labelled < 0 ? index : labelled);
  if (number === undefined || number.value > MAX_AGE) return undefined;
  if (labelled >= 0) {
    const end = OLD(s, number.to);
    return single(s, "age", number.value, index, end < 0 ? number.to : end);
  }
  for (const to of [yearOld(s, number.to), OLD(s, number.to), YO(s, number.to)]) {
    if (to >= 0) return single(s, "age", number.value, index, to);
  }
  return undefined;
}

const JOINED_OLD = new Set(["year-old", "yr-old", "years-old", "yo", "yrold", "yearold", "y.o", "y/o"]);

function yearOld(s: Sentence, index: number): number {
  return JOINED_OLD.has(low(s, index)) ? index + 1 : -1;
}

function aboutAge(s: Sentence, index: number): Read | undefined {
  const about = ABOUT(s, index);
  const rough = low(s, index) === "like" ? index + 1 : Math.max(about, index);
  const ish = wordNumber(/^(\d{1,2}|[a-z]+(?:ty|teen))-?(?:ish|odd)$/.exec(low(s, rough))?.[1] ?? "");
  if (ish !== undefined) return single(s, "age_range", `about ${ish}`, index, rough + 1);
  const something = /^(.+?)-?something$/.exec(low(s, index))?.[1];
  const apart = ["something", "smth"].includes(low(s, index + 1)) ? low(s, index) : "";
  const tens = wordNumber(something ?? apart);
  if (tens !== undefined && tens % 10 === 0)
    return single(s, "age_range", `${tens}s`, index, index + (something === undefined ? 2 : 1));
  const between = /^(\d{2})[-–](\d{2})$/.exec(low(s, index));
  if (between !== null && endsAt(s, index + 1))
    return single(s, "age_range", `${between[1]}–${between[2]}`, index, index + 1);
  const number = about < 0 ? undefined : numberAt(s, about);
  if (number === undefined || number.value > MAX_AGE) return undefined;
  const end = OLD(s, number.to);
  if (end < 0 && !endsAt(s, number.to)) return undefined;
  return single(s, "age_range", `about ${number.value}`, index, end < 0 ? number.to : end);
}

/** "in her fifties", "mid-forties", "late 20s", "early 30s". The possessive tells the gender as well. */
function decadeAge(s: Sentence, index: number): Read | undefined {
  const inside = IN_DECADE(s, index);
  let here = inside < 0 ? index : inside;
  let part = "";
  if (PART.has(low(s, here))) {
    part = `${low(s, here)} `;
    here += at(s, here + 1).low === "-" ? 2 : 1;
  }
  const joined = /^(early|mid|late)-(.+)$/.exec(low(s, here));
  const tens = decade(joined?.[2] ?? low(s, here));
  const teens = ["teens", "teen"].includes(joined?.[2] ?? low(s, here));
  if ((tens === undefined && !teens) || (inside < 0 && part === "" && joined === null)) return undefined;
  if (inside >= 0 && low(s, index + 1) === "the") return undefined;
  const range = `${joined === null ? part : `${joined[1]} `}${teens ? "teens" : `${tens}s`}`;
  const gender = inside < 0 ? undefined : pronounGender(low(s, index + 1));
  const fields = [valueField(s, "age_range", range, index, here + 1)];
  if (gender !== undefined) fields.push(valueField(s, "gender", gender, index + 1, index + 2));
  return { fields, to: here + 1 };
}

/** A number in digits or one or two words. */
export function numberAt(s: Sentence, index: number): { value: number; to: number } | undefined {
  const two =
    at(s, index + 1).type === "word" ? wordNumber(`${low(s, index)} ${low(s, index + 1)}`) : undefined;
  if (two !== undefined) return { value: two, to: index + 2 };
  const one = wordNumber(low(s, index));
  return one === undefined ? undefined : { value: one, to: index + 1 };
}

function single(s: Sentence, field: string, value: string | number, from: number, to: number): Read {
  return { fields: [valueField(s, field, value, from, to)], to };
}
