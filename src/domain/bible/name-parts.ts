import { nameKey } from "../../lib/name-keys.ts";

/** A person's name taken apart, in the forms of `nameKey`: "Dr. Helen J. Voss Jr." → dr, [helen, j, voss], jr. */
export interface NameParts {
  /** One word for titles that mean the same ("doctor", "dr"). */
  readonly title?: string;
  readonly words: readonly string[];
  readonly suffix?: string;
}

/** A title counts where a name follows it; "The Captain" is a name. */
export function namePartsOf(name: string): NameParts {
  const words = nameKey(name)
    .split(" ")
    .filter((word) => word !== "" && word !== "the");
  const [first = "", ...others] = words;
  const title = others.length > 0 ? TITLES.get(first) : undefined;
  const named = title === undefined ? words : others;
  const last = SUFFIXES.get(named.at(-1) ?? "");
  const suffix = named.length > 1 ? last : undefined;
  return {
    ...(title === undefined ? {} : { title }),
    words: suffix === undefined ? named : named.slice(0, -1),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

/** The gender that a title tells. */
export function genderOfTitle(title: string | undefined): "male" | "female" | undefined {
  if (title === undefined) return undefined;
  if (MALE.has(title)) return "male";
  return FEMALE.has(title) ? "female" : undefined;
}

const PLAIN =
  "agent aunt baron baroness brother chief coach commander count countess duchess duke father governor inspector judge king lady lord madam major mayor nurse officer president prince princess queen senator sir sister uncle";

const TITLES = new Map([
  ...PLAIN.split(" ").map((word) => [word, word] as const),
  ...(
    [
      ["dr", "doctor doc"],
      ["mr", "mister"],
      ["mrs", "missus"],
      ["ms", "miss"],
      ["professor", "prof"],
      ["captain", "capt"],
      ["colonel", "col"],
      ["detective", "det"],
      ["general", "gen"],
      ["lieutenant", "lt"],
      ["reverend", "rev"],
      ["sergeant", "sgt"],
      ["aunt", "auntie"],
      ["madam", "madame"],
    ] as const
  ).flatMap(([title, forms]) => [title, ...forms.split(" ")].map((form) => [form, title] as const)),
]);

const SUFFIXES = new Map([
  ["jr", "jr"],
  ["junior", "jr"],
  ["sr", "sr"],
  ["senior", "sr"],
  ["ii", "ii"],
  ["iii", "iii"],
  ["iv", "iv"],
]);

const MALE = new Set("mr sir lord father brother uncle king prince count duke baron".split(" "));
const FEMALE = new Set("mrs ms lady madam sister aunt queen princess countess duchess baroness".split(" "));
