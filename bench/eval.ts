import { parseArgs } from "node:util";
import { readOffline } from "../src/adapters/offline/read.ts";
import { loadCases, requestOf } from "./eval-cases.ts";
import { readWithSetModel } from "./eval-model.ts";
import { printFaults, type Result, report, shortfalls } from "./eval-report.ts";
import { score } from "./eval-score.ts";

/**
 * How well people are read: the messages of test/eval, those the rules were tuned on apart from those they were not.
 *   --check          exits with 1 where the held-out messages fall short of the goals
 *   --show           prints the faults of the tuned messages; --show-all also those of the held-out ones
 *   --model-limit n  reads n held-out messages with the language model that the environment sets (60; 0 for none)
 */
const { values: options } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    show: { type: "boolean", default: false },
    "show-all": { type: "boolean", default: false },
    "model-limit": { type: "string", default: "60" },
  },
});

const cases = loadCases();
const results = cases.map((one): Result => ({ one, scored: score(one, readOffline(requestOf(one))) }));
const isHeld = ({ one }: Result): boolean => one.held_out === true;
const held = results.filter(isHeld);
const tuned = results.filter((result) => !isHeld(result));
report("offline, tuned on", tuned);
report("offline, held out", held);
if (options.show || options["show-all"]) printFaults(options["show-all"] ? results : tuned);

await withModel(Number.parseInt(options["model-limit"], 10));

if (options.check) {
  const problems = shortfalls(held);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}

/** Every so-manieth held-out message, so that each set has its share, beside the same messages read offline. */
async function withModel(limit: number): Promise<void> {
  const some = held.filter(
    (_, index) => limit > 0 && index % Math.max(1, Math.floor(held.length / limit)) === 0,
  );
  const sample = some.slice(0, limit);
  const run = sample.length > 0 ? await readWithSetModel(sample.map(({ one }) => one)) : undefined;
  if (run === undefined) return;
  report("offline, the same messages", sample);
  report(`${run.name}, held out`, run.results);
  const each = (count: number) => Math.round(count / Math.max(1, run.calls));
  process.stdout.write(
    `\n${run.calls} answers, ${run.failed} messages failed; tokens: ${run.input_tokens} in, ${run.output_tokens} out (${each(run.input_tokens)} and ${each(run.output_tokens)} an answer)\n`,
  );
  if (options["show-all"]) printFaults(run.results);
}
