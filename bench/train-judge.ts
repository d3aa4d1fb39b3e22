import { writeFileSync } from "node:fs";
import { hear } from "../src/adapters/offline/reader/hear.ts";
import { ENOUGH } from "../src/adapters/offline/reader/judge/likelihood.ts";
import { sightsOf, type Whose } from "../src/adapters/offline/reader/judge/sights.ts";
import { nameKey } from "../src/lib/name-keys.ts";
import { type EvalCase, loadCases, requestOf } from "./eval-cases.ts";
import { judge, learn, type Model, type Sample } from "./logistic.ts";

/**
 * Learns which new names in a message are somebody of the story, and of which known ones something is told, from the
 * labelled messages of test/eval that are not kept aside, and writes the weights that
 * src/adapters/offline/reader/judge/likelihood.ts reads: `node bench/train-judge.ts`.
 *   --across   learns without one set of messages after the other, and prints how well that one is judged
 */
const FILE = new URL("../src/adapters/offline/reader/judge/weights.json", import.meta.url);
const BOTH: readonly Whose[] = ["new", "known"];

interface OfSet extends Sample {
  readonly set: string;
}

const isPart = (whole: string, part: string): boolean => ` ${whole} `.includes(` ${part} `);

const cases = loadCases().filter((one) => one.held_out !== true);
const samples = BOTH.map((whose) => ({ whose, all: cases.flatMap((one) => samplesOf(one, whose)) }));
if (process.argv.includes("--across")) for (const { whose, all } of samples) across(whose, all);
else write(samples.map(({ whose, all }) => ({ whose, model: learn(all) })));

function samplesOf(one: EvalCase, whose: Whose): OfSet[] {
  const people = (one.entries ?? [])
    .filter(([kind]) => kind.startsWith("character"))
    .flatMap(([, name]) => (typeof name === "string" ? [name] : name.any))
    .map((name) => nameKey(name));
  return sightsOf(hear(requestOf(one)).talk, whose).map(({ key, signs }) => ({
    set: one.set.replace(/-negatives.*|-more$/, ""),
    signs: [...signs],
    holds: people.some((name) => isPart(name, key) || isPart(key, name)),
  }));
}

function across(whose: Whose, all: readonly OfSet[]): void {
  for (const set of new Set(all.map((one) => one.set))) {
    const model = learn(all.filter((one) => one.set !== set));
    const of = all.filter((one) => one.set === set);
    const likely = of.filter(({ signs }) => judge(model, signs) >= ENOUGH[whose]);
    const right = likely.filter(({ holds }) => holds).length;
    const people = of.filter(({ holds }) => holds).length;
    process.stdout.write(
      `${whose} in ${set}: ${right} of ${people}, and ${likely.length - right} of ${of.length - people} others\n`,
    );
  }
}

function write(models: readonly { whose: Whose; model: Model }[]): void {
  const plain = models.map(({ whose, model: { bias, weights } }) => [
    whose,
    { bias, weights: Object.fromEntries(weights) },
  ]);
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(plain), null, 2)}\n`);
  for (const { whose, model } of models) process.stdout.write(`${whose}: ${model.weights.size} weights\n`);
}
