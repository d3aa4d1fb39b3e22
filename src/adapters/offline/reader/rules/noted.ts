import type { Statement } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { likelyNames } from "../judge/likelihood.ts";
import { characterAt } from "../judge/sights.ts";
import type { Discourse } from "../parts/discourse.ts";
import { textField } from "../parts/fields.ts";
import { entryStatement } from "../parts/statements.ts";
import { low, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import { isChatter, isWorkTalk } from "./chatter.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "./mood.ts";

const MAX_SENTENCES = 20;
/** How far into the sentence its subject may stand: "for the record, Mara lost …". */
const SOON = 5;
const FINITE = ["PresentTense", "PastTense", "Copula", "Auxiliary"];
/** Said of how somebody is played or written. */
const LEAST_WORDS = 2;
const NOT_THERE = wordSet("will would could should might may must can");

/**
 * What sentences that no rule reads tell of known characters, in their own words as a note: "maya has delivered half the
 * babies in the county". Only where the signs around the name say that something is told.
 */
export function noted(talk: Discourse, unread: readonly Sentence[]): Statement[] {
  if (unread.length === 0 || unread.length > MAX_SENTENCES || talk.elsewhere) return [];
  const open = unread.filter((s) => isPlainTalk(s));
  if (!open.some((s) => subjectIn(s, talk) !== undefined)) return [];
  const told = likelyNames(talk, "known");
  return told.size === 0 ? [] : open.flatMap((s) => noteOf(s, talk, told));
}

const isPlainTalk = (s: Sentence): boolean =>
  !(
    s.asks ||
    isHedged(s) ||
    isSubordinate(s, 0) ||
    isShopTalk(s, 0) ||
    isFilmTalk(s) ||
    isWorkTalk(s) ||
    isChatter(s, 0)
  );

function noteOf(s: Sentence, talk: Discourse, told: ReadonlySet<string>): Statement[] {
  const name = subjectIn(s, talk);
  if (name?.entry === undefined || !told.has(nameKey(name.entry.name))) return [];
  const note = textField(s, talk, "notes", name.to, s.tokens.length);
  if (note === undefined || s.tokens.length - name.to < LEAST_WORDS) return [];
  return [entryStatement("character", name.mention, false, [note], spanOf(s, name.from, s.tokens.length))];
}

/** A known character with a verb after the name. */
function subjectIn(s: Sentence, talk: Discourse) {
  for (let here = 0; here <= SOON; here += 1) {
    const name = characterAt(s, here, talk);
    if (name === undefined) continue;
    if (name.entry === undefined || name.owns || NOT_THERE.has(low(s, name.to))) return undefined;
    const tags = s.tags(name.to);
    return FINITE.some((tag) => tags.has(tag)) && low(s, name.to) !== "'s" ? name : undefined;
  }
  return undefined;
}
