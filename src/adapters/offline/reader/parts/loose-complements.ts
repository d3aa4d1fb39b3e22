import { firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { CONDITIONS } from "../words/conditions.ts";
import type { Being, Complement } from "./being.ts";
import type { Discourse } from "./discourse.ts";
import { itemField, textField, valueField } from "./fields.ts";
import { kinAt } from "./kin.ts";
import { personPhraseAt } from "./noun-phrase.ts";
import { isOwning, partyAt } from "./party.ts";
import { endsAt } from "./phrase.ts";
import { type Told, told } from "./told.ts";

const ORIENTATIONS = new Set(
  "gay lesbian bisexual bi queer asexual pansexual heterosexual homosexual".split(" "),
);
const SENSES = firstOf(
  pattern(
    "nearly|almost|half|partly|partially|completely|totally|legally|going|losing* blind|deaf|mute in one|his|her|the left|right? eye|ear|eyes|ears",
  ),
  pattern("nearly|almost|half|partly|partially|legally|going blind|deaf|mute"),
  pattern("colour|color|face|snow|night blind"),
  pattern("hard of hearing"),
  pattern("in a wheelchair"),
  pattern("missing an|one|two|three|his|her left|right? eye|arm|leg|hand|fingers|finger|ear"),
);
const WORKING = pattern("working|employed as|like a|an?");
const DEATH = pattern("scared to death of");

/** What looser words after "is" tell; tried before the rest. */
export const looseComplement: Complement = (s, index, talk, being) =>
  oriented(s, index) ??
  senses(s, index, talk) ??
  conditioned(s, index, talk) ??
  workingAs(s, index, talk) ??
  scaredToDeath(s, index, talk) ??
  ofBoth(s, index, talk, being);

function oriented(s: Sentence, index: number): Told | undefined {
  const from = low(s, index) === "a" ? index + 1 : index;
  const word = low(s, from);
  if (!ORIENTATIONS.has(word) || !endsAt(s, from + 1)) return undefined;
  return told(from + 1, [valueField(s, "orientation", word, from, from + 1)]);
}

const SIDED = pattern("left|right|tone handed|deaf");
const ARTICLE = pattern("a|an|strictly|strict|devout|lapsed|practising|practicing|committed|lifelong*");
/** "left handed", "a Buddhist", "a lapsed Catholic". */
function conditioned(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const from = ARTICLE(s, index);
  const to = Math.max(SIDED(s, index), CONDITIONS.has(low(s, from)) ? from + 1 : -1);
  if (to < 0 || !(endsAt(s, to) || low(s, to) === "since")) return undefined;
  const start = ["a", "an"].includes(low(s, index)) ? index + 1 : index;
  return told(to, [itemField(s, talk, "traits", start, to)]);
}

/** "deaf in one ear", "nearly blind", "in a wheelchair". */
function senses(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const to = SENSES(s, index);
  return to > 0 && endsAt(s, to) ? told(to, [textField(s, talk, "disability", index, to)]) : undefined;
}

/** "working as mechanic": an article may be missing. */
function workingAs(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const from = WORKING(s, index);
  const phrase = from < 0 ? undefined : personPhraseAt(s, from, talk);
  if (phrase === undefined || phrase.sure === "guess") return undefined;
  return told(
    phrase.to,
    phrase.fields.filter(({ field }) => field !== "gender"),
  );
}

function scaredToDeath(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const from = DEATH(s, index);
  if (from < 0) return undefined;
  let to = from;
  while (!endsAt(s, to)) to += 1;
  return told(to, [textField(s, talk, "fear", from, to)]);
}

/** "John and Sarah's boss": the relation of both. */
function ofBoth(s: Sentence, index: number, talk: Discourse, being: Being): Told | undefined {
  const start = low(s, index) === "both" ? index + 1 : index;
  const first = partyAt(s, start, talk, being.subject.referent);
  const second =
    first !== undefined && ["and", "&"].includes(low(s, first.to))
      ? partyAt(s, first.to + 1, talk, being.subject.referent)
      : undefined;
  if (first === undefined || second === undefined || !isOwning(s, second.to)) return undefined;
  const kin = kinAt(s, second.to + 1);
  if (kin === undefined) return undefined;
  const span = spanOf(s, index, kin.to);
  const tie = { relation: kin.noun.relation, way: "is" as const, introduces: false, span };
  const { description } = kin;
  return told(
    kin.to,
    [],
    [first, second].map((other) => ({ ...tie, other, description })),
  );
}
