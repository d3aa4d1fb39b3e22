import type { FilmContext } from "../../../ports/model.ts";
import type { Gender } from "./grammar.ts";
import { FIELDS, type Job, jobTitled } from "./jobs.ts";
import { CULTURES } from "./names.ts";
import type { Field } from "./tables/field.ts";
import { SETTINGS } from "./tables/settings.ts";
import { type AgeRange, ageWish } from "./wish-age.ts";
import { jobWish } from "./wish-job.ts";

export type Role = "lead" | "support" | "day player" | "extra";

/** What a brief asks of a character, as far as it can be told by rules. */
export interface Wish {
  readonly name: string | undefined;
  readonly gender: Gender | undefined;
  readonly age: AgeRange | undefined;
  readonly role: Role | undefined;
  readonly dark: boolean;
  readonly archetype: string | undefined;
  readonly job: Job | undefined;
  /** Jobs found where the brief plays. */
  readonly settingJobs: readonly Job[];
  /** Walks of life that the brief or the film's papers speak of. */
  readonly fields: readonly Field[];
  readonly cultures: readonly string[];
  readonly place: string | undefined;
  /** "Sarah’s rival": whom the character is made for. */
  readonly relation: { readonly word: string; readonly to: string } | undefined;
  readonly want: string | undefined;
  readonly fear: string | undefined;
  readonly mark: string | undefined;
}

let peoples: ReadonlySet<string> | undefined;
const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/\b(?:background|extras?|crowd|passers?-by|bystanders?|onlookers?)\b/i, "extra"],
  [/\b(?:day players?|minor|small parts?|bit parts?|one-scene)\b/i, "day player"],
  [/\b(?:support(?:ing)?|secondary|side characters?|sidekicks?|hench\w+)\b/i, "support"],
  [/\b(?:leads?|main|protagonists?|hero(?:es|ines?)?|principals?|villains?|antagonists?)\b/i, "lead"],
];
const DARK =
  /\b(?:villain\w*|antagonists?|bad guys?|nemesis|evil|enem(?:y|ies)|tyrants?|hench\w+|killers?|murderers?|corrupt|sinister)\b/i;
const ARCHETYPES: readonly (readonly [RegExp, string])[] = [
  [/\bmentors?\b/i, "the mentor"],
  [/\brivals?\b/i, "the rival"],
  [/\b(?:sidekicks?|comic relief|funny|fools?)\b/i, "the fool who sees"],
  [/\b(?:outsiders?|loners?|strangers?)\b/i, "the outsider"],
  [/\bgamblers?\b/i, "the gambler"],
  [/\b(?:liars?|con (?:artist|man|woman))\b/i, "the liar"],
  [/\b(?:heirs?|heiress(?:es)?)\b/i, "the heir"],
];
const FEMALE =
  /\b(?:wom[ae]n|females?|girls?|mothers?|sisters?|daughters?|wives|wife|widows?|lad(?:y|ies)|queens?|actress(?:es)?|grandmothers?|aunts?|nuns?|heroines?|heiress(?:es)?|princess(?:es)?|in her)\b/i;
const MALE =
  /\b(?:m[ae]n|males?|boys?|fathers?|brothers?|sons?|husbands?|widowers?|kings?|grandfathers?|uncles?|monks?|princes?|in his)\b/i;

/** Reads a brief such as "three corrupt harbour pilots over 50 in Lisbon". What it does not understand it leaves out. */
export function readWish(brief: string, film: FilmContext): Wish {
  const head = brief.split(/\b(?:for|against|who|that|whose|in|from|at|with|opposite)\b/i)[0] ?? brief;
  const place = placeWish(brief);
  const fields = fieldsIn(brief, film);
  const role = ROLES.find(([pattern]) => pattern.test(head))?.[1];
  return {
    name: /\b(?:named|called)\s+["“]?(\p{Lu}[\p{L}’'.-]*(?:\s+\p{Lu}[\p{L}’'.-]*)*)/u.exec(brief)?.[1],
    gender: genderWish(brief, head),
    age: ageWish(brief),
    role,
    dark: DARK.test(head),
    archetype: ARCHETYPES.find(([pattern]) => pattern.test(head))?.[1],
    job: jobWish(head, nationalities()),
    // Nobody sells oranges on a space station: worlds apart have their own people.
    settingJobs: fields.some((field) => field.apart) ? [] : settingJobs(brief, role),
    fields,
    ...place,
    relation: relationWish(brief),
    want: /\bwho wants? (to [^.;]+)/i.exec(brief)?.[1],
    fear: /\b(?:afraid|scared|terrified) of ([^.;,]+)/i.exec(brief)?.[1],
    mark: /\bwith (an? [^.;,]+|[^.;,]*\b(?:hair|eyes|scars?|beard)\b[^.;,]*)/i.exec(brief)?.[1],
  };
}

function genderWish(brief: string, head: string): Gender | undefined {
  if (/\b(?:non-?binary|genderqueer|agender)\b/i.test(brief)) return "non-binary";
  const text = `${head} ${/\bin (?:her|his)\b/i.exec(brief)?.[0] ?? ""}`;
  const female = FEMALE.test(text);
  const male = MALE.test(text);
  if (female === male) return undefined;
  return female ? "female" : "male";
}

function placeWish(brief: string): Pick<Wish, "cultures" | "place"> {
  for (const culture of CULTURES) {
    for (const word of [...culture.words.split(", "), ...culture.cities.split(", ")]) {
      if (!brief.includes(word) || !new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "u").test(brief)) continue;
      const isPlace = new RegExp(`\\b(?:in|from|of|at|near|around)\\s+${word}`, "u").test(brief);
      return { cultures: [culture.name], place: isPlace ? word : undefined };
    }
  }
  return { cultures: [], place: /\b(?:in|from|near)\s+(\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)*)/u.exec(brief)?.[1] };
}

function settingJobs(brief: string, role: Role | undefined): readonly Job[] {
  const words = wordsOf(brief);
  const named = SETTINGS.find((each) => each.words.split(" ").some((word) => words.has(word)));
  const setting =
    named ?? (role === "extra" ? SETTINGS.find((each) => each.words.startsWith("street")) : undefined);
  return (setting?.jobs.split(", ") ?? []).flatMap((title) => jobTitled(title) ?? []);
}

function fieldsIn(brief: string, film: FilmContext): readonly Field[] {
  const inBrief = fieldsNamed(wordsOf(brief));
  if (inBrief.length > 0) return inBrief;
  return fieldsNamed(wordsOf([film.title, ...Object.values(film.documents)].join(" ")));
}

function fieldsNamed(words: ReadonlySet<string>): readonly Field[] {
  const hits = FIELDS.map((field) => field.words.split(" ").filter((word) => words.has(word)).length);
  const most = Math.max(...hits);
  return most === 0 ? [] : FIELDS.filter((_, at) => hits[at] === most);
}

/** Words such as "Nigerian", which say where someone is from. */
function nationalities(): ReadonlySet<string> {
  peoples ??= new Set(CULTURES.flatMap((culture) => culture.words.split(", ")));
  return peoples;
}

function relationWish(brief: string): Wish["relation"] {
  const found =
    /\b(rival|enemy|friend|best friend|mentor|lover|love interest|ex|boss|neighbour|colleague|sidekick|brother|sister|mother|father|son|daughter|husband|wife|partner|nemesis)\s+(?:for|of|to)\s+(\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)*)/iu.exec(
      brief,
    );
  const [, word, to] = found ?? [];
  return word === undefined || to === undefined || !/^\p{Lu}/u.test(to)
    ? undefined
    : { word: word.toLowerCase(), to };
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}-]+/gu) ?? []);
}
