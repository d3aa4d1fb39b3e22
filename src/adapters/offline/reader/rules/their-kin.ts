import type { Statement } from "../../../../domain/reading/reading.ts";
import type { Discourse, Party, Referent } from "../parts/discourse.ts";
import { kinAt, kinGender } from "../parts/kin.ts";
import { type Named, nameAt } from "../parts/names.ts";
import { namedParty } from "../parts/party.ts";
import { tieStatements } from "../parts/statements.ts";
import { at, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { KIN, type Relation } from "../words/relations.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { present } from "./present.ts";
import { found, type Rule } from "./rule.ts";

const IS_THEIR = pattern("is|'s their");
const NAMED = pattern("is|'s|,|called|named|(");
/** What one may be to both of two. */
const OF_BOTH = new Set<Relation>([
  ...KIN,
  "friend",
  "best friend",
  "employer",
  "employee",
  "mentor",
  "colleague",
  "neighbour",
]);

/** "Karen is their daughter", "their daughter Karen": of the two last named. */
export const theirKin: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || isFilmTalk(s) || isShopTalk(s, index)) return undefined;
  const owns = low(s, index) === "their";
  const first = owns ? undefined : nameAt(s, index, talk, "character");
  const from = owns ? index + 1 : first === undefined ? -1 : IS_THEIR(s, first.to);
  const kin = from < 0 ? undefined : kinAt(s, from);
  if (kin === undefined || kin.noun.plural || !OF_BOTH.has(kin.noun.relation)) return undefined;
  const name = first ?? nameAt(s, Math.max(NAMED(s, kin.to), kin.to), talk, "character");
  if (name === undefined || name.ambiguous) return undefined;
  const pair = both(talk, name);
  if (pair.length !== 2) return undefined;
  const to = Math.max(kin.to, name.to);
  const span = spanOf(s, index, to);
  const party = { ...namedParty(s, name), fields: kinGender(s, kin) };
  const known = party.referent.entry_id !== undefined || party.referent.fresh;
  const brought = known ? undefined : present(s, index, talk, name, kinGender(s, kin));
  const ties = pair.flatMap((referent): Statement[] =>
    tieStatements(
      talk,
      party,
      {
        relation: kin.noun.relation,
        other: otherOf(s, index, referent),
        way: "is",
        introduces: false,
        span,
        description: kin.description,
      },
      !known,
    ),
  );
  return found(Math.max(to, brought?.to ?? to), [...(brought?.statements ?? []), ...ties]);
};

function otherOf(s: Sentence, index: number, referent: Referent): Party {
  const mention = { name: referent.name, start: at(s, index).start, end: at(s, index).end };
  return {
    mention: referent.entry_id === undefined ? mention : { ...mention, entry_id: referent.entry_id },
    referent,
    to: index,
    fields: [],
  };
}

/** The two spoken of together, or the only two there are. */
function both(talk: Discourse, name: Named): Referent[] {
  const isOther = (one: Referent): boolean => one.name !== name.mention.name;
  if (talk.pair.length === 2) return talk.pair.map(({ referent }) => referent).filter(isOther);
  const people = talk.spoken.filter((one) => one.kind === "character" && isOther(one));
  return people.length === 2 && people.every((one) => one.entry_id !== undefined || one.fresh) ? people : [];
}
