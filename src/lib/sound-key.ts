import { nameKey } from "./name-keys.ts";

/** Sounds that one more or one missing letter may stand for. */
const SOUNDS = [..."bcdfgjlmnprstvx"];
const VOWEL = "*";
/** No name begins with it, so that nothing people say is taken for a key of this kind. */
const MARK = "~";
const FEWEST_SOUNDS = 3;

/**
 * A key that is equal for words that sound or are spelled nearly alike: "Sarah", "Sara" and "Sarha" → "~sr";
 * "Catherine" and "Katharine" → "~cnrt"; "Jon" and "John" → "~jn". It holds the first sound and then the other consonants in order
 * of the alphabet, so that swapped letters do not matter. Vowels, h, w and y count for nothing after the first letter, and a
 * first vowel is "*" whichever it is; letters of one sound are one (see `foldSounds`). Digits stay, so that "Cop 1" and
 * "Cop 2" differ. It finds candidates and proves nothing: many names share a key. Empty for a word without letters.
 */
export function soundKey(word: string): string {
  const sounds = foldSounds(word);
  const rest = [...sounds.slice(1).replace(/[aeiou]/g, "")].sort().join("");
  return sounds === "" ? "" : MARK + first(sounds) + rest;
}

/** One word as it sounds: lower case without accents, letters of one sound as one, none doubled, h and w only where it begins. Vowels stay. */
export const foldSounds = (word: string): string =>
  nameKey(word)
    .replaceAll(" ", "")
    .replace(/ph/g, "f")
    .replace(/^(?:kn|gn)/, "n")
    .replace(/^wr/, "r")
    .replace(/ck|[kq]/g, "c")
    .replace(/z/g, "s")
    .replace(/(?<!^)[hw]/g, "")
    .replace(/y/g, "i")
    .replace(/(\D)\1+/gu, "$1");

/** The keys of a name: one for each of its words, and one for all of them written as one ("Mary Ann", "Maryann"). */
export function soundKeys(name: string): string[] {
  const words = nameKey(name)
    .split(" ")
    .filter((word) => !SMALL_WORDS.has(word));
  const keys = [...words, ...(words.length > 1 ? [words.join("")] : [])].map(soundKey);
  return [...new Set(keys)].filter((key) => key !== "");
}

/**
 * The keys of words with one consonant more or less after the first: what a slip of typing leads to. About twenty for an
 * ordinary word; none for one of two sounds, which would be near to every other.
 */
export function nearSoundKeys(key: string): string[] {
  if (key.length < MARK.length + FEWEST_SOUNDS) return [];
  const start = key.slice(0, 2);
  const rest = [...key.slice(2)];
  const fewer = rest.map((_sound, at) => rest.toSpliced(at, 1));
  const more = SOUNDS.map((sound) => [...rest, sound].sort());
  return [...new Set([...fewer, ...more].map((sounds) => start + sounds.join("")))].filter(
    (near) => near !== key,
  );
}

const first = (sounds: string): string => (/^[aeiou]/.test(sounds) ? VOWEL : sounds.slice(0, 1));

const SMALL_WORDS = new Set(["", "the", "a", "an", "of", "and"]);
