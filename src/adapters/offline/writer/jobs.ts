import type { Field } from "./tables/field.ts";
import { APART_FIELDS, GENERAL_FIELD } from "./tables/fields-apart.ts";
import { COAST_FIELDS } from "./tables/fields-coast.ts";
import { DESK_FIELDS } from "./tables/fields-desk.ts";
import { HELP_FIELDS } from "./tables/fields-help.ts";
import { JUSTICE_FIELDS } from "./tables/fields-justice.ts";
import { POWER_FIELDS } from "./tables/fields-power.ts";
import { STAGE_FIELDS } from "./tables/fields-stage.ts";
import { TRADE_FIELDS } from "./tables/fields-trade.ts";

export const FIELDS: readonly Field[] = [
  ...COAST_FIELDS,
  ...TRADE_FIELDS,
  ...JUSTICE_FIELDS,
  ...POWER_FIELDS,
  ...HELP_FIELDS,
  ...DESK_FIELDS,
  ...STAGE_FIELDS,
  ...APART_FIELDS,
];

export interface Job {
  readonly title: string;
  readonly youngest: number;
  readonly oldest: number;
  readonly gender: "female" | "male" | undefined;
  readonly field: Field;
}

const byField = new Map<string, readonly Job[]>();
let byTitle: ReadonlyMap<string, Job> | undefined;

export function jobsOf(field: Field): readonly Job[] {
  const known = byField.get(field.name);
  if (known) return known;
  const jobs = field.jobs === "" ? [] : field.jobs.split(", ").map((row) => job(row, field));
  byField.set(field.name, jobs);
  return jobs;
}

export function jobTitled(title: string): Job | undefined {
  byTitle ??= new Map(FIELDS.flatMap((field) => jobsOf(field)).map((each) => [each.title, each]));
  return byTitle.get(title);
}

/** A job that no table knows, at any working age. */
export function otherJob(title: string): Job {
  const words = title.split(" ");
  const field = FIELDS.find((each) => words.some((word) => each.words.split(" ").includes(word)));
  const gender = /woman$/.test(title) ? "female" : /man$/.test(title) ? "male" : undefined;
  return { title, youngest: 18, oldest: 72, gender, field: field ?? GENERAL_FIELD };
}

function job(row: string, field: Field): Job {
  const parts = /^(.+) (\d+)-(\d+)( [fm])?$/.exec(row);
  if (!parts) throw new Error(`Not a job: ${row}`);
  const [, title = "", youngest, oldest, mark] = parts;
  const gender = mark === " f" ? "female" : mark === " m" ? "male" : undefined;
  return { title, youngest: Number(youngest), oldest: Number(oldest), gender, field };
}
