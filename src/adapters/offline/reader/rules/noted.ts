import type { Statement } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { characterAt, focusAt } from "../judge/characters.ts";
import { likelyNames } from "../judge/likelihood.ts";
import type { Discourse } from "../parts/discourse.ts";
import { textField } from "../parts/fields.ts";
import type { Named } from "../parts/names.ts";
import { entryStatement } from "../parts/statements.ts";
import { low, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import { isFilmTalk, isHedged } from "./mood.ts";
import { sinceAt } from "./since.ts";

const MAX_SENTENCES = 20;
/** How far into the sentence its subject may stand: "for the record, Mara lost …". */
const SOON = 9;
const FINITE = ["PresentTense", "PastTense", "Copula", "Auxiliary"];
const LEAST_WORDS = 2;
/** Before a clause that somebody says, or that nobody does. */
const REPORTED = wordSet(
  "said says say told tell nobody noone never not n't if when once until before after",
);
/** What may happen, and what the one who speaks wants of them. */
const NOT_SO = wordSet("will would could should might may must can shouldn");

/**
 * What sentences that no rule reads tell of known characters, in their own words as a note: "maya has delivered half the
 * babies in the county". Only where the signs around the name say that something is told.
 */
export function noted(talk: Discourse, unread: readonly Sentence[]): Statement[] {
  if (unread.length === 0 || unread.length > MAX_SENTENCES || talk.elsewhere) return [];
  const open = unread.filter(
    (s) => !s.asks && !isHedged(s) && !isFilmTalk(s) && sinceAt(s, 0, talk) === undefined,
  );
  if (!open.some((s) => subjectIn(s, talk) !== undefined)) return [];
  const told = likelyNames(talk, "known");
  return told.size === 0 ? [] : open.flatMap((s) => noteOf(s, talk, told));
}

function noteOf(s: Sentence, talk: Discourse, told: ReadonlySet<string>): Statement[] {
  const name = subjectIn(s, talk);
  if (name?.entry === undefined || !told.has(nameKey(name.entry.name))) return [];
  const from = isOwner(s, name) ? name.from : name.to;
  const note = textField(s, talk, "notes", from, s.tokens.length);
  if (note === undefined || s.tokens.length - name.to < LEAST_WORDS) return [];
  return [entryStatement("character", name.mention, false, [note], spanOf(s, name.from, s.tokens.length))];
}

/** A known character with a verb after the name, or with what is theirs and a verb: "Maya's hands shake". */
function subjectIn(s: Sentence, talk: Discourse): Named | undefined {
  const focus = focusAt(s, talk);
  if (focus !== undefined) return isSubject(s, focus.to) ? focus : undefined;
  for (let here = 0; here <= SOON && here < s.tokens.length; here += 1) {
    const name = characterAt(s, here, talk);
    if (name === undefined) {
      if (REPORTED.has(low(s, here))) return undefined;
      continue;
    }
    if (name.entry === undefined) return undefined;
    return isSubject(s, name.to) || isOwner(s, name) ? name : undefined;
  }
  return undefined;
}

const isSubject = (s: Sentence, index: number): boolean =>
  !NOT_SO.has(low(s, index)) && low(s, index) !== "'s" && FINITE.some((tag) => s.tags(index).has(tag));

const isOwner = (s: Sentence, name: Named): boolean =>
  low(s, name.to) === "'s" && s.tags(name.to + 1).has("Noun") && isSubject(s, name.to + 2);
