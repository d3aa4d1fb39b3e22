import { mix, permute } from "../../../lib/random.ts";
import type { Gender } from "./grammar.ts";
import { COMMON_MEN, COMMON_WOMEN } from "./tables/common-names.ts";
import type { Culture } from "./tables/culture.ts";
import { AFRICAN_CULTURES } from "./tables/cultures-africa.ts";
import { EASTERN_CULTURES } from "./tables/cultures-east.ts";
import { NORTHERN_CULTURES } from "./tables/cultures-north.ts";
import { SOUTHERN_CULTURES } from "./tables/cultures-south.ts";

export const CULTURES: readonly Culture[] = [
  ...NORTHERN_CULTURES,
  ...SOUTHERN_CULTURES,
  ...EASTERN_CULTURES,
  ...AFRICAN_CULTURES,
];
/** An operation's indexes end below this; a name drawn again lies a stride further, where no other index comes. */
const STRIDE = 1_009;
const FAMILIES = 20;
const STEPS = 40;

export interface NameWish {
  readonly gender: Gender | undefined;
  /** Empty: any. */
  readonly cultures: readonly string[];
}

export interface PersonName {
  readonly full: string;
  readonly first: string;
  readonly gender: "female" | "male";
  readonly culture: Culture;
}

interface Given {
  readonly name: string;
  readonly gender: "female" | "male";
  readonly culture: Culture;
  /** Place in its culture's list. */
  readonly rank: number;
}

let givens: readonly Given[] | undefined;
let genders: ReadonlyMap<string, "female" | "male"> | undefined;
const pools = new Map<string, readonly Given[]>();

/**
 * The name of an index: different indexes below a thousand have different full names, and different first names
 * as long as there are enough. Names in `taken` are passed over, and so are taken first names for some steps.
 */
export function nameAt(
  at: { readonly seed: number; readonly index: number; readonly attempt: number },
  wish: NameWish,
  taken: readonly string[],
): PersonName {
  const used = taken.map((name) => name.toLowerCase());
  const pool = poolFor(wish);
  const start = at.attempt;
  let spare: PersonName | undefined;
  for (let step = start; step < start + STEPS; step += 1) {
    const name = nameOf(pool, at.index + step * STRIDE, at.seed);
    const full = name.full.toLowerCase();
    if (used.includes(full)) continue;
    const first = name.first.toLowerCase();
    if (!used.some((other) => other === first || other.startsWith(`${first} `))) return name;
    spare ??= name;
  }
  return spare ?? nameOf(pool, at.index + start * STRIDE, at.seed);
}

/** Whether a first name is a woman's or a man's in the tables; undefined when they do not know it. */
export function genderOfFirstName(name: string): "female" | "male" | undefined {
  genders ??= new Map([
    ...COMMON_WOMEN.split(" ").map((woman) => [fold(woman), "female"] as const),
    ...COMMON_MEN.split(" ").map((man) => [fold(man), "male"] as const),
    ...allGivens().map((given) => [fold(given.name), given.gender] as const),
  ]);
  return genders.get(fold(name.split(" ")[0] ?? ""));
}

function nameOf(pool: readonly Given[], position: number, seed: number): PersonName {
  const levels = FAMILIES * FAMILIES;
  const round = Math.floor(position / pool.length) % levels;
  const given = pool[permute(position % pool.length, pool.length, mix(seed, round))];
  if (!given) throw new RangeError("The pool of names is empty.");
  const base = permute(given.rank % FAMILIES, FAMILIES, mix(seed, given.culture.name));
  return {
    full: `${given.name} ${familyAt(given.culture, base, round)}`,
    first: given.name,
    gender: given.gender,
    culture: given.culture,
  };
}

/** One family name for each of the first rounds, then every pair of two different ones. */
function familyAt(culture: Culture, base: number, round: number): string {
  const families = culture.families.split(", ");
  const first = families[(base + round) % FAMILIES] ?? "";
  if (round < FAMILIES) return first;
  const gap = Math.floor((round - FAMILIES) / FAMILIES) + 1;
  return `${first}${culture.joiner}${families[(base + round + gap) % FAMILIES] ?? ""}`;
}

function poolFor(wish: NameWish): readonly Given[] {
  const key = `${wish.gender ?? ""}|${wish.cultures.join("|")}`;
  const known = pools.get(key);
  if (known) return known;
  const anyGender = wish.gender === undefined || wish.gender === "non-binary";
  const pool = allGivens().filter(
    (given) =>
      (anyGender || given.gender === wish.gender) &&
      (wish.cultures.length === 0 || wish.cultures.includes(given.culture.name)),
  );
  pools.set(key, pool);
  return pool;
}

function allGivens(): readonly Given[] {
  givens ??= CULTURES.flatMap((culture) => [
    ...culture.women.split(", ").map((name, rank) => ({ name, gender: "female" as const, culture, rank })),
    ...culture.men.split(", ").map((name, rank) => ({ name, gender: "male" as const, culture, rank })),
  ]);
  return givens;
}

function fold(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
