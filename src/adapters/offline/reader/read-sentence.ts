import type { Discourse } from "./parts/discourse.ts";
import { recall } from "./parts/party.ts";
import { amend } from "./rules/amend.ts";
import { askName } from "./rules/ask-name.ts";
import { atHeart } from "./rules/at-heart.ts";
import { bulk } from "./rules/bulk.ts";
import { change } from "./rules/change.ts";
import { changeThing } from "./rules/change-thing.ts";
import { isChatter, isWorkTalk } from "./rules/chatter.ts";
import { endClause } from "./rules/clause-end.ts";
import { control } from "./rules/control.ts";
import { document } from "./rules/document.ts";
import { draft } from "./rules/draft.ts";
import { forget } from "./rules/forget.ts";
import { bareName, continued, mentioned } from "./rules/fragments.ts";
import { groupTold } from "./rules/group-told.ts";
import { introduce, labelledPart, MAKE, phraseFirst, unnamed } from "./rules/introduce.ts";
import { kinSubject } from "./rules/kin-subject.ts";
import { ownLabel, sheetLine } from "./rules/label.ts";
import { likelyNames } from "./rules/likely-names.ts";
import { membership } from "./rules/membership.ts";
import { midway } from "./rules/midway.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "./rules/mood.ts";
import { MORE_ORDERS, MORE_TALES } from "./rules/more.ts";
import { namedAfter } from "./rules/named-after.ts";
import { newName } from "./rules/new-name.ts";
import { newPlaceName } from "./rules/new-place-name.ts";
import { ofStory } from "./rules/of-story.ts";
import { readOpening } from "./rules/opening.ts";
import { own } from "./rules/own.ts";
import { makePair, pairs } from "./rules/pairs.ts";
import { partUnnamed } from "./rules/part-unnamed.ts";
import { partPlayed } from "./rules/parts-played.ts";
import { listLine, peopleList } from "./rules/people-list.ts";
import { plainly, plainPart } from "./rules/plain-part.ts";
import { readQuestion } from "./rules/questions.ts";
import { remove } from "./rules/remove.ts";
import { rename } from "./rules/rename.ts";
import { calledSo } from "./rules/role-first.ts";
import { type Found, isSilent, joinFound, type Rule } from "./rules/rule.ts";
import { runsOn } from "./rules/run-on.ts";
import { samePerson } from "./rules/same-person.ts";
import { scene } from "./rules/scene.ts";
import { sceneCast } from "./rules/scene-cast.ts";
import { setting } from "./rules/setting.ts";
import { sinceAt } from "./rules/since.ts";
import { takeOff } from "./rules/take-off.ts";
import { tell } from "./rules/tell.ts";
import { thing } from "./rules/thing.ts";
import { thingTold } from "./rules/thing-told.ts";
import { titled } from "./rules/titled.ts";
import { at, low, pattern } from "./text/match.ts";
import type { Sentence } from "./text/sentences.ts";
import { COPULAS } from "./words/small-verbs.ts";

/** In order; the first that reads something at a place has it. Orders before tales, the narrow before the wide. */
const ORDERS: readonly Rule[] = [
  own,
  control,
  document,
  sceneCast,
  membership,
  samePerson,
  scene,
  peopleList,
  makePair,
  bulk,
  thing,
  calledSo,
  rename,
  newName,
  newPlaceName,
  amend,
  forget,
  takeOff,
  remove,
  change,
  changeThing,
  ...MORE_ORDERS,
];
const TALES: readonly Rule[] = [
  sheetLine,
  listLine,
  labelledPart,
  introduce,
  phraseFirst,
  unnamed,
  partPlayed,
  setting,
  ownLabel,
  ...MORE_TALES,
  groupTold,
  pairs,
  kinSubject,
  thingTold,
  titled,
  tell,
  namedAfter,
  continued,
  bareName,
  mentioned,
];

const ALL: readonly Rule[] = [...ORDERS, ...TALES, askName, draft];

const ASKING = pattern(
  "who|whom|whose|what|which|where|when|why|how|is|are|was|were|do|does|did|has|have|can|could|would|should|shall|will|may|hwo|wat|whos|whats|wher|isn|won|list|show|tell|describe|remind|display",
);
const SCENES = pattern("all? scenes with|of|featuring");
const NOT_ASKING = pattern("have a|an|the|him|her|them");

/** A sentence beyond this is no talk, and is not read: every rule may look at all of it. */
const MAX_SENTENCE_TOKENS = 400;

/** One sentence: what is asked, or the clauses that order or tell something. */
export function readSentence(s: Sentence, talk: Discourse): Found | undefined {
  if (s.tokens.length > MAX_SENTENCE_TOKENS) return undefined;
  const { index: opened, polite, corrects, secret } = readOpening(s);
  if (opened > 2) recall(s, 0, opened, talk);
  const since = sinceAt(s, opened, talk);
  const index = since === undefined ? opened : skipJoints(s, since.to);
  talk.corrects = corrects;
  talk.since = since?.scene;
  talk.secret = secret;
  const order = tryRules([control, document, atHeart], s, index, talk);
  if (order !== undefined) return order;
  const asking =
    !polite &&
    (s.asks ||
      SCENES(s, index) > 0 ||
      (ASKING(s, index) >= 0 && NOT_ASKING(s, index) < 0 && !isTimed(s, index)));
  if (asking) return asked(s, index, talk);
  const all = readClauses(s, index, talk);
  if (isSilent(all) && !s.asks) return readPlain(s, index, talk) ?? all;
  return all !== undefined && (since !== undefined || secret) ? onlyTies(all) : all;
}

/** Once more without what people say of their own talk around it: "we agreed that Mara is 44", "…, my mistake". */
function readPlain(s: Sentence, from: number, talk: Discourse): Found | undefined {
  const plain = plainPart(s, from, talk);
  if (plain === undefined) return undefined;
  const { index, corrects } = readOpening(plain);
  talk.corrects ||= corrects;
  const read = readClauses(plain, index, talk);
  return read && (PERSONS.has(low(plain, 0)) ? read : plainly(read));
}

const PERSONS = new Set(["he", "she"]);

const INVERTED = new Set("is are was were do does did will can should has have 's".split(" "));
/** "When her father dies, …": a time, and what happens then. */
const isTimed = (s: Sentence, index: number): boolean =>
  low(s, index) === "when" &&
  !INVERTED.has(low(s, index + 1)) &&
  s.tokens.some(({ low: word }) => word === ",");

function asked(s: Sentence, index: number, talk: Discourse): Found | undefined {
  recall(s, index, s.tokens.length, talk);
  const wanted = partUnnamed(s, 0, talk);
  return wanted ?? (isQuestion(s, index) ? readQuestion(s, index, talk) : undefined);
}

/** What a field becomes later in the story is not what it is, nor is what nobody knows: of a sentence "from scene 12 on …" only its ties are read. */
function onlyTies(all: Found): Found | undefined {
  const statements = all.statements.filter((one) => one.type === "relationship");
  return statements.length === 0 ? undefined : { ...all, statements, requests: [] };
}

/** Chatter with a question mark ("???", "right?") asks nothing. */
function isQuestion(s: Sentence, index: number): boolean {
  return (
    s.tokens.length - index >= 2 ||
    ASKING(s, index) >= 0 ||
    /^(?:next|characters|scenes|locations|props)$/.test(low(s, index))
  );
}

function readClauses(s: Sentence, from: number, talk: Discourse): Found | undefined {
  let all: Found | undefined;
  let here = from;
  const made = MAKE(s, from) > from;
  if (made) talk.making = s.start;
  const room = talk.elsewhere || isWorkTalk(s) || isChatter(s, from);
  while (here < s.tokens.length) {
    const silent = !made && (room || isChatter(s, here));
    const found = tryRules(silent ? ORDERS : ALL, s, here, talk);
    const one = made ? found : ofStory(s, found);
    if (one === undefined || one.to <= here) {
      const aside = all === undefined ? shortAside(s, here) : -1;
      const next =
        aside < 0 ? Math.max(nextOrder(s, here), all === undefined ? nextTale(s, here) : -1) : aside;
      recall(s, here, next < 0 ? s.tokens.length : next, talk);
      if (next < 0) break;
      here = next;
      continue;
    }
    const told = endClause(s, here, one, talk);
    all = joinFound(all, told);
    here = skipJoints(s, told.to);
    if (here === told.to && here < s.tokens.length && !runsOn(s, here, talk)) break;
  }
  const more = made || room ? undefined : ofStory(s, midway(s, from, talk, all));
  const known = more === undefined ? all : joinFound(all, more);
  const likely = room ? undefined : ofStory(s, likelyNames(s, talk, known));
  return likely === undefined ? known : joinFound(known, likely);
}

function tryRules(rules: readonly Rule[], s: Sentence, index: number, talk: Discourse): Found | undefined {
  for (const rule of rules) {
    const one = rule(s, index, talk);
    if (one !== undefined) return one;
  }
  return undefined;
}

const JOINTS = new Set([
  ",",
  "and",
  "but",
  "then",
  "also",
  ";",
  "&",
  ")",
  "plus",
  "so",
  "–",
  "—",
  "-",
  "please",
  "now",
  "too",
  "btw",
  "instead",
  "anyway",
  "lol",
]);
const THAT = pattern("please? let 's|us?");

function skipJoints(s: Sentence, index: number): number {
  let here = index;
  while (JOINTS.has(low(s, here))) here += 1;
  const polite = THAT(s, here);
  return here > index && polite > here ? polite : here;
}

const ORDER_VERBS = new Set(
  "delete remove rename change make set update add create merge combine".split(" "),
);
const REPORTING = new Set("said says say told tell asked typed wrote means meant if when".split(" "));

/** "we don't need Tom anymore, delete him": an order after something that is not understood. */
function nextOrder(s: Sentence, index: number): number {
  if (isSubordinate(s, index) || isHedged(s)) return -1;
  for (let here = index; here < s.tokens.length - 2; here += 1) {
    if (REPORTING.has(low(s, here))) return -1;
    if (![",", ";", "so"].includes(low(s, here)) || here === index) continue;
    const next = ["so", "please", "then"].includes(low(s, here + 1)) ? here + 2 : here + 1;
    if (ORDER_VERBS.has(low(s, next))) return next;
  }
  return -1;
}

/** "Tom has known Karen for years, she is his oldest friend": the clause after one that is not understood, if it is about one named there. */
function nextTale(s: Sentence, index: number): number {
  if (isSubordinate(s, index) || isHedged(s) || isShopTalk(s, index) || isFilmTalk(s)) return -1;
  for (let here = index + 2; here < s.tokens.length - 2; here += 1) {
    if (REPORTING.has(low(s, here))) return -1;
    const next = afterJoint(s, here);
    if (next > here && ["he", "she", "his", "her"].includes(low(s, next)) && opensClause(s, next))
      return next;
  }
  return -1;
}

const AND = pattern(",|;|and|but and|but|so?");
/** After ", and", ";" or "but". */
const afterJoint = (s: Sentence, here: number): number => Math.max(AND(s, here), here);

/** "she is", "he works", "her nickname": what follows tells of somebody. */
function opensClause(s: Sentence, index: number): boolean {
  if (["his", "her"].includes(low(s, index)))
    return low(s, index - 1) !== "but" && s.tags(index + 1).has("Noun");
  return s.tags(index + 1).has("Verb") || COPULAS.has(low(s, index + 1));
}

const MAX_ASIDE = 3;

/** After two or three words and a comma ("in the end, Sarah …" is none of them): what follows may still be read. */
function shortAside(s: Sentence, index: number): number {
  if (isSubordinate(s, index) || isHedged(s)) return -1;
  for (let here = index + 1; here <= Math.min(index + MAX_ASIDE, s.tokens.length - 1); here += 1) {
    if (low(s, here) !== "," && low(s, here) !== ":") continue;
    return at(s, here + 1).text === "" ? -1 : here + 1;
  }
  return -1;
}
