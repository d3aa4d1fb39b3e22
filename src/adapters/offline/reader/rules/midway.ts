import type { Statement } from "../../../../domain/reading/reading.ts";
import { bareAge } from "../parts/ages.ts";
import type { Discourse } from "../parts/discourse.ts";
import { evidenceFrom, isPlain } from "../parts/evidence.ts";
import { kinGender, ownedKinAt, tieOf } from "../parts/kin.ts";
import { isTitle } from "../parts/known.ts";
import { type Named, nameAt } from "../parts/names.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { peggedName } from "../parts/peg.ts";
import { at, low, spanOf, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "./mood.ts";
import { present } from "./present.ts";
import type { Found } from "./rule.ts";
import { isTitledDoing } from "./titled.ts";

/** Before a phrase these liken or cast, and bring nobody in. */
const LIKENING = wordSet("like as than play playing plays played as with cast hire hired");
/** With these in it a sentence denies, or speaks of those who make the film. */
const NOT_TOLD = wordSet(
  "not n't never no replacement replaces stunt double option suggested would could might should suggests chatgpt set owner agent agency contact coming hire hired location rate",
);
/** A time or a cause before the sentence's own clause. */
const OPENING = wordSet("when after before once while as since because in at on for from every each during");
const KINDS = new Set(["entry", "relationship"]);
/** Before the clause they act in. */
const SO = wordSet("when until till before after while but and then where because as");
const MAX_SCAN = 120;

/**
 * Those who are brought in inside a sentence that is about others: "He is helped by a retired cop, Walt Jeffers, who …",
 * "At the centre is Dolores Quint, sixty-three", "lives with her mom Carol". Undefined where there are none.
 */
export function midway(
  s: Sentence,
  from: number,
  talk: Discourse,
  read: Found | undefined,
): Found | undefined {
  if (s.asks || s.tokens.length > MAX_SCAN || isBarred(s, from, talk, read)) return undefined;
  const statements: Statement[] = [];
  let to = from;
  for (let here = from; here < s.tokens.length - 1; here += 1) {
    const one = isTaken(s, here, read) ? undefined : broughtAt(s, here, talk, read);
    if (one === undefined) continue;
    statements.push(...one.statements.map((each) => withoutOwners(each, talk)));
    to = one.to;
    here = Math.max(here, one.to - 1);
  }
  return statements.length === 0 ? undefined : { to, statements, questions: [], requests: [] };
}

/** "leaves soup at her door": in a sentence about others, whose it is tells nothing of the newcomer. */
function withoutOwners(one: Statement, talk: Discourse): Statement {
  if (one.type !== "entry") return one;
  const isOwner = ({ field, start, end }: { field: string; start: number; end: number }): boolean =>
    field === "gender" && /^(?:his|her)$/i.test(talk.text.slice(start, end));
  return { ...one, fields: one.fields.filter((field) => !isOwner(field)) };
}

/** "the guy in Frozen is Hans, 23". */
const isOfWork = (s: Sentence): boolean =>
  s.tokens.some(({ low: word }, here) => word === "in" && at(s, here + 1).cap && low(s, here + 2) === "is");

function isBarred(s: Sentence, from: number, talk: Discourse, read: Found | undefined): boolean {
  if (isOfWork(s) || talk.elsewhere || isHedged(s) || isShopTalk(s, 0) || isFilmTalk(s)) return true;
  if (s.tokens.some(({ low: word }) => NOT_TOLD.has(word))) return true;
  if (read === undefined) return isSubordinate(s, from) && !OPENING.has(low(s, from));
  const others = read.statements.some(
    (one) => !KINDS.has(one.type) || (one.type === "entry" && one.kind === "scene"),
  );
  return others || read.requests.length > 0 || read.questions.length > 0;
}

/** Somebody who is named there has been brought in already. */
export function isTaken(s: Sentence, index: number, read: Found | undefined): boolean {
  const { start } = at(s, index);
  const holds = ({ start: open, end }: { start: number; end: number }) => start >= open && start < end;
  return (read?.statements ?? []).some((one) => {
    if (one.type === "relationship") return holds(one.from) || holds(one.to);
    // A new name is part of what renames, and brings nobody in.
    return one.type === "rename" ? holds(one.span) : "subject" in one && holds(one.subject);
  });
}

function broughtAt(s: Sentence, index: number, talk: Discourse, read: Found | undefined): Found | undefined {
  return (
    kin(s, index, talk, read) ??
    phrase(s, index, talk, read) ??
    doing(s, index, talk, read) ??
    aged(s, index, talk, read)
  );
}

const isNew = (s: Sentence, name: Named | undefined, read: Found | undefined): name is Named =>
  name !== undefined &&
  name.entry === undefined &&
  !name.ambiguous &&
  name.referent === undefined &&
  at(s, name.from).cap &&
  !isTaken(s, name.from, read);

/** "her mom Carol", "Sarah's brother Ned". */
function kin(s: Sentence, index: number, talk: Discourse, read: Found | undefined): Found | undefined {
  const owned = ownedKinAt(s, index, talk);
  if (owned === undefined || owned.kin.noun.plural) return undefined;
  const { referent } = owned.owner;
  if (referent.entry_id === undefined && !referent.fresh) return undefined;
  const start = low(s, owned.to) === "," ? owned.to + 1 : owned.to;
  const name = at(s, start).cap ? nameAt(s, start, talk, "character") : undefined;
  if (!isNew(s, name, read) || !(name.solid || start > 0) || ["'s", "'"].includes(low(s, name.to)))
    return undefined;
  const tie = { ...tieOf(s, owned, true), span: spanOf(s, index, name.to) };
  return present(s, index, talk, name, kinGender(s, owned.kin), [tie]);
}

/** "by a retired cop, Walt Jeffers, who …", "finds a dentist named Oda". */
function phrase(s: Sentence, index: number, talk: Discourse, read: Found | undefined): Found | undefined {
  const sure = ["a", "an"].includes(low(s, index));
  if (!(sure || ["the", "his", "her"].includes(low(s, index))) || LIKENING.has(low(s, index - 1)))
    return undefined;
  const one = personPhraseAt(s, ["his", "her"].includes(low(s, index)) ? index + 1 : index, talk);
  if (one === undefined || (one.sure !== "trade" && one.sure !== "person")) return undefined;
  const called = ["called", "named"].includes(low(s, one.to)) ? peggedName(s, one.to, talk) : undefined;
  if (sure && isNew(s, called, read)) return present(s, index, talk, called, one.fields);
  const mark = low(s, one.to);
  if (![",", "(", "–", "—", "-", ":"].includes(mark)) return undefined;
  const name = nameAt(s, one.to + 1, talk, "character");
  return isNew(s, name, read) && closes(s, name.to) && (sure || name.solid)
    ? present(s, index, talk, name, one.fields)
    : undefined;
}

/** "… when Officer Tran pulls them over": somebody with a title, who does something. */
function doing(s: Sentence, index: number, talk: Discourse, read: Found | undefined): Found | undefined {
  if (!at(s, index).cap || !isTitle(low(s, index)) || !SO.has(low(s, index - 1))) return undefined;
  const name = nameAt(s, index, talk, "character");
  return isNew(s, name, read) && isTitledDoing(s, index, name)
    ? present(s, index, talk, name, [])
    : undefined;
}

/** "Dolores Quint, sixty-three, who …", "NORA (41)". */
function aged(s: Sentence, index: number, talk: Discourse, read: Found | undefined): Found | undefined {
  if (
    !at(s, index).cap ||
    at(s, index - 1).cap ||
    ![",", "("].some((mark) => words(s, index, index + 5).includes(mark))
  )
    return undefined;
  const name = nameAt(s, index, talk, "character");
  if (!isNew(s, name, read) || !name.solid || ![",", "("].includes(low(s, name.to))) return undefined;
  const proof = evidenceFrom(s, name.to, talk);
  if (isApposed(s, name.to, talk)) return present(s, index, talk, name, []);
  if (bareAge(s, name.to + 1) === undefined && !(proof.age && isPlain(proof))) return undefined;
  return present(s, index, talk, name, []);
}

/** "by Dutch, an ex-cop". */
function isApposed(s: Sentence, index: number, talk: Discourse): boolean {
  if (low(s, index) !== "," || !["a", "an"].includes(low(s, index + 1))) return false;
  const part = personPhraseAt(s, index + 1, talk);
  return (part?.sure === "trade" || part?.sure === "person") && closes(s, part.to);
}

const closes = (s: Sentence, index: number): boolean =>
  at(s, index).text === "" || at(s, index).type === "mark" || low(s, index) === "who";
