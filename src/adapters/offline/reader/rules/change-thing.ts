import type { Discourse } from "../parts/discourse.ts";
import { valueField } from "../parts/fields.ts";
import { endsAt, phraseEnd } from "../parts/phrase.ts";
import { sceneNamed } from "../parts/scene-name.ts";
import { correcting, entryStatement } from "../parts/statements.ts";
import { labelledValue } from "../parts/values.ts";
import { firstOf, low, pattern, spanOf, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isTimeOfDay } from "../words/times.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { ownedLabelAt } from "./owned-label.ts";
import { found, type Rule } from "./rule.ts";

const CHANGE = pattern("change|set|update|switch|edit|correct|fix|make");
const TO = pattern("to|as|:|=");
const MOVE = pattern("move|set|shift|change|make|switch");
const AT = firstOf(pattern("to|at|in|into|during the?"));
const IS_AT = firstOf(
  pattern("is|'s|happens|plays|takes set|now|actually? at|in|during the?"),
  pattern("takes place at|in|during the?"),
);

/** Orders that change a scene, a place or a thing: "change the diner's atmosphere to tense", "move the diner scene to morning"; and "the diner scene is at dawn". */
export const changeThing: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  return changeLabel(s, index, talk) ?? moveScene(s, index, talk) ?? sceneAt(s, index, talk);
};

function changeLabel(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const verb = CHANGE(s, index);
  const owned = verb < 0 ? undefined : ownedLabelAt(s, verb, talk);
  const from = owned === undefined || owned.kind === "character" ? -1 : TO(s, owned.to);
  if (owned === undefined || from < 0) return undefined;
  const value = labelledValue(s, from, phraseEnd(s, from), talk, owned.kind, owned.field);
  if (value === undefined) return undefined;
  const span = spanOf(s, index, value.to);
  return found(value.to, correcting([entryStatement(owned.kind, owned.mention, false, value.fields, span)]));
}

/** "move the diner scene to morning", "set scene 3 at night". */
function moveScene(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const verb = MOVE(s, index);
  const scene = verb < 0 ? undefined : sceneNamed(s, verb, talk);
  const from = scene === undefined ? -1 : AT(s, scene.to);
  const time = from < 0 ? -1 : timeEnd(s, from);
  if (scene === undefined || time < 0) return undefined;
  const said = valueField(s, "time_of_day", words(s, from, time).toUpperCase(), from, time);
  return found(
    time,
    correcting([entryStatement("scene", scene.mention, false, [said], spanOf(s, index, time))]),
  );
}

function sceneAt(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  if (low(s, index) !== "the" && low(s, index) !== "scene") return undefined;
  const scene = sceneNamed(s, index, talk);
  const from = scene === undefined ? -1 : IS_AT(s, scene.to);
  const time = from < 0 ? -1 : timeEnd(s, from);
  if (scene === undefined || time < 0 || isShopTalk(s, index) || isFilmTalk(s)) return undefined;
  const said = valueField(s, "time_of_day", words(s, from, time).toUpperCase(), from, time);
  return found(time, [entryStatement("scene", scene.mention, false, [said], spanOf(s, index, time))]);
}

function timeEnd(s: Sentence, index: number): number {
  for (const size of [3, 2, 1])
    if (isTimeOfDay(words(s, index, index + size)) && endsAt(s, index + size)) return index + size;
  return -1;
}
