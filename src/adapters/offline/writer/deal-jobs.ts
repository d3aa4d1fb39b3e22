import { mix, permute, rotate } from "../../../lib/random.ts";
import type { DraftRequest } from "../../../ports/model.ts";
import { FIELDS, type Job, jobsOf } from "./jobs.ts";
import type { Field } from "./tables/field.ts";
import type { Wish } from "./wish.ts";

const COMMON_FIELDS: readonly Field[] = FIELDS.filter((field) => !field.apart);
const YOUTH = FIELDS.filter((field) => field.name === "youth");
const WORKING_AGE = 16;
const YOUNG = 25;

interface Deck {
  readonly key: string;
  readonly jobs: readonly Job[];
}
let latest: Deck | undefined;

/**
 * The job of an index: jobs are dealt like cards, each once before any comes twice, and those that others of the film
 * have are left in the box. First come those of the setting, then those of the walks of life that the brief or the film's
 * papers name, with the rest of the world between them; worlds apart keep to themselves.
 */
export function dealJob(wish: Wish, { seed, index, occupations = [] }: DraftRequest): Job {
  const jobs = deckOf(wish, seed, occupations);
  const round = Math.floor(index / jobs.length);
  const place = index % jobs.length;
  const job = jobs[round === 0 ? place : permute(place, jobs.length, mix(seed, "jobs", round))];
  if (job === undefined) throw new RangeError("There is no job to deal.");
  return job;
}

function deckOf(wish: Wish, seed: number, occupations: readonly string[]): readonly Job[] {
  const key = JSON.stringify([
    seed,
    wish.gender,
    wish.age,
    wish.settingJobs.map(({ title }) => title),
    wish.fields.map(({ name }) => name),
    occupations,
  ]);
  if (latest?.key !== key) latest = { key, jobs: dealt(wish, seed, occupations) };
  return latest.jobs;
}

function dealt(wish: Wish, seed: number, occupations: readonly string[]): readonly Job[] {
  const all = fitting(wish, unique(inOrder(wish, seed)));
  const taken = new Set(occupations.map(atWork));
  const free = all.filter(({ title }) => !taken.has(atWork(title)));
  return free.length > 0 ? free : all;
}

/** The trade itself: who is retired from it takes it as well, and some jobs of the tables are retired ones. */
export const atWork = (title: string): string => title.toLowerCase().replace(/^retired /, "");

function inOrder(wish: Wish, seed: number): readonly Job[] {
  const common = roundRobin(COMMON_FIELDS, seed);
  if (wish.age && wish.age.high < WORKING_AGE) return roundRobin(YOUTH, seed);
  const young = wish.age !== undefined && wish.age.high <= YOUNG;
  const named = wish.fields.filter((field) => young || !YOUTH.includes(field));
  if (named.some((field) => field.apart)) return roundRobin(named, seed);
  const setting = shuffled(wish.settingJobs, mix(seed, "setting"));
  const near = roundRobin(named, seed);
  return setting.length > 0 ? [...setting, ...near, ...common] : inTurn(near, common);
}

/** Those of the right gender and age first; where an age is asked for, those who would be retired after them. */
function fitting({ gender, age }: Wish, jobs: readonly Job[]): readonly Job[] {
  const suited = jobs.filter((job) => gender === undefined || !job.gender || job.gender === gender);
  if (!age) return suited;
  const grown = suited.filter(({ youngest }) => youngest <= age.high);
  const working = grown.filter(({ oldest }) => oldest >= age.low);
  const retired = grown.filter(({ oldest }) => oldest < age.low);
  const fits = [...working, ...retired];
  return fits.length > 0 ? fits : suited;
}

/** One job of each field, then the next of each: the row is mixed from the first card on. */
function roundRobin(fields: readonly Field[], seed: number): Job[] {
  const piles = shuffled(fields, mix(seed, "field")).map((field) =>
    shuffled(jobsOf(field), mix(seed, field.name)),
  );
  const longest = Math.max(0, ...piles.map((pile) => pile.length));
  return Array.from({ length: longest }, (_, level) =>
    shuffled(piles, mix(seed, "level", level)).flatMap((pile) => pile[level] ?? []),
  ).flat();
}

/** One of each in turn, until the shorter one is used up. */
const inTurn = (first: readonly Job[], second: readonly Job[]): Job[] =>
  Array.from({ length: Math.max(first.length, second.length) }, (_, place) => [
    ...first.slice(place, place + 1),
    ...second.slice(place, place + 1),
  ]).flat();

/** Each job where it comes first. */
function unique(jobs: readonly Job[]): readonly Job[] {
  const seen = new Set<string>();
  return jobs.filter(({ title }) => !seen.has(title) && seen.add(title));
}

const shuffled = <T>(list: readonly T[], key: number): T[] =>
  list.map((_, place) => rotate(list, place, key));
