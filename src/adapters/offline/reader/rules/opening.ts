import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";

export interface Opening {
  readonly index: number;
  /** "can you …", "please …", "let's …": what follows is asked of Backlot, question mark or not. */
  readonly polite: boolean;
  /** "no, …", "actually …": what follows corrects. */
  readonly corrects: boolean;
  /** "nobody knows that …": what follows is kept from the others in the story. */
  readonly secret: boolean;
}

const CHATTER = wordSet(
  "ok okay k so well yes yeah yep yup hey hi hello yo backlot bot lol haha oh ah and also then alright alrighty right great cool nice perfect awesome good now um uh hmm hm btw fyi just sure thanks oops whoops sorry next finally first second third lastly plus anyway wait but guys ugh argh omg omfg wow folks yall y'all peeps lads psa newsflash hiya heya hallo howdy decided meanwhile elsewhere hmpf",
);
const CORRECTIONS = wordSet(
  "no nope nah actually wait correction sorry oops instead typo wrong nvm edit sry soz",
);
const POLITE = [
  pattern("can|could we|you please|pls|also|just? write|note|jot|put|get|pin|lock down|in that"),
  pattern("can|could|would|will you|u|we please|pls|also|just|maybe?"),
  pattern("would you mind"),
  pattern("i 'd like|love|want you? to"),
  pattern("i would like you? to"),
  pattern("i want you? to"),
  pattern("i wanna"),
  pattern("i|we 've|have? decided to"),
  pattern("we want|need to"),
  pattern("let 's|us|me"),
  pattern("go ahead and"),
  pattern("please|pls|plz|kindly to"),
  pattern("please|pls|plz|kindly"),
  pattern("we|i must|should|have to"),
  pattern("we|i must"),
  pattern("note|remember|record|save|mention|add that"),
  pattern(
    "can|could|will? someone|somebody|anyone|anybody please|pls? note|write|jot|put|add|record|mark down? that?",
  ),
  pattern("note to self|everyone|all :?"),
];
/** Whole phrases that only announce what follows, and that it corrects what was said. */
const CORRECTING = [
  pattern("i changed my mind"),
  pattern("on second thought|thoughts"),
  pattern("scratch that"),
  pattern("never mind"),
  pattern("a|small|quick|one* change|update|correction|fix"),
  pattern("my bad|mistake"),
  pattern("i meant to? say?"),
  pattern("i was|am|'m wrong"),
  pattern("i made a mistake"),
  pattern("i misspoke|mistyped"),
  pattern("change of plan|plans|mind"),
  pattern("from now|here on"),
  pattern("it? turns out that?"),
  pattern("scrap|forget that"),
  pattern("i take that back"),
  pattern("that|it 's|is|was wrong|incorrect"),
];
/** The same without a correction. */
const ASIDES = [
  ...CORRECTING,
  pattern("to be clear|honest"),
  pattern("for the record"),
  pattern("as for"),
  pattern("the? story|plot|premise|idea|gist so? far?"),
  pattern("new|small|quick|one idea|change|update|correction|fix|thing"),
  pattern("one more thing"),
  pattern("i forgot to? say|mention|add?"),
  pattern("forgot to say|mention|add"),
  pattern("just so you|we know"),
  pattern("by the way"),
  pattern("in fact"),
  pattern("of course"),
  pattern("we|i decided that?"),
  pattern("we|i aged her|him|them up|down"),
];
const CAN_WE = pattern("can|could|may we|i");

/** What people put before what they mean. */
export function readOpening(s: Sentence): Opening {
  let index = 0;
  let polite = false;
  let corrects = false;
  let secret = false;
  for (;;) {
    const word = short(low(s, index));
    const story = forStory(s, index);
    const kept = SECRET(s, index);
    if (kept > index) {
      secret = true;
      index = kept;
    } else if (story > index) index = story;
    else if (CORRECTIONS.has(word) && isAside(s, index)) {
      corrects = true;
      index += 1;
    } else if (
      (CHATTER.has(word) && isAside(s, index)) ||
      word === "," ||
      (["-", ":", "–"].includes(word) && index > 0)
    )
      index += 1;
    else if (aside(s, index) > index) {
      corrects ||= CORRECTING.some((match) => match(s, index) > index);
      index = aside(s, index);
    } else if (meantSo(s, index) > index) {
      corrects = true;
      index = meantSo(s, index);
    } else {
      const to = POLITE.map((match) => match(s, index)).find((end) => end > 0) ?? CAN_WE(s, index);
      if (to <= index) return { index, polite, corrects, secret };
      polite = true;
      index = to;
    }
  }
}

/** "heyyyy", "omggg". */
const short = (word: string): string => word.replace(/(.)\1{2,}$/u, "$1");

const FOR_THE = pattern("for|in the|our|this|my");
const STORIES = wordSet(
  "plot subplot story storyline act arc film movie script episode series season half finale ending opening flashback flashbacks prologue epilogue cold-open pilot b-story a-story b-plot",
);
const MAX_STORY = 5;
/** "For the convent story we need …". */
function forStory(s: Sentence, index: number): number {
  const from = FOR_THE(s, index);
  if (from < 0) return -1;
  for (let here = from; here < from + MAX_STORY; here += 1) {
    if (at(s, here).type === "mark") return -1;
    if (!STORIES.has(low(s, here)) || STORIES.has(low(s, here + 1))) continue;
    const past = low(s, here + 1) === "," ? here + 2 : here + 1;
    return ["we", "i", "there"].includes(low(s, past)) ? past : -1;
  }
  return -1;
}

/** Past an announcing phrase and its mark; a phrase without one is none, unless it ends in "that" or "decided". */
function aside(s: Sentence, index: number): number {
  for (const match of ASIDES) {
    const to = match(s, index);
    if (to < 0) continue;
    const about = low(s, to) === "about" ? commaAfter(s, to) : -1;
    if (about > to) return about + 1;
    const last = low(s, to - 1);
    if ([",", ":", "-", "–", ";"].includes(low(s, to))) return to + 1;
    if (
      ["that", "decided", "mention", "say", "on", "out", "fact", "for"].includes(last) &&
      at(s, to).text !== ""
    )
      return to;
    if (to - index > 1 && RUNS_ON.has(last) && at(s, to).type === "word" && !BINDS.has(low(s, to))) return to;
  }
  return -1;
}

const MAX_ABOUT = 5;

/** "i changed my mind about patel, he's …": the comma after the one it is about, who is recalled where the rest is read. */
function commaAfter(s: Sentence, index: number): number {
  for (let here = index + 1; here <= index + MAX_ABOUT; here += 1) if (low(s, here) === ",") return here;
  return -1;
}

/** Ends an announcement after which people put no mark: "change of plans viktor is …". */
const RUNS_ON = wordSet("record plan plans thought thoughts mind mistake update correction");
const BINDS = wordSet("for to on of in at is are was and about so has have");
const SECRET = firstOf(
  pattern("nobody|none else? knows|suspects that"),
  pattern("no one else? knows|suspects that"),
  pattern("nobody|none else? knows ,|:|but"),
  pattern(
    "nobody|none else? knows|suspects it|this|yet* except|but the|our reader|audience|viewer|viewers ,* but?",
  ),
  pattern("secretly|secret ,|:"),
  pattern("in secret ,?"),
  pattern("it 's|is a secret that"),
  pattern("unbeknownst to everyone|everybody|all|anyone ,?"),
);
const I_MEANT = pattern("i meant to|that* say|that*");

/** "I meant Sarah is 31": a whole clause follows, not a name alone. */
function meantSo(s: Sentence, index: number): number {
  const to = I_MEANT(s, index);
  const verb = [1, 2].some((gap) => ["is", "are", "has", "works", "wants"].includes(low(s, to + gap)));
  const short = ["she", "he"].includes(low(s, to)) && low(s, to + 1) === "'s";
  return to > index && (verb || short) ? to : -1;
}

const NOT_ASIDE = wordSet("is are was were 's has n't");

/** "right" in "right, add …", not in "right is wrong". */
function isAside(s: Sentence, index: number): boolean {
  const next = at(s, index + 1);
  return next.text !== "" && !NOT_ASIDE.has(next.low) && !next.low.startsWith("'");
}
