import { low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Discourse, Party } from "./discourse.ts";
import { lowerNameAt } from "./names.ts";
import { isOwning, namedParty, partyAt } from "./party.ts";

const MAX_NAMES = 40;

/** Those named one after another: "Sarah, Tom and the detective". Empty when nobody is named at `index`. */
export function namesAt(s: Sentence, index: number, talk: Discourse): Party[] {
  const names: Party[] = [];
  let here = index;
  while (names.length < MAX_NAMES) {
    const quiet = lowerNameAt(s, here);
    const one = partyAt(s, here, talk) ?? (quiet === undefined ? undefined : namedParty(s, quiet));
    if (one === undefined || isOwning(s, one.to)) break;
    names.push(one);
    here = one.to;
    if (![",", "and", "&"].includes(low(s, here))) break;
    here += low(s, here) === "," && ["and", "&"].includes(low(s, here + 1)) ? 2 : 1;
  }
  return names;
}
