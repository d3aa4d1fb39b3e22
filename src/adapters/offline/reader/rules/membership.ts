import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";
import type { Discourse, Party } from "../parts/discourse.ts";
import { valueField } from "../parts/fields.ts";
import { groupName, groupNameAt } from "../parts/group.ts";
import { namesAt } from "../parts/name-list.ts";
import { endsAt } from "../parts/phrase.ts";
import { entryStatement, remember } from "../parts/statements.ts";
import { at, firstOf, type Pattern, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "./mood.ts";
import { type Found, found, type Rule } from "./rule.ts";

const BE = "is|are|'s|'re all|both|also|now|actually|secretly*";
const IN = "in|on|inside";
const PART = "a? part|member|members of";
const JOINS = firstOf(
  pattern(`${BE} ${IN}`),
  pattern(`${BE} ${PART}`),
  pattern("belongs|belong to"),
  pattern("joins|join"),
);
const LEAVES = firstOf(
  pattern(`is|are|'s|'re not|n't ${IN}`),
  pattern(`is|are|'s|'re not|n't ${PART}`),
  pattern(`is|are|'s|'re no longer ${IN}`),
  pattern(`is|are|'s|'re no longer ${PART}`),
  pattern("no longer belongs|belong to"),
);
const PUT = firstOf(pattern("add|put|include|place|recruit|move also?"));
const INTO = pattern("to|in|into|as part|members|member? of?");
const TAKE = pattern("take|remove|drop|kick|throw|delete|cut also?");
const OUT = firstOf(pattern("out of"), pattern("off|from"));
const ANY_MORE = firstOf(
  pattern("any more|longer"),
  pattern("anymore"),
  pattern("after all"),
  pattern("too|as|now well?"),
);
const CONSISTS = firstOf(
  pattern("is|are made up? of"),
  pattern("consists of"),
  pattern("includes|has"),
  pattern("is|are|: :?"),
);
const MEMBERS = pattern("the? members of|in");

/** Who is in a group: "Sarah, Tom and Maya are in the heist crew", "the heist crew is Sarah and Tom", "take Tom out of the crew". */
export const membership: Rule = (s, index, talk) => {
  if (isHedged(s) || isFilmTalk(s) || isShopTalk(s, index)) return undefined;
  return put(s, index, talk) ?? consists(s, index, talk) ?? joins(s, index, talk);
};

/** "add Tom to the heist crew", "take Tom out of it". */
function put(s: Sentence, index: number, talk: Discourse): Found | undefined {
  for (const [verb, link, leaves] of [
    [PUT, INTO, false],
    [TAKE, OUT, true],
  ] as const) {
    const from = verb(s, index);
    const people = from < 0 ? [] : namesAt(s, from, talk);
    const to = people.at(-1)?.to;
    if (to !== undefined) return linked(s, index, to, link, people, leaves, talk);
  }
  return undefined;
}

function joins(s: Sentence, index: number, talk: Discourse): Found | undefined {
  const people = isSubordinate(s, index) ? [] : namesAt(s, index, talk);
  const to = people.at(-1)?.to;
  if (to === undefined) return undefined;
  return linked(s, index, to, LEAVES, people, true, talk) ?? linked(s, index, to, JOINS, people, false, talk);
}

function linked(
  s: Sentence,
  index: number,
  to: number,
  link: Pattern,
  people: readonly Party[],
  leaves: boolean,
  talk: Discourse,
): Found | undefined {
  const from = link(s, to);
  const group = from > to ? groupNameAt(s, from) : undefined;
  if (group === undefined) return undefined;
  const end = Math.max(ANY_MORE(s, group.to), group.to);
  if (!endsAt(s, end)) return undefined;
  return said(s, index, end, people, groupField(s, group, talk), leaves, talk);
}

/** "the heist crew is Sarah, Tom and Maya", "the heist crew: Sarah, Tom": names and nothing else. */
function consists(s: Sentence, index: number, talk: Discourse): Found | undefined {
  const start = Math.max(MEMBERS(s, index), index);
  const group = groupNameAt(s, start);
  const from = group === undefined ? -1 : CONSISTS(s, group.to);
  if (group === undefined || from <= group.to) return undefined;
  const people = namesAt(s, from, talk);
  const to = people.at(-1)?.to;
  if (to === undefined || at(s, to).text !== "") return undefined;
  return said(s, index, to, people, groupField(s, group, talk), false, talk);
}

const groupField = (s: Sentence, { from, to }: { from: number; to: number }, talk: Discourse): FieldReading =>
  valueField(s, "groups", [groupName(s, talk, from, to)], from, to);

function said(
  s: Sentence,
  index: number,
  to: number,
  people: readonly Party[],
  field: FieldReading,
  leaves: boolean,
  talk: Discourse,
): Found {
  const span = spanOf(s, index, to);
  for (const person of people) remember(talk, person, [], false);
  talk.pair = people.length > 1 ? people : talk.pair;
  const statements = people.map(
    ({ mention }): Statement =>
      leaves
        ? entryStatement("character", mention, false, [], span, [field])
        : entryStatement("character", mention, false, [field], span),
  );
  return found(to, statements);
}
