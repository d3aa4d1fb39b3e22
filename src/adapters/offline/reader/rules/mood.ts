import { at, low, pattern, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFamous } from "../words/not-names.ts";
import { personNoun } from "../words/people.ts";
import { wordSet } from "../words/word-set.ts";

const HEDGES = wordSet(
  "maybe,perhaps,possibly,probably,basically,practically,idk,dunno,jk,kidding,supposedly,hypothetically,wish,wonder,wondering,suppose,imagine,considering,undecided,unsure,apparently,either,whether,unless,pretend",
);
const HEDGE_PAIRS = wordSet(
  "what if,how about,what about,i think,i guess,i feel,i wonder,i hope,not sure,thinking of,thinking about,or something,or not,kind of like,as if,i mean,i bet,i suppose,one day,we could,we should,we might,they should,rather not,no idea,could pass,could play,can play,keep him,keep her,according to,so called,real life,true story",
);
const SUBORDINATE = wordSet(
  "if when whenever because although though while since until till before after as whether unless once where whereas despite unlike like without instead in on at during for from by than imagine suppose even only nobody someone somebody anyone everybody people most some many every each",
);
const PERSONAL = wordSet("i me my mine myself you your yours us we our ours u ur im");
const WORLDLY = wordSet(
  "today tomorrow tonight yesterday monday tuesday wednesday thursday friday saturday sunday zoom office meeting meetings deadline email emails draft drafts script casting budget pdf rehearsal calendar gym catering slack discord channel producer director screenplay audition auditions accounts finance hr marketing grip gaffer catering dressing lunch weekend minutes mins page pages typo accounting gonna lmao",
);
const FILM_TALK = wordSet(
  "film films movie movies series show shows episode episodes season sequel remake reboot trailer oscar oscars netflix hbo starring actor actors actress actresses novel book books franchise watched watching rewatched cinema directed reminds reminded reference references inspired",
);

/** "the crew has no idea": what others of the story know. */
const KNOWING = wordSet("has had");

/** "maybe", "what if", "I think": what the sentence says is not said to be so. */
export function isHedged(s: Sentence): boolean {
  return s.tokens.some((token, index) => {
    if (token.type === "mark") return false;
    if (token.low === "wish" && low(s, index + 1) === "to") return false;
    if (token.low === "no" && KNOWING.has(low(s, index - 1))) return false;
    return HEDGES.has(token.low) || HEDGE_PAIRS.has(words(s, index, index + 2));
  });
}

/** "the mine shut in 1987". */
const OF_ORE = wordSet("the a an old abandoned coal gold silver salt copper diamond tin iron lead");

/** Begins as a condition, a time or a comparison: its clauses tell nothing of themselves. */
export function isSubordinate(s: Sentence, index: number): boolean {
  return SUBORDINATE.has(low(s, index));
}

/** Speaks of the people in the room or their work: no story is told there. */
export function isShopTalk(s: Sentence, from: number, to: number = s.tokens.length): boolean {
  for (let here = from; here < to; here += 1) {
    const word = low(s, here);
    if (at(s, here).type === "quote" || (word === "mine" && OF_ORE.has(low(s, here - 1)))) continue;
    if (
      PERSONAL.has(word) &&
      !(word === "our" && (from === here || playsPart(s, here + 1))) &&
      !at(s, here).glued
    ) {
      if (low(s, here - 1) !== "for" || at(s, here + 1).type === "word") return true;
    }
    if (WORLDLY.has(word)) return true;
    if (word === "at" && at(s, here + 1).type === "number") return true;
    if (word === "on" && low(s, here + 1) === "set") return true;
  }
  return false;
}

/** "our comic relief", "our second lead". */
function playsPart(s: Sentence, index: number): boolean {
  return [1, 2, 3].some((size) => {
    const noun = personNoun(words(s, index, index + size)) ?? personNoun(words(s, index + 1, index + size));
    return noun?.archetype !== undefined || noun?.role !== undefined;
  });
}

/** "film student", "book dealer": what somebody is. */
const OF_TRADE = wordSet(
  "bro student students professor teacher buff nerd geek critic major dealer seller editor keeper collector club writer star",
);
const LIVES_IN = pattern("in a|an|the|his|her|their");
/** "lives in a trailer". */
const isHome = (s: Sentence, index: number): boolean =>
  low(s, index) === "trailer" && LIVES_IN(s, index - 2) === index;

const OWN_FILM = wordSet("film movie");
/** "the film has three main characters": the one that is being made, where it is what brings somebody in. */
const isOwnFilm = (s: Sentence, index: number): boolean =>
  OWN_FILM.has(low(s, index)) &&
  (["the", "our", "this"].includes(low(s, index - 1)) || (index === 0 && low(s, 1) === "follows")) &&
  ["has", "is", "'s", "follows", "needs", "opens", "starts", "", ",", "'"].includes(low(s, index + 1));

/** "a disused cinema": a place. */
const OLD = wordSet(
  "a old disused abandoned derelict closed empty ruined small tiny shuttered crumbling forgotten local",
);
const SHOWING = wordSet("show shows");
/** "shows up drunk", "shows no mercy": what somebody does. */
const SHOWN = wordSet("up off no him her them his mercy signs");

/** Speaks of films that exist, or of people films are made with or about. */
export function isFilmTalk(s: Sentence, from = 0): boolean {
  return s.tokens.some((token, index) => {
    if (index < from) return false;
    const told =
      isOwnFilm(s, index) ||
      (low(s, index - 1) === "whole" && low(s, index + 1) === "together") ||
      OF_TRADE.has(low(s, index + 1)) ||
      isHome(s, index) ||
      (token.low === "cinema" && OLD.has(low(s, index - 1))) ||
      (SHOWING.has(token.low) && SHOWN.has(low(s, index + 1)));
    if (FILM_TALK.has(token.low) && !told) return true;
    if (!token.cap) return false;
    return [1, 2, 3, 4].some((size) => isFamous(words(s, index, index + size)));
  });
}
