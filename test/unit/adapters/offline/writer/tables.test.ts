import { expect, test } from "vitest";
import { FIELDS, jobsOf, jobTitled } from "../../../../../src/adapters/offline/writer/jobs.ts";
import { BRIGHT_CORES } from "../../../../../src/adapters/offline/writer/tables/cores-bright.ts";
import { DARK_CORES } from "../../../../../src/adapters/offline/writer/tables/cores-dark.ts";
import { SETTINGS } from "../../../../../src/adapters/offline/writer/tables/settings.ts";
import { EARLY_SITUATIONS } from "../../../../../src/adapters/offline/writer/tables/situations-early.ts";
import { LATE_SITUATIONS } from "../../../../../src/adapters/offline/writer/tables/situations-late.ts";

test("hundreds of jobs, each in one field, at ages that make sense", () => {
  const jobs = FIELDS.flatMap((field) => jobsOf(field));
  expect(jobs.length).toBeGreaterThan(250);
  expect(new Set(jobs.map((job) => job.title)).size).toBe(jobs.length);
  for (const job of jobs) expect(job.youngest).toBeLessThan(job.oldest);
});

test("every job of a setting is in a field", () => {
  for (const setting of SETTINGS) {
    for (const title of setting.jobs.split(", ")) expect(jobTitled(title)?.title).toBe(title);
  }
});

test("inner lives and titles are told apart", () => {
  const archetypes = [...BRIGHT_CORES, ...DARK_CORES].map((core) => core.archetype);
  expect(new Set(archetypes).size).toBe(archetypes.length);
  const titles = [...EARLY_SITUATIONS, ...LATE_SITUATIONS].flatMap((situation) => situation.titles);
  expect(new Set(titles).size).toBe(titles.length);
  for (const title of titles) expect(title).toContain("{Prop}");
});
