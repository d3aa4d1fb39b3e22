import { createRandom, mix, type Random, rotate } from "../../../lib/random.ts";
import type { DraftRequest } from "../../../ports/model.ts";
import { atWork, dealJob } from "./deal-jobs.ts";
import type { Gender } from "./grammar.ts";
import type { Job } from "./jobs.ts";
import { genderOfFirstName, nameAt } from "./names.ts";
import type { Core } from "./tables/core.ts";
import { BRIGHT_CORES } from "./tables/cores-bright.ts";
import { DARK_CORES } from "./tables/cores-dark.ts";
import type { Field } from "./tables/field.ts";
import { type Role, readWish, type Wish } from "./wish.ts";

const CORES: readonly Core[] = [...BRIGHT_CORES, ...DARK_CORES.filter((core) => !core.dark)];
const VILLAINS: readonly Core[] = DARK_CORES.filter((core) => core.dark);
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
  const job = jobAt(wish, request);
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
    occupation: age > job.oldest && wish.job === undefined ? `retired ${atWork(job.title)}` : job.title,
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

/** The job the brief asks for, or one that no other index of the seed has as long as there are enough. */
const jobAt = (wish: Wish, request: DraftRequest): Job => wish.job ?? dealJob(wish, request);

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
