import { describe } from "../parts/describe.ts";
import type { Referent } from "../parts/discourse.ts";
import { nameAt } from "../parts/names.ts";
import { namedParty } from "../parts/party.ts";
import { tellOf } from "../parts/statements.ts";
import { low, spanOf } from "../text/match.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { ownGender } from "./present.ts";
import { found, type Rule } from "./rule.ts";

const STRONG = new Set(["age", "age_range", "occupation"]);
const PRONOUNS = new Set(["he", "she", "they", "it"]);

/** "Create Otis. 63. Janitor.": a sentence without a subject that is all description, right after someone is brought in or merely named. */
export const continued: Rule = (s, index, talk) => {
  const last = talk.spoken.at(-1);
  const named = talk.bare;
  if (isHedged(s) || isShopTalk(s, index) || isFilmTalk(s) || PRONOUNS.has(low(s, index))) return undefined;
  const referent: Referent | undefined =
    named?.referent ?? (last?.fresh === true && last.kind === "character" ? last : undefined);
  if (referent === undefined) return undefined;
  const all = describe(s, index, talk, { referent, introduced: true });
  const has = named === undefined && last?.occupation !== undefined;
  const fields = all.fields.filter(({ field }) => field !== "notes" && !(has && field === "occupation"));
  const enough = named === undefined ? fields.length > 0 : fields.some((field) => STRONG.has(field.field));
  const most = all.to >= s.tokens.length || (named === undefined && fields.length > 1);
  if (!most || !enough) return undefined;
  talk.bare = undefined;
  const here = { name: referent.name, ...spanOf(s, index, all.to) };
  const mention =
    named?.mention ?? (referent.entry_id === undefined ? here : { ...here, entry_id: referent.entry_id });
  const party = { mention, referent, to: index, fields: [] };
  const told = { ...all, fields: [...fields, ...ownGender(s, index, all.to)] };
  const span = { start: Math.min(mention.start, s.start), end: s.end };
  return found(all.to, tellOf(talk, party, told, named !== undefined, span));
};

/** "Ramona.": nothing but a new name. It counts once a description follows. */
export const bareName: Rule = (s, index, talk) => {
  const name = nameAt(s, index, talk, "character");
  if (name === undefined || name.entry !== undefined || name.referent !== undefined || name.ambiguous)
    return undefined;
  const alone =
    name.to === s.tokens.length && !s.asks && name.to - name.from <= 3 && s.tags(index).has("FirstName");
  if (!alone || isFilmTalk(s)) return undefined;
  talk.bare = namedParty(s, name);
  return found(name.to, []);
};
