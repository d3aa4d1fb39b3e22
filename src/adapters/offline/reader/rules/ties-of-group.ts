import type { Statement } from "../../../../domain/reading/reading.ts";
import { numberAt } from "../parts/ages.ts";
import type { Discourse } from "../parts/discourse.ts";
import { kinAt } from "../parts/kin.ts";
import type { PeopleIn, Person } from "../parts/people-told.ts";
import { low, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Relation } from "../words/relations.ts";
import { wordSet } from "../words/word-set.ts";
import { type ListedKin, listedKinAt } from "./kin-list.ts";
import { isHedged } from "./mood.ts";

type Tied = Extract<Statement, { type: "relationship" }>;

const MAX_AHEAD = 4;
const MARKS = wordSet(": ( – — -");
const HAS = wordSet("has have had 's got with of");
const COUPLES = wordSet("couple spouses");

/** "two brothers own the trawler. Shay and Donal Quirke.", "the three sons of Baruch: Leo, …", "…, best friends since the war". */
export function groupTies(talk: Discourse, peopleIn: PeopleIn): Tied[] {
  const ties: Tied[] = [];
  talk.sentences.forEach((s, place) => {
    if (s.asks || isHedged(s)) return;
    for (let here = 0; here < s.tokens.length; here += 1) {
      const group = groupAt(s, here);
      if (group === undefined) continue;
      const people = peopleIn(s);
      const owner = group.childOf ? ownerOf(s, here, group.to, people) : undefined;
      const members = membersOf(talk, place, group, owner, peopleIn);
      ties.push(...tiesOf(s, group, members, owner));
      here = group.to - 1;
    }
  });
  return ties;
}

interface Group extends ListedKin {
  readonly from: number;
  /** How many they are; undefined where it is not said. */
  readonly count: number | undefined;
  /** "sons", "daughters", "kids": of somebody. */
  readonly childOf: boolean;
  readonly of: Relation;
}

function groupAt(s: Sentence, index: number): Group | undefined {
  const kin = kinAt(s, index);
  const counted = countBefore(s, index);
  if (kin?.noun.plural === true && ["child", "grandchild"].includes(kin.noun.relation))
    return {
      from: index,
      relation: "sibling",
      directed: false,
      to: kin.to,
      count: counted,
      childOf: true,
      of: kin.noun.relation,
    };
  const listed = listedKinAt(s, index);
  if (listed === undefined) return undefined;
  const twos =
    listed.directed ||
    COUPLES.has(low(s, index)) ||
    low(s, index) === "twins" ||
    low(s, index - 2) === "pair";
  const relation = COUPLES.has(low(s, index)) && low(s, index - 1) === "married" ? "spouse" : listed.relation;
  return {
    ...listed,
    relation,
    directed: false,
    from: index,
    count: twos ? 2 : counted,
    childOf: false,
    of: listed.relation,
  };
}

/** "two", "the three estranged": the number before, past two adjectives. */
function countBefore(s: Sentence, index: number): number | undefined {
  for (let here = index - 1; here >= Math.max(0, index - 3); here -= 1) {
    const value = numberAt(s, here)?.value;
    if (value !== undefined) return value;
    if (low(s, here) === "both") return 2;
  }
  return undefined;
}

/** "the three sons of Baruch", "John's kids", "Constantin has two daughters". */
function ownerOf(s: Sentence, from: number, to: number, people: readonly Person[]): Person | undefined {
  if (low(s, to) === "of") return people.find((one) => one.from === to + 1);
  const before = people.findLast((one) => one.to <= from);
  const between = before === undefined ? [] : s.tokens.slice(before.to, from);
  return between.some((token) => HAS.has(token.low)) ||
    (before !== undefined && s.tokens[before.to - 1]?.low.endsWith("s"))
    ? before
    : undefined;
}

/** Who they are: those named after the words for them, in the sentence or in the next ones; else the two named before. */
function membersOf(
  talk: Discourse,
  place: number,
  group: Group,
  owner: Person | undefined,
  peopleIn: PeopleIn,
): Person[] {
  const s = talk.sentences[place];
  if (s === undefined) return [];
  const isOther = (one: Person): boolean => one.mention.name !== owner?.mention.name;
  const here = peopleIn(s).filter(isOther);
  const after = once(here.filter((one) => one.from >= group.to));
  const marked = s.tokens.slice(group.to).some((token) => MARKS.has(token.low) || token.low === ",");
  if (after.length > 1 && marked) return fitting(after, group);
  if (after.length > 0) return [];
  const before = once(here.filter((one) => one.to <= group.from));
  if (before.length > 0 || group.from === 0)
    return group.childOf ? [] : toldBefore(talk, place, group, before, peopleIn);
  const next: Person[] = [];
  for (const one of talk.sentences.slice(place + 1, place + 1 + MAX_AHEAD)) {
    if (one.asks) break;
    next.push(
      ...peopleIn(one).filter(
        (each) => isOther(each) && !next.some((known) => known.mention.name === each.mention.name),
      ),
    );
    if (group.count !== undefined && next.length >= group.count) break;
    if (group.count === undefined && next.length > 1) break;
  }
  return next.every(({ fresh }) => fresh) ? fitting(next, group) : [];
}

/** "A (30) and B (28), brother and sister", "A, 36. B, 38. Best friends since the war." */
function toldBefore(
  talk: Discourse,
  place: number,
  group: Group,
  before: readonly Person[],
  peopleIn: PeopleIn,
): Person[] {
  const s = talk.sentences[place];
  const last = before.at(-1);
  if (
    s === undefined ||
    (last !== undefined && low(s, group.from - 1) !== "," && !links(s, last.to, group.from))
  )
    return [];
  const all =
    before.length > 0 ? before : once(talk.sentences.slice(0, place).flatMap((one) => [...peopleIn(one)]));
  return all.length === 2 && all.some(({ fresh }) => fresh) ? [...all] : [];
}

const LINKING = wordSet("are were is be being both the a an old married loving happily in fact");
/** "… are the married couple". */
const links = (s: Sentence, from: number, to: number): boolean =>
  to > from && s.tokens.slice(from, to).every((token) => LINKING.has(token.low));

const once = (people: readonly Person[]): Person[] =>
  people.filter((one, at) => people.findIndex((each) => each.mention.name === one.mention.name) === at);

const fitting = (people: readonly Person[], { count }: Group): Person[] =>
  people.length > 1 && (count === undefined || people.length === count) && people.some(({ fresh }) => fresh)
    ? [...people]
    : [];

function tiesOf(s: Sentence, group: Group, members: readonly Person[], owner: Person | undefined): Tied[] {
  const tie = (from: Person, to: Person, relation: Relation): Tied => ({
    type: "relationship",
    from: from.mention,
    to: to.mention,
    relation,
    explicit: true,
    span: spanOf(s, 0, s.tokens.length),
  });
  if (group.childOf) return owner === undefined ? [] : members.map((one) => tie(one, owner, group.of));
  const [first, second] = members;
  if (group.directed && group.relation !== "sibling")
    return first && second && members.length === 2 ? [tie(first, second, group.relation)] : [];
  return members.flatMap((from, at) => members.slice(at + 1).map((to) => tie(from, to, group.relation)));
}
