import type { Discourse } from "../parts/discourse.ts";
import { knownAt, type Named } from "../parts/names.ts";
import { ownerAt, partyAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { personSlot } from "../parts/slot.ts";
import { at, firstOf, low, type Pattern, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { adjectiveField } from "../words/traits.ts";
import { wordSet } from "../words/word-set.ts";
import { isHedged } from "./mood.ts";
import { isAlike, renamed } from "./renamed.ts";
import type { Rule } from "./rule.ts";

/** What must be so of the new name: it is one at sight, is nearly the old one, or holds from now on. */
type Check = "any" | "given" | "alike" | "lasting";

interface Frame {
  readonly before: Pattern;
  /** The old name is said as an owner's: "Tom's name …". */
  readonly owns?: boolean;
  readonly between: Pattern;
  readonly after?: Pattern;
  readonly check: readonly Check[];
}

const HERE: Pattern = (_, index) => index;
const MARK = ",|:|;|=|–|—|-|(";
const LASTS = firstOf(pattern("from|for now|here|today on?"), pattern("now|instead"));
const LETTER = [..."abcdefghijklmnopqrstuvwxyz"].join("|");

/** Old name, what stands around it, new name: the first that fits has it. */
const FRAMES: readonly Frame[] = [
  { before: HERE, between: pattern("goes|go|going by the? name? of?"), check: ["lasting"] },
  {
    before: HERE,
    between: firstOf(pattern("will|shall be"), pattern("is|'s|becomes")),
    check: ["lasting", "given"],
  },
  { before: HERE, between: pattern("is|'s now"), check: ["given"] },
  {
    before: HERE,
    between: firstOf(
      pattern("is|'s|are|'re called|named"),
      pattern("will|shall|should go by the? name? of?"),
      pattern("will|shall be called|named|known as?"),
    ),
    check: ["lasting"],
  },
  {
    before: HERE,
    between: pattern("is|'s|are|'re going|gonna|supposed|meant to? be called|named"),
    check: ["any"],
  },
  {
    before: pattern("i|we want|need"),
    between: pattern("to be called|named|renamed to?"),
    check: ["any"],
  },
  {
    before: HERE,
    between: pattern("is|'s|should|must be? actually|really* spelled|spelt|written :?"),
    check: ["alike"],
  },
  {
    before: firstOf(pattern("i|we write|spell"), pattern("write|spell"), HERE),
    between: pattern(`with|without a|an? ${LETTER} please? ${MARK}`),
    check: ["alike"],
  },
  { before: pattern("not"), between: pattern(","), check: ["alike"] },
  {
    before: pattern("i|we misspelled|misspelt|mistyped|miswrote|got"),
    between: pattern(`wrong? ${MARK} it|that 's|is|should be? spelled|called?`),
    check: ["any"],
  },
  {
    before: HERE,
    owns: true,
    between: pattern(
      `name is|was|'s misspelled|misspelt|mistyped|wrong ${MARK} it|that 's|is|should be? spelled?`,
    ),
    check: ["any"],
  },
  { before: HERE, owns: true, between: pattern("name should|must really|actually* be"), check: ["any"] },
  {
    before: pattern("change|switch|turn"),
    between: pattern("to|into"),
    after: pattern("everywhere|throughout"),
    check: ["given"],
  },
  {
    before: firstOf(pattern("replace|swap|exchange the? name"), pattern("replace|swap|exchange every all?")),
    between: pattern("with|for|by"),
    after: firstOf(pattern("everywhere|throughout"), HERE),
    check: ["given"],
  },
  {
    before: pattern("replace|swap|exchange"),
    owns: true,
    between: pattern("name with|for|by|to"),
    check: ["any"],
  },
  { before: HERE, between: pattern(`gets|has|got|needs a new name ${MARK}`), check: ["any"] },
  { before: pattern("give"), between: pattern(`a new name ${MARK}`), check: ["any"] },
  { before: pattern("a? new name for"), between: pattern(`is|${MARK}`), check: ["any"] },
  { before: pattern("call|name"), between: HERE, check: ["lasting"] },
  { before: pattern("rename|re-name"), between: HERE, check: ["given"] },
];

/** The new name of somebody known in other words than "rename": "Karen goes by Kay now", "new name for Tom: Theo", "not Karen, Katrin!". */
export const newName: Rule = (s, index, talk) => {
  if (!maySay(s, index) || isHedged(s)) return undefined;
  for (const frame of FRAMES) {
    const read = framed(s, index, talk, frame);
    if (read !== undefined) return read;
  }
  return instead(s, index, talk) ?? nameFirst(s, index, talk);
};

/** Words of which every frame has one. */
const SIGNS = wordSet(
  "now instead name called named renamed known goes going go spelled spelt written misspelled misspelt mistyped miswrote wrong everywhere throughout replace swap exchange rename re-name here today",
);
const isLetter = (word: string): boolean => word.length === 1 && word >= "b" && word <= "z";

/** Most sentences name nobody anew, and are not looked at twenty times. */
const maySay = (s: Sentence, index: number): boolean =>
  low(s, index) === "not" ||
  s.tokens.some(
    ({ low: word }, here) =>
      SIGNS.has(word) ||
      (word === "not" && low(s, here - 1) === ",") ||
      (isLetter(word) && ["a", "an"].includes(low(s, here - 1))),
  );

function framed(s: Sentence, index: number, talk: Discourse, frame: Frame): ReturnType<Rule> {
  const start = frame.before(s, index);
  if (start < 0) return undefined;
  const whom = frame.owns === true ? ownerAt(s, start, talk) : partyAt(s, start, talk);
  const to = whom === undefined ? -1 : frame.between(s, whom.to);
  if (whom?.referent.entry_id === undefined || to < 0) return undefined;
  const name = freshName(s, to, talk);
  if (name === undefined) return undefined;
  const after = frame.after === undefined ? name.to : frame.after(s, name.to);
  const end = after < 0 ? -1 : Math.max(after, LASTS(s, name.to));
  if (end < 0) return undefined;
  if (!endsAt(s, end) || (end === name.to && low(s, end) === "and" && at(s, end + 1).cap)) return undefined;
  const holds: Readonly<Record<Check, () => boolean>> = {
    any: () => true,
    given: () => isGiven(s, name, whom.mention.name),
    alike: () => isAlike(name.mention.name, whom.mention.name),
    lasting: () => LASTS(s, name.to) > 0 || saysLasting(s, index),
  };
  return frame.check.every((check) => holds[check]())
    ? renamed(s, index, talk, whom.mention, name.mention.name, end)
    : undefined;
}

/** "she should be Sofia, not Sarah". */
function instead(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const whom = partyAt(s, index, talk);
  const to = whom === undefined ? -1 : pattern("should|must be called|named?")(s, whom.to);
  const name = to < 0 ? undefined : freshName(s, to, talk);
  const not = name === undefined ? -1 : pattern(",? and? not")(s, name.to);
  const old = not < 0 ? undefined : knownAt(s, not, talk, "character");
  const same = old?.entry !== undefined && old.entry.entry_id === whom?.referent.entry_id;
  return name && old && same && endsAt(s, old.to)
    ? renamed(s, index, talk, old.mention, name.mention.name, old.to)
    : undefined;
}

/** "John Miller is John's full name". */
function nameFirst(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const name = at(s, index).cap ? personSlot(s, index, talk) : undefined;
  const is =
    name === undefined || name.entry !== undefined ? -1 : pattern("is|'s|will|shall be?")(s, name.to);
  const owner = is < 0 ? undefined : ownerAt(s, is, talk);
  const to = owner === undefined ? -1 : pattern("full|new|correct|right|proper name")(s, owner.to);
  return name && owner?.referent.entry_id !== undefined && to > 0 && endsAt(s, to)
    ? renamed(s, index, talk, owner.mention, name.mention.name, to)
    : undefined;
}

/** A name by its capital that nobody has yet: no trade, no nation. */
function freshName(s: Sentence, index: number, talk: Discourse): Named | undefined {
  const token = at(s, index);
  if (!(token.cap || token.type === "quote") || adjectiveField(token.low) === "ethnicity") return undefined;
  const name = personSlot(s, index, talk);
  const known = name?.entry !== undefined || name?.ambiguous;
  return known || (name !== undefined && isKnownOccupation(token.low) && name.to === index + 1)
    ? undefined
    : name;
}

/** A name at sight, or one word that begins with the old one's letter: "Jayden" and "Jordan". */
const isGiven = (s: Sentence, name: Named, old: string): boolean =>
  s.tags(name.from).has("FirstName") ||
  isAlike(name.mention.name, old) ||
  (name.to === name.from + 1 && name.mention.name[0] === old[0]);

/** "From now on, …": said before it. */
const saysLasting = (s: Sentence, index: number): boolean =>
  s.tokens.slice(0, index).some((_, here) => pattern("from now|here|today on?")(s, here) > here);
