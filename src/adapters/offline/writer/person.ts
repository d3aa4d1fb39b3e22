import { createRandom, mix, type Random, rotate } from "../../../lib/random.ts";
import type { DraftRequest } from "../../../ports/model.ts";
import type { Gender } from "./grammar.ts";
import { FIELDS, type Job, jobsOf } from "./jobs.ts";
import { genderOfFirstName, nameAt } from "./names.ts";
import type { Core } from "./tables/core.ts";
import { BRIGHT_CORES } from "./tables/cores-bright.ts";
import { DARK_CORES } from "./tables/cores-dark.ts";
import type { Field } from "./tables/field.ts";
import { type Role, readWish, type Wish } from "./wish.ts";

const CORES: readonly Core[] = [...BRIGHT_CORES, ...DARK_CORES.filter((core) => !core.dark)];
const VILLAINS: readonly Core[] = DARK_CORES.filter((core) => core.dark);
const COMMON_FIELDS: readonly Field[] = FIELDS.filter((field) => !field.apart);
const YOUTH = FIELDS.find((field) => field.name === "youth") ?? FIELDS[0];
const WORKING_AGE = 16;
const ROLE_ROW: readonly Role[] = [
  "lead",
  "support",
  "support",
  "day player",
  "support",
  "support",
  "day player",
  "support",
];

/** Someone whose parts fit: the age has the job, the name its gender and people, the job its walk of life. */
export interface Person {
  readonly wish: Wish;
  readonly random: Random;
  readonly name: string;
  readonly first: string;
  readonly gender: Gender;
  readonly age: number;
  /** As it is said of them: "retired trawler skipper". */
  readonly occupation: string;
  readonly field: Field;
  readonly core: Core;
  readonly role: Role;
  readonly city: string;
}

export function choosePerson(request: DraftRequest): Person {
  const { seed, index, attempt } = request;
  const wish = readWish(request.brief, request.film);
  const random = createRandom(mix(seed, index, attempt, "person"));
  const drawnAge = ageFor(wish, random);
  const job = jobFor(wish, drawnAge, index, seed);
  const core = coreFor(wish, index, seed);
  const age = ageIn(job, Math.max(drawnAge, wish.age ? 0 : (core.from ?? 0)), wish);
  const named = wish.name
    ?.split(" ")
    .map(genderOfFirstName)
    .find((gender) => gender !== undefined);
  const name = nameAt(
    request,
    { gender: wish.gender ?? named ?? job.gender, cultures: wish.cultures },
    request.taken,
  );
  const own = wish.name !== undefined && attempt === 0 && !taken(request, wish.name) ? wish.name : name.full;
  return {
    wish,
    random,
    name: own,
    first:
      own === name.full
        ? name.first
        : own.replace(/^((?:Old|Young|Big|Little|Mad|Dr|Doctor|Uncle|Aunt|Captain)\.? \S+|\S+).*$/, "$1"),
    gender: wish.gender ?? name.gender,
    age,
    occupation: age > job.oldest && wish.job === undefined ? `retired ${job.title}` : job.title,
    field: job.field,
    core,
    role: wish.role ?? rotate(ROLE_ROW, index, mix(seed, "role")),
    city: wish.place ?? random.pick(name.culture.cities.split(", ")),
  };
}

function ageFor(wish: Wish, random: Random): number {
  if (wish.age) return random.between(wish.age.low, wish.age.high);
  return Math.round((random.between(19, 76) + random.between(22, 64)) / 2);
}

function jobFor(wish: Wish, age: number, index: number, seed: number): Job {
  if (wish.job) return wish.job;
  const fits = (job: Job): boolean =>
    age >= job.youngest && (wish.gender === undefined || !job.gender || job.gender === wish.gender);
  const ofSetting = wish.settingJobs.filter(fits);
  if (ofSetting.length > 0) return rotate(ofSetting, index, mix(seed, "setting"));
  const field = fieldFor(wish, age, index, seed);
  const jobs = jobsOf(field).filter((job) => fits(job) && age <= job.oldest);
  const older = jobs.length > 0 ? jobs : jobsOf(field).filter(fits);
  return rotate(
    older.length > 0 ? older : jobsOf(field),
    Math.floor(index / COMMON_FIELDS.length),
    mix(seed, field.name),
  );
}

/** The fields a brief names; else every other draw from those the film's papers name; else any of this world. */
function fieldFor(wish: Wish, age: number, index: number, seed: number): Field {
  if (age < WORKING_AGE && YOUTH) return YOUTH;
  const named = wish.fields.filter((field) => field !== YOUTH || age <= 25);
  if (named.length > 0 && index % 2 === 0) return rotate(named, index / 2, mix(seed, "named"));
  if (named.some((field) => field.apart)) return rotate(named, index, mix(seed, "named"));
  return rotate(COMMON_FIELDS, index, mix(seed, "field"));
}

function coreFor(wish: Wish, index: number, seed: number): Core {
  if (wish.dark) return rotate(VILLAINS, index, mix(seed, "villain"));
  const named = CORES.filter((core) => core.archetype === wish.archetype);
  return rotate(named.length > 0 ? named : CORES, index, mix(seed, "core"));
}

function taken(request: DraftRequest, name: string): boolean {
  return request.taken.some((other) => other.toLowerCase() === name.toLowerCase());
}

/** At an age at which the job is done, unless the brief asks for another. */
function ageIn(job: Job, age: number, { age: asked, job: askedJob }: Wish): number {
  if (!asked) return Math.max(job.youngest, Math.min(age, job.oldest));
  if (!askedJob || asked.low > job.oldest || asked.high < job.youngest) return age;
  return Math.max(job.youngest, Math.min(age, job.oldest));
}
