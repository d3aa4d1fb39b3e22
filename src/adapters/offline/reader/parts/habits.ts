import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { HABITS, isPlayed, LOSSES } from "../words/conditions.ts";
import { wordSet } from "../words/word-set.ts";
import type { Discourse } from "./discourse.ts";
import { itemField, textField } from "./fields.ts";
import { knownAt } from "./names.ts";
import { phraseEnd } from "./phrase.ts";
import { type Subject, type Told, told } from "./told.ts";

const MARKERS = wordSet(
  "always never secretly often usually constantly sometimes rarely seldom still only obsessively compulsively religiously",
);
const UNABLE = firstOf(
  pattern("can not|n't"),
  pattern("ca n't"),
  pattern("cannot"),
  pattern("wo n't"),
  pattern("will|does|do not|n't ever?"),
  pattern("will never"),
  pattern("refuses to"),
  pattern("has|have never"),
  pattern("barely|hardly|rarely ever?"),
);
/** What those who write or shoot cannot do with somebody, or will not, and what is no news of them. */
const NO_ACTS = wordSet(
  "be have know make work stand bear need want get go come think say like matter happen believe remember seem look feel sound appear show do die see meet find tell let exist really even just care agree mean",
);
const SINCE = pattern("has|have always|secretly? been?");
const LOST = pattern("lost|loses a|an|the|his|her|their|both|two|three|four|one|all|half|most|of*");
const SHORT = 14;
const NEVER = pattern("never");
const SO = pattern("and|, that|so|now");
const LOOKS = firstOf(
  pattern("goes|went|turned|turns blonde|blond|ginger|red|redhead|grey|gray|bald|brunette|platinum"),
  pattern(
    "dyes|dyed|bleaches|bleached|shaves|shaved|cuts|cut|grows|grew|chops|chopped|braids|wears his|her|their|a|all? own? hair|head|beard|moustache|mustache|mohawk",
  ),
);
/** Where these stand the sentence is of one time, or of the page. */
const ONCE = wordSet(
  "mic camera take takes makeup here scene scenes act page pages draft episode script tonight today tomorrow yesterday moment beginning intro climax finale then",
);

/** What somebody known does again and again, never does, or has done for long: "drives barefoot", "cannot swim", "has served the family since he was nine". */
export function habitAt(
  s: Sentence,
  index: number,
  verb: number,
  talk: Discourse,
  subject: Subject,
): Told | undefined {
  if (subject.referent.entry_id === undefined || subject.introduced) return undefined;
  const end = phraseEnd(s, verb + 1);
  const why = s.tokens.findIndex((_, here) => here > verb && here < end && SO(s, here) > 0);
  const to = why < 0 ? end : why;
  if (to - index > SHORT || s.tokens.slice(index, to).some((token) => ONCE.has(token.low))) return undefined;
  if (LOOKS(s, verb) > 0) return told(to, [textField(s, talk, "appearance", verb, to)]);
  if (namesOther(s, verb, to, talk)) return undefined;
  const since = sinceAt(s, index, to) || lossAt(s, index, to);
  if (since) return told(to, [textField(s, talk, "background", index, to)]);
  if (low(s, verb - 1) === "secretly" && isHabit(s, verb, true))
    return told(to, [itemField(s, talk, "secrets", verb, to)]);
  const marked = verb > index && MARKERS.has(low(s, verb - 1));
  return isHabit(s, verb, marked)
    ? told(to, [textField(s, talk, "notes", marked ? verb - 1 : verb, to)])
    : undefined;
}

/** "cannot swim", "never smiles", "won't fly". */
export function unableAt(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  if (subject.referent.entry_id === undefined || subject.introduced) return undefined;
  const never = NEVER(s, index);
  const verb = never > 0 && low(s, never).endsWith("s") ? never : UNABLE(s, index);
  if (verb < 0 || NO_ACTS.has(low(s, verb)) || STATES.has(low(s, verb)) || !s.tags(verb).has("Verb"))
    return undefined;
  const to = phraseEnd(s, verb + 1);
  if (to - index > SHORT || s.tokens.slice(index, to).some((token) => ONCE.has(token.low))) return undefined;
  if (namesOther(s, verb, to, talk) || s.tokens.slice(verb, to).some(({ low: word }) => OTHERWISE.has(word)))
    return undefined;
  return told(to, [textField(s, talk, "notes", index, to)]);
}

/** With these it tells of a thing, or takes back what was said. */
const OTHERWISE = wordSet("without anymore longer unless");

/** "can't stand Viktor" is a matter of two. */
function namesOther(s: Sentence, from: number, to: number, talk: Discourse): boolean {
  for (let here = from; here < to; here += 1)
    if (knownAt(s, here, talk, "character") !== undefined) return true;
  return false;
}

function isHabit(s: Sentence, verb: number, marked: boolean): boolean {
  const word = low(s, verb);
  const next = low(s, verb + 1);
  const third = s.tags(verb).has("Verb") && word.endsWith("s");
  if (FEELS.has(word)) return s.tags(verb + 1).has("Gerund");
  if (word === "plays") return isPlayed(next) || isPlayed(low(s, verb + 2));
  if (word === "keeps" || word === "names") return !s.tags(verb + 1).has("Gerund") && !PARTICLES.has(next);
  if (marked) return third && !PARTICLES.has(next) && !STATES.has(word);
  return HABITS.has(word) && !PARTICLES.has(next) && at(s, verb + 1).type === "word" && !at(s, verb + 1).cap;
}

const FEELS = new Set(["hates", "loves", "detests", "dreads", "enjoys"]);
const PARTICLES = wordSet(
  "up out off down away on over through back it this that them him her us me you all as like well better too so more less very great good bad fine",
);
const STATES = wordSet(
  "is has was does says needs feels seems looks sounds gets goes comes makes thinks knows means wants",
);

/** "has taught there since 1990", "has worked the docks for thirty years". */
function sinceAt(s: Sentence, index: number, to: number): boolean {
  const from = SINCE(s, index);
  if (from < 0 || !s.tags(from).has("Verb")) return false;
  for (let here = from + 1; here < Math.max(to, s.tokens.length); here += 1)
    if (low(s, here) === "since" || (low(s, here) === "for" && isLong(s, here + 1))) return true;
  return false;
}

const isLong = (s: Sentence, index: number): boolean =>
  [0, 1, 2, 3].some((gap) => ["years", "decades", "months", "ever", "life"].includes(low(s, index + gap)));

/** "lost two fingers on the Antwerp job". */
function lossAt(s: Sentence, index: number, to: number): boolean {
  const from = LOST(s, index);
  return from > 0 && from < to && [0, 1].some((gap) => LOSSES.has(low(s, from + gap)));
}
