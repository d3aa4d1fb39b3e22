import type { FieldDrop } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { itemField, textField } from "../parts/fields.ts";
import { partyAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { personSlot } from "../parts/slot.ts";
import { entryStatement } from "../parts/statements.ts";
import { firstOf, low, type Pattern, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { labelAt } from "./label.ts";
import { isHedged } from "./mood.ts";
import { type OwnedLabel, ownedLabelAt } from "./owned-label.ts";
import { found, type Rule } from "./rule.ts";

export const FORGET = firstOf(
  pattern("forget|scrap|scratch|ignore what|everything that? i|we said|wrote about"),
  pattern("forget|remove|clear|delete|erase|wipe|unset|reset|drop|scrap|discard|ditch|lose about?"),
  pattern("get rid of"),
  pattern("take out|away"),
);
const FROM = pattern("from|of|off");
const IS_OPEN = pattern("is|'s still|now* unknown|tbd|tba|undecided|open|blank");
const LEAVE = pattern("leave|keep|make|set");
const OPEN = pattern("to|as? unknown|tbd|tba|undecided|open|blank|empty");
const HAS_NO = pattern("has|have|'s no");
const ANY_MORE = firstOf(pattern("anymore"), pattern("any more|longer"));

/** Fields that hold no longer: "forget Sarah's age", "clear the job of John", "remove the nickname Ace from John", "Sarah's age is unknown". */
export const forget: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  return (
    wholeField(s, index, talk) ??
    askedField(s, index, talk) ??
    aliasOf(s, index, talk) ??
    openField(s, index, talk) ??
    noMore(s, index, talk)
  );
};

/** What a drop says of its owner, as a reading. */
export function dropped(
  s: Sentence,
  index: number,
  { kind, mention }: Pick<OwnedLabel, "kind" | "mention">,
  to: number,
  drop: FieldDrop,
): ReturnType<Rule> {
  return found(to, [entryStatement(kind, mention, false, [], spanOf(s, index, to), [drop])]);
}

const ASKED: readonly (readonly [Pattern, Pattern, string])[] = [
  [
    pattern("what"),
    firstOf(pattern("does|do for a living|work"), pattern("does|do"), pattern("works as")),
    "occupation",
  ],
  [pattern("how old"), pattern("is|'s"), "age"],
  [pattern("what"), pattern("is|'s afraid|scared of"), "fear"],
  [pattern("what"), pattern("wants|want"), "want"],
];

/** "forget what Jack does", "forget how old she is". */
function askedField(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = pattern("forget|scrap|scratch about?")(s, index);
  for (const [before, after, field] of from < 0 ? [] : ASKED) {
    const start = before(s, from);
    const party = start < 0 ? undefined : partyAt(s, start, talk);
    const to = party?.referent.entry_id === undefined ? -1 : after(s, party.to);
    if (party && to > 0 && endsAt(s, to))
      return dropped(s, index, { kind: "character", mention: party.mention }, to, {
        field,
        ...spanOf(s, index, to),
      });
  }
  return undefined;
}

/** All of a field, or the one value that stands after its label. */
function wholeField(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = FORGET(s, index);
  const owned = from < 0 ? undefined : ownedLabelAt(s, from, talk);
  if (owned === undefined) return undefined;
  if (endsAt(s, owned.to)) return dropped(s, index, owned, owned.to, dropAt(s, owned, from));
  if (owned.kind !== "character") return undefined;
  const value = low(s, owned.to) === "of" ? owned.to + 1 : -1;
  const said = value < 0 ? undefined : textField(s, talk, owned.field, value, s.tokens.length);
  if (said !== undefined) return dropped(s, index, owned, s.tokens.length, said);
  const name = owned.field === "aliases" ? personSlot(s, owned.to, talk) : undefined;
  const alias = name && itemField(s, talk, "aliases", name.from, name.to);
  return name && alias && endsAt(s, name.to) ? dropped(s, index, owned, name.to, alias) : undefined;
}

const dropAt = (s: Sentence, { field, to }: OwnedLabel, from: number): FieldDrop => ({
  field,
  ...spanOf(s, from, to),
});

/** "remove the nickname Ace from John". */
function aliasOf(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = FORGET(s, index);
  const label = from < 0 ? undefined : labelAt(s, low(s, from) === "the" ? from + 1 : from, "character");
  const name = label?.field === "aliases" ? personSlot(s, label.to, talk) : undefined;
  const off = name === undefined ? -1 : FROM(s, name.to);
  const party = off < 0 ? undefined : partyAt(s, off, talk);
  const alias = name && itemField(s, talk, "aliases", name.from, name.to);
  if (party === undefined || alias === undefined || !endsAt(s, party.to)) return undefined;
  return dropped(s, index, { kind: "character", mention: party.mention }, party.to, alias);
}

/** "Sarah's age is unknown", "leave Sarah's age open". */
function openField(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const leave = LEAVE(s, index);
  const owned = ownedLabelAt(s, Math.max(leave, index), talk);
  const to = owned === undefined ? -1 : (leave > 0 ? OPEN : IS_OPEN)(s, owned.to);
  if (owned === undefined || to < 0 || !endsAt(s, to)) return undefined;
  return dropped(s, index, owned, to, dropAt(s, owned, index));
}

/** "Sarah has no job any more". */
function noMore(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const party = partyAt(s, index, talk);
  const none = party?.referent.entry_id === undefined ? -1 : HAS_NO(s, party.to);
  const label = none < 0 ? undefined : labelAt(s, none, "character");
  const over = label === undefined ? -1 : ANY_MORE(s, label.to);
  if (party === undefined || label === undefined || over < 0) return undefined;
  const drop = { field: label.field, ...spanOf(s, none, label.to) };
  return dropped(s, index, { kind: "character", mention: party.mention }, over, drop);
}
