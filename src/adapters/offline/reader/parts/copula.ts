import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { at, low, pattern, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { FLAW_NOUNS } from "../words/flaws.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { personNoun } from "../words/people.ts";
import { relationNoun } from "../words/relations.ts";
import { adjectivesAt } from "./adjectives.ts";
import { ageAt, bareAge } from "./ages.ts";
import { pursuitAt } from "./aims.ts";
import type { Being, Complement } from "./being.ts";
import type { Discourse } from "./discourse.ts";
import { itemField, textField } from "./fields.ts";
import { looseComplement } from "./loose-complements.ts";
import { personPhraseAt } from "./noun-phrase.ts";
import { ownerAt } from "./party.ts";
import { endsAt, phraseEnd } from "./phrase.ts";
import { personSlot } from "./slot.ts";
import { onceAt, stateAt } from "./states.ts";
import { exTie, pastTie, tieTo } from "./tie-complements.ts";
import { type Told, told } from "./told.ts";
import { workStatus } from "./work-status.ts";

/** What follows "is": the first reading that fits. */
export function copulaAt(s: Sentence, index: number, talk: Discourse, being: Being): Told | undefined {
  const readings: readonly Complement[] = being.past
    ? [birth, exTie, pastTie, formerly, onceAt]
    : [
        agedSo,
        looseComplement,
        workStatus,
        fearOf,
        tieTo,
        calledSo,
        birth,
        fromPlace,
        flawed,
        pursuit,
        adjectives,
        somebodysTrade,
        phrase,
        stateAt,
      ];
  for (const reading of readings) {
    const found = reading(s, index, talk, being);
    if (found !== undefined) return found;
  }
  return afterUnread(s, index, talk, being);
}

const MAX_UNREAD = 5;
/** "allergic to cats and terrified of flying": the second half may be understood where the first is not. */
function afterUnread(s: Sentence, index: number, talk: Discourse, being: Being): Told | undefined {
  for (let here = index + 1; here < Math.min(index + MAX_UNREAD, s.tokens.length); here += 1) {
    if (low(s, here) !== "and") continue;
    return fearOf(s, here + 1, talk, being) ?? pursuit(s, here + 1, talk, being);
  }
  return undefined;
}

const agedSo: Complement = (s, index) => {
  const age =
    bareAge(s, index) ??
    (["turning", "like", "maybe", "only", "just", "barely"].includes(low(s, index))
      ? bareAge(s, index + 1)
      : undefined);
  return age === undefined ? undefined : told(age.to, age.fields);
};

const AFRAID = pattern(
  "so|very|really|deathly|absolutely|privately|secretly? afraid|scared|terrified|frightened|fearful|petrified of|about?",
);
const fearOf: Complement = (s, index, talk) => {
  const from = AFRAID(s, index);
  if (from < 0 || !["of", "about"].includes(low(s, from - 1))) return undefined;
  const to = beforeReason(s, from, phraseEnd(s, from));
  return VAGUE.has(words(s, from, to)) ? told(to) : told(to, [textField(s, talk, "fear", from, to)]);
};
/** "heights because he fell": the reason is another matter. */
function beforeReason(s: Sentence, from: number, to: number): number {
  for (let here = from + 1; here < to; here += 1)
    if (["because", "since"].includes(low(s, here))) return here;
  return to;
}

const VAGUE = new Set([
  "it",
  "that",
  "this",
  "him",
  "her",
  "them",
  "something",
  "anything",
  "nothing",
  "nobody",
  "no one",
  "losing",
]);

const CALLED = pattern("also|better|sometimes|usually? called|nicknamed|known");
const calledSo: Complement = (s, index, talk) => {
  const called = CALLED(s, index);
  if (called < 0) return undefined;
  const known = low(s, called - 1) === "known";
  let from = called;
  if (known) {
    if (low(s, called) !== "as") return undefined;
    from = called + 1;
  }
  const name = personSlot(s, from, talk);
  return name === undefined ? undefined : told(name.to, [itemField(s, talk, "aliases", name.from, name.to)]);
};

const BORN = pattern("born|raised|brought in|on|to|into|by|up|and|near|with|without|as*");
const birth: Complement = (s, index, talk) => {
  if (BORN(s, index) < 0) return undefined;
  const to = phraseEnd(s, index + 1);
  return told(to, [textField(s, talk, "background", index, to)]);
};

const formerly: Complement = (s, index, talk, being) => {
  if (!being.subject.introduced) return undefined;
  const was = personPhraseAt(s, index, talk);
  if (was === undefined || was.sure !== "trade") return undefined;
  return told(was.to, [textField(s, talk, "background", index - 1, was.to)]);
};

const FROM = pattern("originally? from");
const fromPlace: Complement = (s, index, talk) => {
  const from = FROM(s, index);
  if (from < 0 || !at(s, from).cap) return undefined;
  const to = phraseEnd(s, from);
  return told(to, [textField(s, talk, "background", from - 1, to)]);
};

const pursuit: Complement = (s, index, talk) => {
  const found = pursuitAt(s, index, talk);
  return found === undefined ? undefined : told(found.to, found.fields);
};

const adjectives: Complement = (s, index, talk, being) => {
  const found = adjectivesAt(s, index, talk, being.subject.introduced) ?? ageAt(s, index);
  return found === undefined ? undefined : told(found.to, found.fields);
};

const SOME = pattern(
  "a|an|the|something|bit|little|total|real|kind|sort|of|such|complete|recovering|huge|terrible|compulsive|pathological*",
);
const flawed: Complement = (s, index, talk, being) => {
  const from = SOME(s, index);
  const bare = being.subject.introduced && endsAt(s, from + 1);
  const flaw = (from > index || bare) && FLAW_NOUNS.has(low(s, from));
  if (!flaw) return undefined;
  const said = ["recovering", "compulsive", "pathological"].includes(low(s, from - 1)) ? from - 1 : from;
  return told(from + 1, [textField(s, talk, "flaw", said, from + 1)]);
};

const phrase: Complement = (s, index, talk, being) => {
  const found = personPhraseAt(s, index, talk);
  if (found === undefined || low(s, found.to) === "ever") return undefined;
  if (!being.subject.introduced && ["character", "person", "figure", "guy"].includes(found.head))
    return undefined;
  const kin = relationNoun(found.head) !== undefined && !isKnownOccupation(found.head);
  if (kin && (found.article === "the" || found.fields.every((field) => field.field === "gender")))
    return undefined;
  const article = found.article === "a" || found.article === "an" || found.article === "another";
  const part = found.article === "the" || found.article === "our";
  const whole =
    found.sure === "trade" ||
    found.sure === "person" ||
    (being.subject.introduced && found.sure === "likely");
  if (part && found.sure === "likely") return undefined;
  if (!whole || !(article || part || being.plural || found.sure === "trade")) return undefined;
  if (part && personNoun(found.head)?.archetype === undefined && personNoun(found.head)?.role === undefined) {
    if (
      !being.subject.introduced &&
      !["of", "now"].includes(low(s, found.to)) &&
      !isWhose(s, index, found.to)
    )
      return undefined;
  }
  const fields = found.fields.filter((field) => keep(field, being));
  const age = low(s, found.to) === "of" ? bareAge(s, found.to + 1) : undefined;
  const all = [...fields, ...(age?.fields ?? [])];
  return all.length === 0 ? undefined : told(age?.to ?? found.to, all);
};

/** "Marcus is her lawyer": what he does, where no other work of his is known. */
const somebodysTrade: Complement = (s, index, talk, { subject }) => {
  const owner = ownerAt(s, index, talk, subject.referent);
  if (owner === undefined || (owner.referent.entry_id === undefined && !owner.referent.fresh))
    return undefined;
  if (subject.referent.occupation !== undefined) return undefined;
  const trade = personPhraseAt(s, owner.to, talk);
  const isTrade = trade?.sure === "trade" && trade.fields.some(({ field }) => field === "occupation");
  return isTrade && endsAt(s, trade.to) ? told(trade.to, trade.fields) : undefined;
};

/** "the ship's cook". */
const isWhose = (s: Sentence, from: number, to: number): boolean =>
  s.tokens.slice(from, to).some((token) => token.low === "'s");

/** A word for a person tells a newcomer's gender; of someone known it is no news. */
function keep(field: FieldReading, being: Being): boolean {
  return field.field !== "gender" || being.subject.introduced;
}
