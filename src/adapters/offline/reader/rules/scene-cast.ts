import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";
import { type Discourse, lastOfKind, type Party } from "../parts/discourse.ts";
import { namesAt } from "../parts/name-list.ts";
import { endsAt } from "../parts/phrase.ts";
import { type SceneNamed, sceneNamed } from "../parts/scene-name.ts";
import { entryStatement, remember } from "../parts/statements.ts";
import { firstOf, low, type Pattern, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const BE = "is|are|'s|'re";
/** Who is said to be in a scene, put there or taken out of it: how it begins, what links them to the scene, whether they leave. */
const FORMS: readonly (readonly [Pattern | undefined, Pattern, boolean])[] = [
  [pattern("add|put|include|place|bring|also also?"), firstOf(pattern("to|in|into")), false],
  [pattern("take|remove|delete|cut|drop|pull also?"), firstOf(pattern("out of"), pattern("from")), true],
  [undefined, firstOf(pattern(`${BE} not|n't in`), pattern(`${BE} no longer in`)), true],
  [undefined, firstOf(pattern(`${BE} also|both|all|now* in`), pattern("appears|appear in")), false],
];
const REST = firstOf(
  pattern("too|anymore|now|please|instead"),
  pattern("as well"),
  pattern("any more|longer"),
  pattern("after all"),
);

/** "add Tom to the diner scene", "Tom is in the diner scene too", "take Tom out of scene 3". */
export const sceneCast: Rule = (s, index, talk) => {
  if (isHedged(s) || isFilmTalk(s) || isShopTalk(s, index) || isSubordinate(s, index)) return undefined;
  for (const [verb, link, leaves] of FORMS) {
    const from = verb === undefined ? index : verb(s, index);
    const people = from < 0 ? [] : namesAt(s, from, talk);
    const last = people.at(-1)?.to;
    const start = last === undefined ? -1 : link(s, last);
    const scene = start < 0 ? undefined : sceneAt(s, start, talk);
    if (scene === undefined) continue;
    const to = Math.max(REST(s, scene.to), scene.to);
    if (!endsAt(s, to)) return undefined;
    for (const person of people) remember(talk, person, [], false);
    return found(to, [castStatement(s, index, to, scene, people, leaves)]);
  }
  return undefined;
};

/** Also "this scene", of the one spoken of. */
function sceneAt(s: Sentence, index: number, talk: Discourse): SceneNamed | undefined {
  if (!["this", "that"].includes(low(s, index)) || low(s, index + 1) !== "scene")
    return sceneNamed(s, index, talk);
  const last = lastOfKind(talk, ["scene"]);
  if (last === undefined) return undefined;
  const mention = { name: last.name, ...spanOf(s, index, index + 2) };
  return {
    mention: last.entry_id === undefined ? mention : { ...mention, entry_id: last.entry_id },
    to: index + 2,
  };
}

function castStatement(
  s: Sentence,
  index: number,
  to: number,
  scene: SceneNamed,
  people: readonly Party[],
  leaves: boolean,
): Statement {
  const field: FieldReading = {
    field: "characters",
    value: people.map((person) => person.mention.name),
    start: Math.min(...people.map((person) => person.mention.start)),
    end: Math.max(...people.map((person) => person.mention.end)),
  };
  const span = spanOf(s, index, to);
  return leaves
    ? entryStatement("scene", scene.mention, false, [], span, [field])
    : entryStatement("scene", scene.mention, false, [field], span);
}
