import { firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";

const WHO =
  "everyone|everybody|people|friends|they|we|all|crew|kids|team|family|mates|locals|folks|town|village|others";
const LEADS = firstOf(
  pattern("goes|go|going|went by the? name? of?"),
  pattern("real|full|birth|given|stage|pet|code|pen|maiden|last|old|new|legal name is|was|:|-|–|="),
  pattern("real|full|birth|given|stage|pet|code|pen|maiden|last|old|legal name"),
  pattern(`${WHO} just|only|still|always|all|simply? calls|call|says|say|called him|her|it|them|'em?`),
  pattern("calls|call|calling herself|himself|themselves|itself"),
  pattern(
    "aka|a.k.a|a.k.a.|alias|née|nee|surname|nickname|nicknamed|codename|codenamed|callsign is|was|:|-|=?",
  ),
  pattern("also? known as|to"),
  pattern("short for"),
  pattern("answers only? to"),
);
const FAMILY = new Set(["surname", "last", "maiden", "née", "nee", "full"]);
const MAX_LEAD = 7;

/** What leads to a name at `index` that is another of somebody spoken of before ("goes by Otto", "real name Luc Moreau", "everyone says Sully"): where it begins, or -1. */
export function otherNameFrom(s: Sentence, index: number): number {
  for (let here = Math.max(0, index - MAX_LEAD); here < index; here += 1)
    if (LEADS(s, here) === index) return here;
  return -1;
}

/** "surname Deshmukh": a part of the name, and none they are called by. */
export const isFamilyName = (s: Sentence, index: number): boolean => FAMILY.has(low(s, index));
