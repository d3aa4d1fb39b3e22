import type { ItemFields } from "../../../domain/operation.ts";
import type { DraftRequest } from "../../../ports/model.ts";
import { aOrAn, capital, fill, possessive, sentence } from "./grammar.ts";
import { choosePerson, type Person } from "./person.ts";
import { BUILDS, CROWD_VOICES, ERRANDS, FACES, HAIR, MARKS, SIGNATURES } from "./tables/looks.ts";

/** A character of the tables: same seed, index and attempt, same character. Leads get more than extras do. */
export function draftCharacter(request: DraftRequest): ItemFields {
  const person = choosePerson(request);
  const outline = identity(person);
  if (person.role === "extra") return { ...outline, ...crowdPart(person) };
  const part = { ...outline, ...speakingPart(person) };
  if (person.role === "day player") return part;
  return { ...part, ...supportPart(person), ...(person.role === "lead" ? leadPart(person) : {}) };
}

function identity(person: Person): ItemFields {
  const { random, field, wish } = person;
  const say = sayFor(person);
  const mark = wish.mark ?? (random.chance(0.5) ? say(random.pick(field.marks)) : random.pick(MARKS));
  return {
    name: person.name,
    role: person.role,
    age: person.age,
    gender: person.gender,
    occupation: person.occupation,
    traits: random.sample(person.core.traits.split(", "), person.role === "lead" ? 3 : 2),
    appearance: sentence(`${random.pick(BUILDS)}, with ${hair(person)}, ${random.pick(FACES)} and ${mark}`),
    wardrobe: sentence(random.pick(field.wardrobe)),
  };
}

function crowdPart(person: Person): ItemFields {
  // Whoever only passes through does not ply their trade there.
  const { settingJobs } = person.wish;
  const atWork = settingJobs.length === 0 || settingJobs.some(({ field }) => field === person.field);
  const errand = person.random.pick(atWork ? [...person.field.errands, ...ERRANDS] : ERRANDS);
  return {
    one_line: `${capital(aOrAn(person.occupation))}. ${sentence(errand)}`,
    background: `${person.first} has lived in ${person.city} for years and is known by sight to everyone.`,
    voice: sentence(person.random.pick(CROWD_VOICES)),
  };
}

function speakingPart(person: Person): ItemFields {
  const { random, core, field, wish } = person;
  const say = sayFor(person);
  const want = wish.want ?? say(random.pick(wish.dark ? field.dark : field.wants));
  return {
    one_line: oneLine(person, want),
    archetype: core.archetype,
    want: sentence(want),
    need: sentence(say(core.need)),
    motivation: sentence(core.motive),
    flaw: sentence(say(core.flaw)),
    fear: sentence(wish.fear ?? core.fear),
    background: background(person),
    voice: `${sentence(say(random.pick(field.voices)))} ${sentence(core.habit)}`,
    signature: sentence(random.pick(SIGNATURES)),
  };
}

function supportPart(person: Person): ItemFields {
  const { random, core, field } = person;
  const say = sayFor(person);
  return {
    stakes: say(random.pick(field.stakes)),
    strengths: core.strengths.split(", ").map(capital),
    secrets: [say(random.pick(field.secrets))],
  };
}

function leadPart(person: Person): ItemFields {
  const say = sayFor(person);
  return {
    wound: say(person.core.wound),
    lie: sentence(`believes ${say(person.core.lie)}`),
    values: person.core.values.split(", "),
    arc: say(person.core.arc),
  };
}

function oneLine(person: Person, want: string): string {
  const trait = person.core.traits.split(", ")[0] ?? "";
  const who =
    person.age < 13
      ? `${trait} ${person.age}-year-old`
      : `${trait} ${person.age}-year-old ${person.occupation}`;
  const line = `${aOrAn(who)} who wants ${want}, but ${person.core.but}.`;
  const { relation } = person.wish;
  return relation ? `${possessive(relation.to)} ${relation.word}: ${line}` : capital(line);
}

function background(person: Person): string {
  const root = sayFor(person)(person.random.pick(person.field.roots));
  if (!root.includes(person.city)) return `${person.first} comes from ${person.city}. ${root}`;
  // "They have" would not become "Alix have".
  return person.gender === "non-binary" ? root : root.replace(/^(?:She|He) /, `${person.first} `);
}

function hair({ age, gender, random }: Person): string {
  if (age < 16) return random.pick(HAIR.child);
  if (age < 46) return random.pick(HAIR.adult);
  const older = age < 64 ? [...HAIR.grey, ...HAIR.adult] : HAIR.white;
  return random.pick(older.filter((each) => gender === "male" || !/bald|thinning/.test(each)));
}

function sayFor(person: Person): (template: string) => string {
  const words = { city: person.city, first: person.first, job: person.occupation };
  return (template) => fill(template, person.gender, words);
}
