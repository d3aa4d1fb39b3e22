import type { Discourse, Party } from "../parts/discourse.ts";
import { textField } from "../parts/fields.ts";
import { ownerAt, partyAt } from "../parts/party.ts";
import { phraseEnd, trimEnd } from "../parts/phrase.ts";
import { entryStatement, remember } from "../parts/statements.ts";
import { labelledValue } from "../parts/values.ts";
import { firstOf, low, type Pattern, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { labelAt } from "./label.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

/** "what Viktor wants is …": the verb tells the field. */
const WHAT_ONE: readonly (readonly [string, Pattern])[] = [
  ["want", pattern("really|secretly|truly|only* wants|craves|desires most|more? than? anything? else?")],
  ["need", pattern("really|actually|truly* needs most?")],
  ["fear", pattern("fears|dreads really? most?")],
  ["values", pattern("values most?")],
];
/** "what drives Viktor is …". */
const WHAT_DOES: readonly (readonly [string, Pattern])[] = [
  ["motivation", pattern("drives|motivates|moves|pushes")],
  ["fear", pattern("scares|frightens|terrifies")],
  ["stakes", pattern("is|'s at stake for")],
];
const IS = firstOf(pattern("most|the? most? is|'s"), pattern(":|is|'s"));
const AT_STAKE = firstOf(
  pattern("at stake for"),
  pattern("the? stakes for"),
  pattern("the? thing|one at stake for"),
);

/** What somebody is about, in a sentence that begins with it: "What's at stake for Sarah is …", "what drives Viktor is …", "Her need, which she does not see, is …". */
export const atHeart: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || isFilmTalk(s) || isShopTalk(s, index)) return undefined;
  return (
    whatDoes(s, index, talk) ?? whatOne(s, index, talk) ?? atStake(s, index, talk) ?? apart(s, index, talk)
  );
};

function whatDoes(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = low(s, index) === "what" ? index + 1 : -1;
  for (const [field, does] of from < 0 ? [] : WHAT_DOES) {
    const to = does(s, from);
    const one = to < 0 ? undefined : partyAt(s, to, talk);
    const is = one === undefined ? -1 : IS(s, one.to);
    if (one !== undefined && is > 0) return said(s, { index, from: is, field }, one, talk);
  }
  return undefined;
}

function whatOne(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const one = ["what", "all"].includes(low(s, index)) ? partyAt(s, index + 1, talk) : undefined;
  for (const [field, does] of one === undefined ? [] : WHAT_ONE) {
    const to = does(s, one?.to ?? 0);
    const is = to < 0 ? -1 : IS(s, to);
    if (one !== undefined && is > 0) return said(s, { index, from: is, field }, one, talk);
  }
  return undefined;
}

function atStake(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = AT_STAKE(s, index);
  const one = from < 0 ? undefined : partyAt(s, from, talk);
  const is = one === undefined ? -1 : IS(s, one.to);
  return one !== undefined && is > 0 ? said(s, { index, from: is, field: "stakes" }, one, talk) : undefined;
}

/** "Her need, which she does not see, is to stop": words of another kind between a field's name and its value. */
function apart(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const owner = ownerAt(s, index, talk);
  const label = owner === undefined ? undefined : labelAt(s, owner.to, "character");
  if (owner === undefined || label === undefined || low(s, label.to) !== ",") return undefined;
  if (!["which", "though", "unknown", "as", "at", "like"].includes(low(s, label.to + 1))) return undefined;
  let here = label.to + 1;
  while (here < s.tokens.length && low(s, here) !== ",") here += 1;
  const is = low(s, here) === "," ? IS(s, here + 1) : -1;
  return is < 0 ? undefined : said(s, { index, from: is, field: label.field }, owner, talk);
}

interface Said {
  readonly index: number;
  readonly from: number;
  readonly field: string;
}

function said(s: Sentence, { index, from, field }: Said, one: Party, talk: Discourse): ReturnType<Rule> {
  const { referent } = one;
  if (["not", "n't", "that"].includes(low(s, from)) || (referent.entry_id === undefined && !referent.fresh))
    return undefined;
  const to = phraseEnd(s, from);
  const value =
    field === "values"
      ? labelledValue(s, from, to, talk, "character", field)?.fields
      : [textField(s, talk, field, from, trimEnd(s, from, to))];
  const fields = (value ?? []).filter((each) => each !== undefined);
  if (fields.length === 0) return undefined;
  remember(talk, { ...one, fields: [] }, [], false);
  return found(to, [entryStatement("character", one.mention, false, fields, spanOf(s, index, to))]);
}
