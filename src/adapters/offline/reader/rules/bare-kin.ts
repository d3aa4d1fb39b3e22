import type { Discourse, Referent } from "../parts/discourse.ts";
import { kinAt, kinGender } from "../parts/kin.ts";
import { nameAt } from "../parts/names.ts";
import { at, low, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import { isHedged, isShopTalk } from "./mood.ts";
import { present } from "./present.ts";
import type { Rule } from "./rule.ts";

/** What nobody is called by, as an aunt or a brother of an order is. */
const NO_TITLES = wordSet(
  "wife husband son daughter grandson granddaughter niece nephew boyfriend girlfriend fiancé fiancée stepson stepdaughter twin",
);

/** "Granddaughter Adzo (20) carries his bag.", "Younger brother Theo, 19": of the one spoken of last. */
export const bareKin: Rule = (s, index, talk) => {
  const kin = index === 0 && !s.asks ? kinAt(s, 0) : undefined;
  if (kin === undefined || kin.noun.plural || isHedged(s) || isShopTalk(s, 0)) return undefined;
  if (!(NO_TITLES.has(low(s, kin.to - 1)) || kin.to > 1) || !at(s, kin.to).cap) return undefined;
  const owner = ownerOf(s, talk);
  const name = owner === undefined ? undefined : nameAt(s, kin.to, talk, "character");
  if (owner === undefined || name === undefined || name.entry !== undefined || name.ambiguous)
    return undefined;
  if ((owner.entry_id === undefined && !owner.fresh) || name.referent !== undefined || name.owns)
    return undefined;
  const mention = { name: owner.name, ...spanOf(s, 0, 1) };
  const other = {
    mention: owner.entry_id === undefined ? mention : { ...mention, entry_id: owner.entry_id },
    referent: owner,
    to: 0,
    fields: [],
  };
  const { description, secret, noun } = kin;
  const span = spanOf(s, 0, name.to);
  const tie = {
    relation: noun.relation,
    other,
    way: "is" as const,
    description,
    secret,
    introduces: true,
    span,
  };
  return present(s, 0, talk, name, kinGender(s, kin), [tie]);
};

/** The one spoken of last, past those who were brought in so just before: "wife Amal, 47. son Idris, 17". */
function ownerOf(s: Sentence, talk: Discourse): Referent | undefined {
  const place = talk.sentences.findIndex(({ start }) => start === s.start);
  let back = 1;
  while (isBare(talk.sentences[place - back])) back += 1;
  return talk.spoken.filter(({ kind }) => kind === "character").at(-back);
}

const isBare = (s: Sentence | undefined): boolean => {
  const kin = s && kinAt(s, 0);
  return s !== undefined && kin !== undefined && at(s, kin.to).cap;
};
