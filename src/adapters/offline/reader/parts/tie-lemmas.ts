import { firstOf, low, type Pattern, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Relation } from "../words/relations.ts";
import type { Discourse } from "./discourse.ts";
import { partyAt } from "./party.ts";
import { type Subject, type Tie, type Told, told } from "./told.ts";

/** What somebody is to whom they do this to; with the word that follows the verb, where one does. */
const ACTS: readonly (readonly [Relation, string, string])[] = [
  ["enemy", "hate despise loathe detest resent", ""],
  ["lover", "love adore fancy", ""],
  ["lover", "sleep cheat", "with"],
  ["parent", "raise adopt foster father", ""],
  ["mentor", "mentor train teach coach tutor", ""],
  ["employer", "employ hire supervise", ""],
  ["employee", "work", "for|under"],
  ["employee", "report answer", "to"],
  ["colleague", "work", "with|alongside"],
  ["spouse", "marry wed", ""],
  ["ex-spouse", "divorce", ""],
  ["partner", "date", ""],
  ["partner", "go", "out with"],
  ["friend", "befriend", ""],
  ["friend", "hang", "out with"],
  ["protector", "protect guard", ""],
  ["rival", "compete feud", "with|against"],
  ["mentee", "learn study", "from|under"],
];
const IRREGULAR: Readonly<Record<string, string>> = {
  sleep: "slept",
  teach: "taught",
  go: "went",
  hang: "hung",
  wed: "wed",
  learn: "learnt",
};
/** Of these a past tense says that it is over. */
const ENDING = new Set<Relation>(["partner"]);
/** Done to somebody they make a tie too: "was raised by Viktor". */
const BY =
  "hate despise love adore raise adopt foster mentor train teach coach tutor employ hire protect guard";

interface Act {
  readonly relation: Relation;
  readonly now: Pattern;
  readonly past: Pattern;
  readonly going: Pattern;
}

const READ: readonly Act[] = ACTS.map(([relation, lemmas, after]) => {
  const said = (forms: readonly string[]): Pattern =>
    pattern(`${forms.join("|")}${after === "" ? "" : ` ${after}`}`);
  const all = lemmas.split(" ");
  return {
    relation,
    now: said(all.flatMap((lemma) => [third(lemma), lemma])),
    past: said(all.map(past)),
    going: said(all.map(going)),
  };
});
const PASSIVE: readonly (readonly [Relation, Pattern])[] = ACTS.flatMap(([relation, lemmas]) => {
  const forms = lemmas.split(" ").filter((lemma) => BY.split(" ").includes(lemma));
  return forms.length === 0 ? [] : [[relation, pattern(`${forms.map(past).join("|")} by`)] as const];
});
const LIKES: readonly (readonly [Relation, Pattern])[] = [
  ["lover", pattern("has|have|had|'s got? a|some secret|huge|big|little? thing|crush|feelings on|for")],
  ["lover", pattern("has|have|had|'s got? feelings for")],
  ["lover", pattern("is|'s|was secretly? crazy|mad about")],
  ["lover", pattern("is|'s|was secretly? sweet|soft on")],
  ["lover", pattern("has the hots for")],
  ["enemy", pattern("ca|can n't|not stand|bear")],
  ["enemy", pattern("cant stand")],
  ["lover", pattern("is|'s|was head over heels for|with")],
  ["lover", pattern("is|'s|was smitten|obsessed|infatuated with")],
  ["lover", pattern("has a secret? affair with")],
  ["enemy", pattern("has|holds a grudge against")],
  ["best friend", pattern("is|'s|was best friends|mates|buddies with")],
  ["friend", pattern("is|'s|was good|close|old|childhood? friends|friend|buddies with")],
  ["partner", pattern("is|'s in a relationship with")],
  ["spouse", pattern("tied the knot with")],
  ["spouse", pattern("has|have|'s|'ve been married to|with")],
];
const USED_TO = pattern("used to");
const ONGOING = firstOf(pattern("has|have|'s|'ve been"), pattern("is|'s|'re|are"));
const WAS = firstOf(pattern("was|were|got"), pattern("had|has|have been"));
const HAVE = pattern("has|have|'s|'ve always|secretly|long*");
const ADVERBS = new Set(
  "practically basically virtually single-handedly half always secretly still also really truly absolutely totally actually once now briefly deeply openly only just both".split(
    " ",
  ),
);

/** "raised her", "used to date Tom", "has always hated him", "was trained by John", "can't stand Karen": a tie by what one does to the other. */
export function tieByLemma(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  const here = skip(s, index);
  for (const [relation, match] of LIKES) {
    const one = tied(s, index, match(s, here), relation, "is", talk, subject);
    if (one !== undefined) return one;
  }
  return done(s, index, here, talk, subject) ?? doneTo(s, index, here, talk, subject);
}

function done(s: Sentence, index: number, from: number, talk: Discourse, subject: Subject): Told | undefined {
  const used = USED_TO(s, from);
  const ongoing = ONGOING(s, from);
  const was = WAS(s, from);
  const have = HAVE(s, from);
  for (const { relation, now, past, going } of READ) {
    const one = (to: number, as: Relation = relation) => tied(s, index, to, as, "is", talk, subject);
    const over: Relation | undefined = ENDING.has(relation) ? "ex-spouse" : undefined;
    const told =
      one(now(s, from)) ??
      one(past(s, from), over) ??
      (ongoing < 0 ? undefined : one(going(s, skip(s, ongoing)))) ??
      (was < 0 || over === undefined ? undefined : one(going(s, skip(s, was)), over)) ??
      (have < 0 ? undefined : one(past(s, skip(s, have)), over)) ??
      (used < 0 || over === undefined ? undefined : one(now(s, used), over));
    if (told !== undefined) return told;
  }
  return undefined;
}

/** "was raised by Viktor": the other is it of the subject. */
function doneTo(
  s: Sentence,
  index: number,
  from: number,
  talk: Discourse,
  subject: Subject,
): Told | undefined {
  const be = Math.max(ONGOING(s, from), WAS(s, from));
  if (be < 0) return undefined;
  for (const [relation, match] of PASSIVE) {
    const one = tied(s, index, match(s, skip(s, be)), relation, "has", talk, subject);
    if (one !== undefined) return one;
  }
  return undefined;
}

function tied(
  s: Sentence,
  index: number,
  from: number,
  relation: Relation,
  way: Tie["way"],
  talk: Discourse,
  subject: Subject,
): Told | undefined {
  const other =
    from < 0 ? undefined : partyAt(s, low(s, from) === "both" ? from + 1 : from, talk, subject.referent);
  if (other === undefined || ["'s", "'"].includes(low(s, other.to)) || owns(s, other.to)) return undefined;
  const known = other.referent.entry_id !== undefined || other.referent.fresh;
  if (!known && subject.referent.entry_id === undefined && !subject.referent.fresh) return undefined;
  const span = spanOf(s, index, other.to);
  return told(other.to, [], [{ relation, other, way, introduces: false, span, description: undefined }]);
}

/** "loves her job": the pronoun belongs to what follows. */
const owns = (s: Sentence, index: number): boolean =>
  low(s, index - 1) === "her" && s.tags(index).has("Noun") && !s.tags(index).has("Pronoun");

function skip(s: Sentence, index: number): number {
  let here = index;
  while (ADVERBS.has(low(s, here))) here += 1;
  return here;
}

function third(lemma: string): string {
  if (lemma.endsWith("y")) return `${lemma.slice(0, -1)}ies`;
  return /(?:ch|sh|s|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function past(lemma: string): string {
  const irregular = IRREGULAR[lemma];
  if (irregular !== undefined) return irregular;
  if (lemma.endsWith("y")) return `${lemma.slice(0, -1)}ied`;
  return lemma.endsWith("e") ? `${lemma}d` : `${lemma}ed`;
}

function going(lemma: string): string {
  return lemma.endsWith("e") ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`;
}
