import { describe } from "../parts/describe.ts";
import { evidenceFrom, isFair } from "../parts/evidence.ts";
import { nameAt } from "../parts/names.ts";
import { namedParty } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { correcting, remember, tellOf } from "../parts/statements.ts";
import { isEmptyTold } from "../parts/told.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const ABOUT = firstOf(
  pattern("the|an|a|small|quick|some|new* update|news|info|details|facts|notes|note on|about|for|re"),
  pattern("more on|about"),
  pattern("put|mark|list|have"),
);
const NOW = pattern("now|currently|already|actually|just now|already|actually*");
const AS = firstOf(pattern("down? as"), pattern("down"), NOW);
/** What numbers beside names count, where they are no ages. */
const COUNTED = wordSet(
  "scene scenes line lines page pages take takes day days shot shots episode episodes ep eps am pm min mins minutes hours hrs k usd euro euros votes points words week weeks x",
);
const DASH = /^[-–—]+$/;

/** Somebody known and facts, no verb: "Karen now 52", "benny 29 hacker", "Update on Karen – 48, columnist", "put Sarah down as 31". */
export const setDown: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || isFilmTalk(s) || isCount(s)) return undefined;
  const about = ABOUT(s, index);
  const name = nameAt(s, Math.max(about, index), talk, "character");
  if (name?.entry === undefined || name.ambiguous || name.owns || isShopTalk(s, name.to)) return undefined;
  const from = factsFrom(s, name.to, about > index);
  if (from < 0) return undefined;
  const proof = evidenceFrom(s, from, talk);
  const closed = proof.to > from && (endsAt(s, proof.to) || proof.to >= s.tokens.length);
  if (!isFair(proof) || !(closed || proof.age)) return undefined;
  const party = { ...namedParty(s, name), fields: [] };
  remember(talk, party, [], false);
  const all = describe(s, from, talk, { referent: party.referent, introduced: true });
  const fields = all.fields.filter(({ field }) => field !== "gender" && field !== "notes");
  const kept = { ...all, fields };
  if (isEmptyTold(kept)) return undefined;
  if (all.to >= s.tokens.length) talk.bare = party;
  return found(all.to, correcting(tellOf(talk, party, kept, false, spanOf(s, index, all.to))));
};

const isCount = (s: Sentence): boolean =>
  s.tokens.some(({ low: word }, here) => COUNTED.has(word) && at(s, here - 1).type === "number");

/** Where the facts begin: right after the name when they open with a number or "now", else after a dash or a colon. */
function factsFrom(s: Sentence, to: number, announced: boolean): number {
  const now = announced ? AS(s, to) : NOW(s, to);
  if (now > to) return now;
  if (at(s, to).type === "number") return to;
  const mark = low(s, to);
  return announced && (DASH.test(mark) || [":", ",", "="].includes(mark)) ? to + 1 : -1;
}
