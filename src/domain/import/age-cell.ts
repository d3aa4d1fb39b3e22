import { wordNumber } from "../../lib/number-words.ts";

/** Longer words tell more than an age. */
const MAX_CHARS = 60;
const LEAD = /^(?:aged?|alter|ca\.?|circa)\s*:?\s*/;
const UNIT = /\s*-?\s*(?:years?|yrs?|y\.?\/?o\.?|jahre|a[nñ]os|ans)(?:[\s-]*old|\s+of\s+age)?\.?$/;
const ABOUT = /^(?:~|about|around|approx\.?|approximately|roughly)\s*(\d{1,3})$/;
const BETWEEN = /^(\d{1,3})\s*(?:-|–|—|to|bis|or|\/)\s*(\d{1,3})$/;
const DECADE =
  /^(?:in (?:his|her|their|the) )?(early|mid|late)?[\s-]*(\d0|twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:['’]?s|ies|y?[\s-]?something)$/;
const TENS = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"];
const STAGES = new Map([
  ["teen", "teens"],
  ["teens", "teens"],
  ["teenage", "teens"],
  ["teenager", "teens"],
  ["child", "child"],
  ["kid", "child"],
  ["toddler", "toddler"],
  ["baby", "baby"],
  ["infant", "baby"],
  ["young adult", "young adult"],
  ["adult", "adult"],
  ["middle aged", "middle-aged"],
  ["middle-aged", "middle-aged"],
  ["elderly", "elderly"],
  ["senior", "elderly"],
]);

export type Age =
  | { readonly field: "age"; readonly value: number }
  | { readonly field: "age_range"; readonly value: string };

/** How old somebody is, as cells say it: "28 years", "thirty-two", "mid-30s", "25–30", "teenager". Undefined: it says no age. */
export function readAge(cell: string): Age | undefined {
  if (cell.length > MAX_CHARS) return undefined;
  const words = cell.trim().toLowerCase().replace(LEAD, "").replace(UNIT, "").trim();
  const number = wordNumber(words.replace(/^(\d{1,3})[.,]0+$/, "$1"));
  if (number !== undefined) return { field: "age", value: number };
  const about = ABOUT.exec(words)?.[1];
  if (about !== undefined) return { field: "age_range", value: `about ${about}` };
  const [, from, to] = BETWEEN.exec(words) ?? [];
  if (from !== undefined && to !== undefined) return { field: "age_range", value: `${from}–${to}` };
  if (/^\d{1,3}\s?\+$/.test(words)) return { field: "age_range", value: words.replace(/\s/, "") };
  const [, part, tens] = DECADE.exec(words) ?? [];
  const decade = TENS.indexOf(tens ?? "") < 0 ? tens : String(20 + TENS.indexOf(tens ?? "") * 10);
  if (decade !== undefined) return { field: "age_range", value: `${part ? `${part} ` : ""}${decade}s` };
  const stage = STAGES.get(words);
  return stage === undefined ? undefined : { field: "age_range", value: stage };
}
