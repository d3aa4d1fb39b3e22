import { describe } from "../parts/describe.ts";
import type { Referent } from "../parts/discourse.ts";
import { type Named, nameAt } from "../parts/names.ts";
import { namedParty } from "../parts/party.ts";
import { tellOf } from "../parts/statements.ts";
import { at, low, spanOf } from "../text/match.ts";
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
  const strong = fields.some((field) => STRONG.has(field.field));
  const traits = fields.flatMap(({ field, value }) =>
    field === "traits" && Array.isArray(value) ? value : [],
  );
  const enough = named === undefined ? fields.length > 0 : strong || traits.length > 1;
  const most = all.to >= s.tokens.length || (named === undefined && fields.length > 1);
  if (!most || !enough) return undefined;
  talk.bare = undefined;
  const here = { name: referent.name, ...spanOf(s, index, all.to) };
  const mention =
    named?.mention ?? (referent.entry_id === undefined ? here : { ...here, entry_id: referent.entry_id });
  const party = { mention, referent, to: index, fields: [] };
  const told = { ...all, fields: [...fields, ...ownGender(s, index, all.to)] };
  const span = { start: Math.min(mention.start, s.start), end: s.end };
  return found(
    all.to,
    tellOf(talk, party, told, named !== undefined && named.referent.entry_id === undefined, span),
  );
};

const BEGUN = new Set(["how", "that", "what"]);

/** "Captain Idowu commands the ferry.", "Nobody knows how old Mirela is.": a new name in a sentence that is not understood. It counts once a description follows. */
export const mentioned: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || isShopTalk(s, index) || isFilmTalk(s)) return undefined;
  const names: Named[] = [];
  for (let here = index; here < Math.min(s.tokens.length, MAX_MENTION); here += 1) {
    const name = at(s, here).cap ? nameAt(s, here, talk, "character") : undefined;
    if (name === undefined) continue;
    names.push(name);
    here = name.to;
  }
  const [name] = names;
  if (name === undefined || names.length > 1 || name.entry !== undefined || name.referent !== undefined)
    return undefined;
  const verb =
    (s.tags(name.to).has("PresentTense") && low(s, name.to).endsWith("s")) || low(s, name.to) === "'s";
  const told =
    (name.from === index && verb) || BEGUN.has(low(s, name.from - 1)) || BEGUN.has(low(s, name.from - 2));
  if (!told || !name.solid || name.ambiguous) return undefined;
  talk.bare = namedParty(s, name);
  return found(s.tokens.length, []);
};

const MAX_MENTION = 24;

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
