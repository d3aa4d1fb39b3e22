import { phraseEnd } from "../parts/phrase.ts";
import { correcting, entryStatement } from "../parts/statements.ts";
import { labelledValue } from "../parts/values.ts";
import { firstOf, pattern, spanOf } from "../text/match.ts";
import { isHedged, isShopTalk } from "./mood.ts";
import { ownedLabelAt } from "./owned-label.ts";
import { found, type Rule } from "./rule.ts";

const WRONG = firstOf(
  pattern("is|'s wrong|incorrect|off ,|-|–|—|and|;?"),
  pattern("is|'s not|n't right ,|-|–|—|and|;?"),
);
const RIGHT = firstOf(
  pattern("it should|must be"),
  pattern("it 's|is"),
  pattern("its|should be?"),
  pattern("make it"),
);

/** "Dex's age is wrong, it's 33". */
export const wrongValue: Rule = (s, index, talk) => {
  if (isHedged(s) || isShopTalk(s, index)) return undefined;
  const owned = ownedLabelAt(s, index, talk);
  const wrong = owned === undefined ? -1 : WRONG(s, owned.to);
  const from = wrong < 0 ? -1 : RIGHT(s, wrong);
  const value =
    owned === undefined || from < 0
      ? undefined
      : labelledValue(s, from, phraseEnd(s, from), talk, owned.kind, owned.field);
  if (owned === undefined || value === undefined) return undefined;
  const span = spanOf(s, index, value.to);
  return found(value.to, correcting([entryStatement(owned.kind, owned.mention, false, value.fields, span)]));
};
