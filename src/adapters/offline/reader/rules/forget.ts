import type { FieldDrop, FieldReading } from "../../../../domain/reading/reading.ts";
import { adjectivesAt } from "../parts/adjectives.ts";
import type { Discourse } from "../parts/discourse.ts";
import { itemField } from "../parts/fields.ts";
import { partyAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { personSlot } from "../parts/slot.ts";
import { entryStatement } from "../parts/statements.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { LIST_FIELDS } from "../words/labels.ts";
import { isHedged } from "./mood.ts";
import { type OwnedLabel, ownedLabelAt } from "./owned-label.ts";
import { found, type Rule } from "./rule.ts";

const FORGET = firstOf(
  pattern("forget|remove|clear|delete|erase|wipe|unset|reset|drop|scrap|discard about?"),
  pattern("get rid of"),
  pattern("take out|away"),
);
const TAKE = pattern("take|strip|remove|delete|drop|strike|erase");
const OFF = firstOf(pattern("out of"), pattern("off|from of?"));
const MAX_ITEM_TOKENS = 4;

/** "forget Sarah's age", "clear the job of John", "take brave off Sarah's traits", "remove the nickname Ace from John". */
export const forget: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  return wholeField(s, index, talk) ?? oneOf(s, index, talk) ?? oneTrait(s, index, talk);
};

/** All of a field, or the one value that stands after its label. */
function wholeField(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = FORGET(s, index);
  const owned = from < 0 ? undefined : ownedLabelAt(s, from, talk);
  if (owned === undefined) return undefined;
  if (endsAt(s, owned.to)) return dropped(s, index, owned, owned.to, dropAt(s, owned, from));
  const name = owned.field === "aliases" ? personSlot(s, owned.to, talk) : undefined;
  const alias = name && itemField(s, talk, "aliases", name.from, name.to);
  return name && alias && endsAt(s, name.to) ? dropped(s, index, owned, name.to, alias) : undefined;
}

function dropAt(s: Sentence, owned: OwnedLabel, from: number): FieldDrop {
  return { field: owned.field, ...spanOf(s, from, owned.to) };
}

/** "take brave off Sarah's traits": one item of a list. */
function oneOf(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = TAKE(s, index);
  for (let to = from + 1; from > 0 && to <= from + MAX_ITEM_TOKENS; to += 1) {
    const off = OFF(s, to);
    const owned = off < 0 ? undefined : ownedLabelAt(s, off, talk);
    if (owned === undefined || !LIST_FIELDS.has(owned.field) || !endsAt(s, owned.to)) continue;
    const item = listed(s, talk, owned.field, from, to);
    return item && dropped(s, index, owned, owned.to, item);
  }
  return undefined;
}

function listed(
  s: Sentence,
  talk: Discourse,
  field: string,
  from: number,
  to: number,
): FieldReading | undefined {
  const traits =
    field === "traits" ? adjectivesAt({ ...s, tokens: s.tokens.slice(0, to) }, from, talk, true) : undefined;
  const [only] = traits?.fields ?? [];
  if (traits?.to === to && only !== undefined && only.field === field) return only;
  const start = ["the", "a", "an"].includes(low(s, from)) ? from + 1 : from;
  return itemField(s, talk, field, start, to);
}

/** "remove brave from Sarah". */
function oneTrait(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = TAKE(s, index);
  if (from < 0 || at(s, from).type !== "word") return undefined;
  const off = OFF(s, from + 1);
  const party = off < 0 ? undefined : partyAt(s, off, talk);
  if (party?.referent.entry_id === undefined || !endsAt(s, party.to)) return undefined;
  const traits = adjectivesAt({ ...s, tokens: s.tokens.slice(0, from + 1) }, from, talk, true);
  const [only] = traits?.fields ?? [];
  if (only === undefined || only.field !== "traits") return undefined;
  return dropped(s, index, { kind: "character", mention: party.mention }, party.to, only);
}

function dropped(
  s: Sentence,
  index: number,
  { kind, mention }: Pick<OwnedLabel, "kind" | "mention">,
  to: number,
  drop: FieldDrop,
): ReturnType<Rule> {
  return found(to, [entryStatement(kind, mention, false, [], spanOf(s, index, to), [drop])]);
}
