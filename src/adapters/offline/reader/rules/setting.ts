import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { type Discourse, speakOf } from "../parts/discourse.ts";
import { compact, textField } from "../parts/fields.ts";
import { knownAt, type Named } from "../parts/names.ts";
import { placeAt } from "../parts/scene-facts.ts";
import { thingSlot } from "../parts/slot.ts";
import { entryStatement } from "../parts/statements.ts";
import { at, firstOf, low, pattern, spanOf, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isHedged, isShopTalk } from "./mood.ts";
import { kindNoun, namedThing } from "./named-thing.ts";
import { found, type Rule } from "./rule.ts";

const STORY = firstOf(
  pattern("it|this all"),
  pattern("most|all|some|part|half|much|lots of the|our|this? film|movie|story|action|it"),
  pattern("the|our|this? whole? film|movie|story|action|script|whole|thing"),
  pattern("everything|it|we all?"),
  pattern("the whole|entire thing|story|film|movie|show|action"),
);
/** Parts of the story and what happens in it: they are set, as the whole is. */
const EPISODE = pattern(
  "the|our big|final|last|opening* finale|ending|climax|opening|epilogue|prologue|heist|robbery|chase|showdown|wedding|funeral|party|murder|kidnapping|reunion|duel|trial",
);
const HAPPENS = firstOf(
  pattern("takes|happens|is|'s|plays place|set|out|mostly|entirely* in|on|at|around|inside|near"),
  pattern("is|'s playing|happening|unfolding in|at|on|around|inside"),
  pattern("'re in|at"),
  pattern("goes down in|on|at"),
);

const SET_IN = pattern("set in");

/** "the story takes place in Lisbon", "most of the film is set in a hotel called The Meridian", "it's set in 1970s Berlin". */
export const setting: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  const episode = EPISODE(s, index);
  const story = Math.max(STORY(s, index), episode, low(s, index) === "set" ? index : -1);
  const from = story < 0 ? -1 : Math.max(HAPPENS(s, story), SET_IN(s, story));
  if (
    from < 0 ||
    !s.tokens
      .slice(story, from)
      .some((token) =>
        ["set", "place", "happens", "plays", "playing", "happening", "unfolding", "down"].includes(token.low),
      )
  )
    return undefined;
  const era = eraAt(s, from);
  const start = era === undefined ? from : ["a", "an"].includes(low(s, from)) ? from + 2 : from + 1;
  const article = ["a", "an", "the"].includes(low(s, start)) ? start + 1 : start;
  const noun = kindNoun(s, article);
  const named = noun === undefined ? -1 : pattern("called|named")(s, noun.to);
  if (noun !== undefined && named > 0) return namedThing(s, index, noun, named, talk, article);
  if (!at(s, start).cap && !(low(s, start) === "the" && at(s, start + 1).cap))
    return episode > 0 || s.tokens.slice(story, from).some((token) => ACTED.has(token.low))
      ? anyPlace(s, index, start, compact([era]), talk)
      : undefined;
  const name = knownAt(s, start, talk, "location") ?? firstPlace(thingSlot(s, start, talk, "location"));
  if (name === undefined) return undefined;
  const later = ["in", ",", "during", "around"].includes(low(s, name.to)) ? eraAt(s, name.to + 1) : undefined;
  const looks = later === undefined && era === undefined ? apposed(s, name.to, talk) : undefined;
  speakOf(talk, { name: name.mention.name, kind: "location", fresh: true });
  return found(s.tokens.length, [
    entryStatement("location", name.mention, true, compact([era ?? later, looks]), spanOf(s, index, name.to)),
  ]);
};

/** Where a film "is set" may be no more than its kind of place; where it happens is shot. */
const ACTED = new Set(["happens", "takes", "plays"]);

/** "an abandoned mall", "one apartment": a place without a name of its own. */
function anyPlace(
  s: Sentence,
  index: number,
  start: number,
  fields: readonly FieldReading[],
  talk: Discourse,
): ReturnType<Rule> {
  const place = isShopTalk(s, start)
    ? undefined
    : placeAt(s, low(s, start) === "one" ? start + 1 : start, talk);
  if (place === undefined) return undefined;
  const { value, start: from, end } = place;
  const known = talk.known.find(nameKey(String(value))).find((entry) => entry.kind === "location");
  const mention = { name: known?.name ?? String(value), start: from, end };
  speakOf(talk, { name: mention.name, kind: "location", fresh: true });
  const subject = known === undefined ? mention : { ...mention, entry_id: known.entry_id };
  return found(s.tokens.length, [
    entryStatement("location", subject, true, fields, { start: at(s, index).start, end }),
  ]);
}

const ERAS = new Set(
  "postwar post-war prewar pre-war wartime medieval victorian edwardian present-day modern-day contemporary modern ancient colonial futuristic near-future dystopian renaissance".split(
    " ",
  ),
);

/** "Paris and Rome" are two places; the first is read. */
function firstPlace(name: Named | undefined): Named | undefined {
  const cut = name?.mention.name.indexOf(" and ") ?? -1;
  if (name === undefined || cut < 0) return name;
  const mention = { ...name.mention, name: name.mention.name.slice(0, cut), end: name.mention.start + cut };
  return { ...name, mention };
}

/** "…, a fishing town where the boats stopped coming back". */
function apposed(s: Sentence, index: number, talk: Discourse): FieldReading | undefined {
  const opens = [",", "(", "–", "—", "-", ":"].includes(low(s, index));
  if (!opens || !["a", "an", "the", "one"].includes(low(s, index + 1))) return undefined;
  return textField(s, talk, "description", index + 1, s.tokens.length);
}

const SEASON = firstOf(
  pattern("the? early|late|mid? spring|summer|autumn|fall|winter|christmas|year|days|last|first* of"),
  pattern("the? early|late|mid|mid-"),
);
function eraAt(s: Sentence, index: number): FieldReading | undefined {
  const start = ["the", "a", "an", "year", "in"].includes(low(s, index)) ? index + 1 : index;
  if (start > index && ["year", "the"].includes(low(s, start))) return eraAt(s, start);
  const season = SEASON(s, index);
  if (season > index && /^(?:1[0-9]|20)\d\d(?:['’]?s)?$/.test(low(s, season))) {
    const open = low(s, index) === "the" ? index + 1 : index;
    return {
      field: "era",
      value: words(s, open, season + 1),
      start: at(s, open).start,
      end: at(s, season).end,
    };
  }
  const token = at(s, start);
  if (ERAS.has(token.low)) return { field: "era", value: token.text, start: token.start, end: token.end };
  if (!/^(?:1[0-9]|20)\d\d(?:['’]?s)?$/.test(token.low)) return undefined;
  return { field: "era", value: token.text, start: token.start, end: token.end };
}
