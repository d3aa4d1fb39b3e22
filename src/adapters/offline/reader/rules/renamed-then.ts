import { type Discourse, sentencesIn } from "../parts/discourse.ts";
import { nameAt } from "../parts/names.ts";
import { partyAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { at, firstOf, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { found, type Rule } from "./rule.ts";

const RENAME = pattern("rename|re-name");
const PLEASE = pattern(",? please|pls|plz? ,|:|;|-|–|—*");
const THEN = firstOf(
  pattern("from today|now on? ,? he|she|they is|'s|are|'re|becomes called|now*"),
  pattern("he|she|they is|'s|are|'re|becomes now|called*"),
  pattern("he|she|they shall|will|should be called?"),
);
const NOW = pattern("now|instead|from|on|please*");

/** "Rename Karen, please: from today she is Katarina", "rename Tom. he's Terry now": the new name in a clause of its own. */
export const renamedThen: Rule = (s, index, talk) => {
  const from = RENAME(s, index);
  const party = from < 0 ? undefined : partyAt(s, from, talk);
  if (party?.referent.entry_id === undefined) return undefined;
  const after = Math.max(PLEASE(s, party.to), party.to);
  const [next] = at(s, after).text === "" ? sentencesIn(talk, s.end, talk.text.length, 1) : [];
  const clause = next ?? s;
  const then = newNameIn(clause, next === undefined ? after : 0, talk);
  if (then === undefined) return undefined;
  if (next !== undefined) talk.readUpTo = Math.max(talk.readUpTo, next.end);
  const to = next === undefined ? then.to : s.tokens.length;
  return found(to, [
    { type: "rename", subject: party.mention, name: then.name, span: spanOf(s, index, Math.max(after, to)) },
  ]);
};

function newNameIn(s: Sentence, index: number, talk: Discourse): { name: string; to: number } | undefined {
  const is = THEN(s, index);
  const name = is > index && at(s, is).cap ? nameAt(s, is, talk, "character") : undefined;
  if (name === undefined || name.entry !== undefined || isKnownOccupation(at(s, is).low)) return undefined;
  const to = Math.max(NOW(s, name.to), name.to);
  return endsAt(s, to) ? { name: name.mention.name, to } : undefined;
}
