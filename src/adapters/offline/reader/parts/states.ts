import { firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import type { Being } from "./being.ts";
import type { Discourse } from "./discourse.ts";
import { itemField, textField } from "./fields.ts";
import { knownAt } from "./names.ts";
import { personPhraseAt } from "./noun-phrase.ts";
import { phraseEnd } from "./phrase.ts";
import { type Told, told } from "./told.ts";

/** What somebody lastingly is with regard to something: "allergic to shellfish", "hooked on painkillers". */
const TOWARDS = firstOf(
  pattern(
    "severely|deathly|badly|very|highly|totally|completely? allergic|addicted|immune|prone|blind|oblivious|accustomed|devoted|indifferent to",
  ),
  pattern(
    "very|really|quite|totally|completely? hopeless|useless|brilliant|terrible|awful|lousy|great|good|bad|amazing at|with",
  ),
  pattern("hooked on"),
  pattern("fluent|trained|skilled|versed in"),
  pattern("haunted|hunted|blackmailed|plagued by"),
  pattern("estranged|descended from"),
  pattern("obsessed with"),
  pattern("in debt|recovery|denial|exile|hiding|therapy|mourning"),
  pattern("on the run|parole|probation|wagon|lam"),
  pattern("on parole|probation|medication"),
  pattern("in witness protection"),
  pattern("out on bail|parole"),
  pattern("fresh|straight|just out of"),
  pattern("wanted in|for|by"),
  pattern("up to his|her|their"),
);
const MOVED = firstOf(pattern("new in|to|at"), pattern("just|recently|newly moved|arrived|returned"));
/** Said of players and of those in the room. */
const ROOM = wordSet(
  "makeup wig mic light lights catering this that it set lines accents voices camera screen casting roles role part parts scene scenes comedy drama",
);

/** Tried of those who are known, where nothing plainer fits. */
export function stateAt(s: Sentence, index: number, talk: Discourse, { subject }: Being): Told | undefined {
  if (subject.referent.entry_id === undefined) return undefined;
  const end = phraseEnd(s, index + 1);
  const and = s.tokens.findIndex(({ low: word }, here) => here > index && here < end && word === "and");
  const to = and < 0 ? end : and;
  const moved = MOVED(s, index);
  const towards = TOWARDS(s, index);
  if (towards < 0 && moved < 0) return undefined;
  for (let here = index; here < to; here += 1)
    if (ROOM.has(low(s, here)) || knownAt(s, here, talk, "character") !== undefined) return undefined;
  return told(to, [textField(s, talk, moved > 0 ? "background" : "notes", index, to)]);
}

const UNTIL = new Set(["before", "until", "till", "for", "in", "at", "back", "when", "with", "during"]);
/** "was a boxer before the accident": what somebody known used to be. */
export function onceAt(s: Sentence, index: number, talk: Discourse, { subject }: Being): Told | undefined {
  if (subject.referent.entry_id === undefined || !["a", "an"].includes(low(s, index))) return undefined;
  const was = personPhraseAt(s, index, talk);
  if (was?.sure !== "trade" || !UNTIL.has(low(s, was.to))) return undefined;
  const to = phraseEnd(s, was.to);
  return told(to, [textField(s, talk, "background", index - 1, to)]);
}

const ABLE = pattern("can really|actually|still?");
const ABILITIES = wordSet(
  "pick hold fix fly sail smell hack crack shoot throw sing dance swim outdrink outrun recite cook forge juggle whistle lift sense climb imitate mimic sew drink build paint ride track hunt lip-read read speak predict memorise memorize hypnotise hypnotize heal teleport levitate",
);
/** "can pick any lock in under a minute". */
export function ableAt(
  s: Sentence,
  index: number,
  talk: Discourse,
  subject: Being["subject"],
): Told | undefined {
  const from = ABLE(s, index);
  if (subject.referent.entry_id === undefined || from < 0 || !ABILITIES.has(low(s, from))) return undefined;
  const to = phraseEnd(s, from + 1);
  if (to < from + 2) return undefined;
  for (let here = from; here < to; here += 1)
    if (ROOM.has(low(s, here)) || knownAt(s, here, talk, "character") !== undefined) return undefined;
  return told(to, [itemField(s, talk, "strengths", from, to)]);
}

const LIVED = firstOf(
  pattern(
    "has outlived|buried|survived|divorced|married|raised|served|fought|sailed|written|robbed|sworn|spent|given",
  ),
  pattern(
    "spent|served a|an|one|two|three|four|five|six|seven|eight|nine|ten|most|half|all|twenty|thirty|years|decades|time|his|her|their",
  ),
  pattern(
    "quit|stopped|gave|retired|enlisted|defected|converted|graduated|flunked|deserted|emigrated up|smoking|drinking|gambling|school|college|from|at|in|out|to|early|of",
  ),
  pattern(
    "raised one|two|three|four|five|six|seven|kids|children|himself|herself|goats|horses|bees|chickens|dogs",
  ),
);
/** "has outlived three husbands", "quit smoking the day her dad died". */
export function livedAt(
  s: Sentence,
  index: number,
  talk: Discourse,
  subject: Being["subject"],
): Told | undefined {
  if (subject.referent.entry_id === undefined || LIVED(s, index) < 0) return undefined;
  const to = phraseEnd(s, index + 1);
  for (let here = index; here < to; here += 1)
    if (ROOM.has(low(s, here)) || knownAt(s, here, talk, "character") !== undefined) return undefined;
  return told(to, [textField(s, talk, "background", index, to)]);
}
