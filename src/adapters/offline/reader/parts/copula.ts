import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { at, low, pattern, spanOf, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { FLAW_NOUNS } from "../words/flaws.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { personNoun } from "../words/people.ts";
import { type Relation, relationNoun } from "../words/relations.ts";
import { adjectivesAt } from "./adjectives.ts";
import { ageAt, bareAge } from "./ages.ts";
import { pursuitAt } from "./aims.ts";
import { type Discourse, type Party, sameReferent, speakOf } from "./discourse.ts";
import { itemField, textField } from "./fields.ts";
import { kinAt, kinGender, ownedKinAt, tieOf } from "./kin.ts";
import { personPhraseAt } from "./noun-phrase.ts";
import { partyAt } from "./party.ts";
import { endsAt, phraseEnd } from "./phrase.ts";
import { personSlot } from "./slot.ts";
import { type Subject, type Tie, type Told, told } from "./told.ts";

export interface Being {
  readonly subject: Subject;
  readonly past: boolean;
  readonly plural: boolean;
  readonly secret: boolean;
}

type Complement = (s: Sentence, index: number, talk: Discourse, being: Being) => Told | undefined;

/** What follows "is": the first reading that fits. */
export function copulaAt(s: Sentence, index: number, talk: Discourse, being: Being): Told | undefined {
  const readings: readonly Complement[] = being.past
    ? [birth, exTie, formerly]
    : [agedSo, fearOf, tieTo, calledSo, birth, fromPlace, flawed, pursuit, adjectives, phrase];
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
  const age = bareAge(s, index) ?? (["turning"].includes(low(s, index)) ? bareAge(s, index + 1) : undefined);
  return age === undefined ? undefined : told(age.to, age.fields);
};

const AFRAID = pattern(
  "so|very|really|deathly|absolutely? afraid|scared|terrified|frightened|fearful|petrified of|about?",
);
const fearOf: Complement = (s, index, talk) => {
  const from = AFRAID(s, index);
  if (from < 0 || !["of", "about"].includes(low(s, from - 1))) return undefined;
  const to = phraseEnd(s, from);
  return VAGUE.has(words(s, from, to)) ? told(to) : told(to, [textField(s, talk, "fear", from, to)]);
};
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

const WED = pattern("married to");
/** "was married to Tom". */
const exTie: Complement = (s, index, talk, being) => {
  const from = WED(s, index);
  const other = from < 0 ? undefined : partyAt(s, from, talk, being.subject.referent);
  if (other === undefined) return undefined;
  const span = spanOf(s, index, other.to);
  return told(
    other.to,
    [],
    [{ relation: "ex-spouse", other, way: "is", description: undefined, introduces: false, span }],
  );
};

const TIES: readonly (readonly [Relation, ReturnType<typeof pattern>])[] = [
  ["spouse", pattern("married to|with")],
  ["fiancé", pattern("engaged to")],
  ["ex-spouse", pattern("divorced|separated from")],
  ["lover", pattern("madly|deeply|hopelessly|secretly? in love with")],
  ["lover", pattern("having an affair with")],
  ["lover", pattern("sleeping with")],
  ["partner", pattern("dating|seeing")],
  ["partner", pattern("going out with")],
  ["partner", pattern("in a relationship with")],
  ["best friend", pattern("best friends|mates with")],
  ["friend", pattern("good|close|old? friends with")],
  ["rival", pattern("rivals with")],
  ["employee", pattern("employed by")],
  ["mentee", pattern("mentored|trained by")],
  ["mentor", pattern("mentoring|coaching|training")],
  ["employee", pattern("working for")],
  ["colleague", pattern("working with")],
  ["protector", pattern("protecting|guarding")],
];

const tieTo: Complement = (s, index, talk, being) => {
  const owned = ownedKinAt(s, index, talk, being.subject.referent) ?? looseKinAt(s, index, talk);
  if (owned !== undefined && sameReferent(owned.owner.referent, being.subject.referent)) return undefined;
  if (owned !== undefined && !owned.kin.noun.plural) {
    const tie = tieOf(s, owned, false);
    speakOf(talk, owned.owner.referent);
    const gender = being.subject.introduced ? kinGender(s, owned.kin) : [];
    const others = owned.owner.to < owned.kin.to ? [] : andOthers(s, owned, talk);
    const ties = [tie, ...others.map((other) => ({ ...tie, other }))];
    const to = others.at(-1)?.to ?? owned.to;
    return told(
      to,
      gender,
      being.secret ? ties.map((one) => ({ ...one, description: secretly(one.description) })) : ties,
    );
  }
  for (const [relation, match] of TIES) {
    const from = match(s, index);
    const other = from < 0 ? undefined : partyAt(s, from, talk, being.subject.referent);
    if (other === undefined) continue;
    const secret = being.secret || low(s, index) === "secretly";
    const tie: Tie = {
      relation,
      other,
      way: "is",
      description: secret
        ? `secretly ${words(s, index, from - 1)}`.replace("secretly secretly", "secretly")
        : undefined,
      introduces: false,
      span: spanOf(s, index, other.to),
    };
    return told(other.to, [], [tie]);
  }
  return undefined;
};

/** "the son of Viktor and Maya": the second parent, if nothing is said of her instead. */
function andOthers(s: Sentence, owned: NonNullable<ReturnType<typeof ownedKinAt>>, talk: Discourse): Party[] {
  const others: Party[] = [];
  let here = owned.to;
  while (["and", "&", ","].includes(low(s, here))) {
    const other = partyAt(s, here + 1, talk, owned.owner.referent);
    if (other === undefined || !endsAt(s, other.to) || ["he", "she", "the"].includes(low(s, here + 1))) break;
    others.push(other);
    here = other.to;
  }
  return others;
}

function secretly(description: string | undefined): string {
  return description === undefined ? "secret" : `secret ${description}`;
}

/** "a friend of John" and "best friends with Tom" without an owner before the noun. */
function looseKinAt(s: Sentence, index: number, talk: Discourse): ReturnType<typeof ownedKinAt> {
  const kin = kinAt(s, index);
  if (kin === undefined || !kin.noun.plural || low(s, kin.to) !== "with") return undefined;
  const owner = partyAt(s, kin.to + 1, talk);
  return owner && { owner, kin: { ...kin, noun: { ...kin.noun, plural: false } }, from: index, to: owner.to };
}

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
  if (!whole || !(article || part || being.plural || found.sure === "trade")) return undefined;
  if (part && personNoun(found.head)?.archetype === undefined && personNoun(found.head)?.role === undefined) {
    if (!being.subject.introduced && low(s, found.to) !== "of") return undefined;
  }
  const fields = found.fields.filter((field) => keep(field, being));
  return fields.length === 0 ? undefined : told(found.to, fields);
};

/** A word for a person tells a newcomer's gender; of someone known it is no news. */
function keep(field: FieldReading, being: Being): boolean {
  return field.field !== "gender" || being.subject.introduced;
}
