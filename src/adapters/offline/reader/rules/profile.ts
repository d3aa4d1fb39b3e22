import { nameKey } from "../../../../lib/name-keys.ts";
import { anyNameAt } from "../parts/any-name.ts";
import { describe } from "../parts/describe.ts";
import type { Discourse } from "../parts/discourse.ts";
import { evidenceFrom, isFair, isPlain } from "../parts/evidence.ts";
import type { Named } from "../parts/names.ts";
import { namedParty } from "../parts/party.ts";
import { tellOf } from "../parts/statements.ts";
import { told } from "../parts/told.ts";
import { at, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { present } from "./present.ts";
import { found, type Rule } from "./rule.ts";

const DASH = /^[-–—]+$/;
const MARKS = new Set([",", "(", ":", "="]);

/** "mara. 34. nurse.", "teo, 19, dishwasher", "jonah 40 plumber", "Yusuf. Cab driver.": a name and what one sets down of a person, no verb. */
export const profile: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || isFilmTalk(s) || isShopTalk(s, index)) return undefined;
  const any = anyNameAt(s, index, talk);
  if (any === undefined) return undefined;
  const { name, by } = any;
  const next = at(s, name.to);
  const alone = next.text === "";
  const marked = MARKS.has(next.low) || (DASH.test(next.low) && !next.glued);
  if (!alone && !marked && next.type !== "number") return undefined;
  const proof = evidenceFrom(s, name.to, talk);
  const enough = by === "given" ? isFair(proof) : isPlain(proof);
  if (!enough || (alone && proof.to === 0)) return undefined;
  if (talk.known.mayBeSlip(nameKey(name.mention.name))) return slip(s, index, talk, name);
  if (!alone) return present(s, index, talk, name, []);
  const span = spanOf(s, index, name.to);
  return found(name.to, tellOf(talk, namedParty(s, name), told(name.to), true, span));
};

/** "sara (journo) is 33" where there is a Sarah: told of her, and nobody new. */
function slip(s: Sentence, index: number, talk: Discourse, name: Named): ReturnType<Rule> {
  const party = { ...namedParty(s, name), fields: [] };
  const all = describe(s, name.to, talk, { referent: party.referent, introduced: true });
  const fields = all.fields.filter(({ field }) => field !== "gender" && field !== "notes");
  if (fields.length === 0) return undefined;
  return found(all.to, tellOf(talk, party, { ...all, fields }, false, spanOf(s, index, all.to)));
}
