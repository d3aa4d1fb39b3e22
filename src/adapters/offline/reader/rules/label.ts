import type { EntryKind } from "../../../../domain/bible/kinds.ts";
import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { type Discourse, lastOfKind, nameUnnamed, sentencesIn } from "../parts/discourse.ts";
import { knownAt } from "../parts/names.ts";
import { isOwning, ownerAt, partyAt } from "../parts/party.ts";
import { phraseEnd } from "../parts/phrase.ts";
import { personSlot } from "../parts/slot.ts";
import { entryStatement, remember } from "../parts/statements.ts";
import { labelledValue } from "../parts/values.ts";
import { at, firstOf, low, pattern, spanOf, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { fieldOfLabel } from "../words/labels.ts";
import { isHedged, isShopTalk } from "./mood.ts";
import { present } from "./present.ts";
import { found, type Rule } from "./rule.ts";

const DEGREES = pattern(
  "biggest|big|fatal|tragic|main|greatest|deepest|real|true|secret|current|only|full|worst|one|new|dark|darkest|favorite|core*",
);
const LINK = firstOf(
  pattern("should be"),
  pattern("has? changed|changes to"),
  pattern("is|was|'s|are|:|= actually|now|really|that*"),
);

export interface Labelled {
  readonly field: string;
  readonly to: number;
}

/** The label at `index` ("biggest fear", "job") and the field it means. */
export function labelAt(s: Sentence, index: number, kind: EntryKind): Labelled | undefined {
  const start = DEGREES(s, index);
  for (const from of [index, start]) {
    for (const size of [3, 2, 1]) {
      const field =
        at(s, from + size - 1).type === "word" ? fieldOfLabel(kind, words(s, from, from + size)) : undefined;
      if (field !== undefined) return { field, to: from + size };
    }
  }
  return undefined;
}

/** "Viktor's biggest fear is being forgotten", "her nickname is Ace", "sarahs job: war photographer". */
export const ownLabel: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  if (isShopTalk(s, index)) return isCasting(s, index) ? labelFor(s, index, talk) : undefined;
  const owner = ownerAt(s, index, talk);
  const apart = owner === undefined ? labelFor(s, index, talk) : undefined;
  if (apart !== undefined) return apart;
  const label = owner === undefined ? undefined : labelAt(s, owner.to, "character");
  if (owner === undefined || label === undefined) return thingLabel(s, index, talk);
  const value = linkedValue(s, label, talk, "character");
  if (value === undefined) return undefined;
  const party = { ...owner, fields: [] };
  remember(talk, party, value.fields, false);
  return found(value.to, [
    entryStatement("character", owner.mention, false, value.fields, spanOf(s, index, value.to)),
  ]);
};

/** "casting note for Maya: …" speaks of work, and is a field. */
const isCasting = (s: Sentence, index: number): boolean =>
  labelAt(s, low(s, index) === "the" ? index + 1 : index, "character")?.field === "casting_notes";

/** "goal for Sarah: revenge", "new job for John: lawyer". */
function labelFor(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const start = ["new", "the", "a"].includes(low(s, index)) ? index + 1 : index;
  const label = labelAt(s, start, "character");
  const party =
    label !== undefined && ["for", "of"].includes(low(s, label.to))
      ? partyAt(s, label.to + 1, talk)
      : undefined;
  if (label === undefined || party === undefined || ![":", "=", "is"].includes(low(s, party.to)))
    return undefined;
  const value = linkedValue(s, { field: label.field, to: party.to }, talk, "character");
  return (
    value &&
    found(value.to, [
      entryStatement("character", party.mention, false, value.fields, spanOf(s, index, value.to)),
    ])
  );
}

/** The same of a place, a scene or a thing that is known: "the diner's atmosphere is tense". */
function thingLabel(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  for (const kind of ["location", "prop"] as const) {
    const start = low(s, index) === "the" ? index + 1 : index;
    const name = knownAt(s, index, talk, kind) ?? knownAt(s, start, talk, kind);
    if (name === undefined || !(isOwning(s, name.to) || name.owns)) continue;
    const label = labelAt(s, name.owns ? name.to : name.to + 1, kind);
    const value = label === undefined ? undefined : linkedValue(s, label, talk, kind);
    if (value !== undefined)
      return found(value.to, [
        entryStatement(kind, name.mention, false, value.fields, spanOf(s, index, value.to)),
      ]);
  }
  return undefined;
}

function linkedValue(
  s: Sentence,
  label: Labelled,
  talk: Discourse,
  kind: EntryKind,
): { fields: FieldReading[]; to: number } | undefined {
  const from = LINK(s, label.to);
  if (
    from <= label.to ||
    ["not", "n't", "never", "no"].includes(low(s, from)) ||
    /^(?:not|unclear|missing|weak|boring|great|good|bad|too|so|off|wrong|fine|still|a bit|kind|perfect|amazing|ready|done|due|late|unfinished|flat|confusing|better|nice)$/.test(
      low(s, from),
    )
  )
    return undefined;
  if (low(s, label.to) === "was") return undefined;
  return labelledValue(s, from, valueEnd(s, from), talk, kind, label.field);
}

/** "heights, not spiders": what is ruled out is no part of the value. */
function valueEnd(s: Sentence, from: number): number {
  const end = phraseEnd(s, from);
  for (let here = from + 1; here < end; here += 1)
    if (low(s, here) === "not" || low(s, here) === "instead") return here;
  return end;
}

const COLON = new Set([":", "=", "-", "–"]);

/** One line of a sheet: "Name: Lucas" begins someone, "Age: 19" is said of them. */
export const sheetLine: Rule = (s, index, talk) => {
  if (!COLON.has(low(s, index + 1))) return undefined;
  if (low(s, index) === "name") {
    const slot = isSheet(talk, s) ? personSlot(s, index + 2, talk) : undefined;
    const name = slot !== undefined && /[_\d]/.test(slot.mention.name) ? undefined : slot;
    const unnamed = talk.unnamed;
    if (name !== undefined && unnamed !== undefined) nameUnnamed(talk, unnamed, name.mention);
    return name && present(s, index, talk, name, unnamed?.fields ?? []);
  }
  const last = lastOfKind({ ...talk, request: { ...talk.request, focus: [] } }, ["character"]);
  const label = labelAt(s, index, "character");
  if (
    last === undefined ||
    (s.line === undefined && !last.fresh) ||
    label === undefined ||
    label.to !== index + 1
  )
    return undefined;
  const value = labelledValue(s, index + 2, s.tokens.length, talk, "character", label.field);
  if (value === undefined) return undefined;
  const mention = { name: last.name, ...spanOf(s, index, index + 1) };
  const subject = last.entry_id === undefined ? mention : { ...mention, entry_id: last.entry_id };
  return found(value.to, [
    entryStatement("character", subject, false, value.fields, spanOf(s, index, value.to)),
  ]);
};

const SHEET_REACH = 6;

/** A line like "Age: 19" stands among the next few. */
function isSheet(talk: Discourse, s: Sentence): boolean {
  const inline = s.tokens.some(
    ({ low: word }, here) =>
      ["/", ",", ";"].includes(word) &&
      COLON.has(low(s, here + 2)) &&
      fieldOfLabel("character", low(s, here + 1)) !== undefined,
  );
  if (inline) return true;
  return sentencesIn(talk, s.end, talk.text.length, SHEET_REACH).some(
    (one) => COLON.has(low(one, 1)) && fieldOfLabel("character", low(one, 0)) !== undefined,
  );
}
