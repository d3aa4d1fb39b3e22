import { writeFileSync } from "node:fs";
import { hear } from "../src/adapters/offline/reader/hear.ts";
import { sightsOf } from "../src/adapters/offline/reader/judge/sights.ts";
import { nameKey } from "../src/lib/name-keys.ts";
import { type EvalCase, loadCases, requestOf } from "./eval-cases.ts";

/**
 * Learns which new names in a message are somebody of the story, from the labelled messages of test/eval that are not
 * kept aside, and writes the weights that src/adapters/offline/reader/judge/persons.ts reads: `node bench/train-judge.ts`.
 * Logistic regression with Adagrad; the same messages give the same weights.
 *   --across   learns without one set of messages after the other, and prints how well that one is judged
 */
const PASSES = 12;
const STEP = 0.2;
const DECAY = 0.003;
/** Signs seen in fewer names teach nothing. */
const SEEN = 3;
/** Weights smaller than this are left out. */
const LEAST = 0.15;
const SEED = 7;
const FILE = new URL("../src/adapters/offline/reader/judge/weights.json", import.meta.url);

interface Sample {
  readonly set: string;
  readonly signs: readonly string[];
  readonly isPerson: boolean;
}
interface Model {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

const samples = loadCases()
  .filter((one) => one.held_out !== true)
  .flatMap(samplesOf);
if (process.argv.includes("--across")) across();
else write(learn(samples));

function samplesOf(one: EvalCase): Sample[] {
  const request = requestOf(one);
  const people = (one.entries ?? [])
    .filter(([kind]) => kind.startsWith("character"))
    .flatMap(([, name]) => (typeof name === "string" ? [name] : name.any))
    .map((name) => nameKey(name));
  return sightsOf(hear(request).talk).map(({ key, signs }) => ({
    set: one.set.replace(/-negatives.*|-more$/, ""),
    signs: [...signs],
    isPerson: people.some((name) => isPart(name, key) || isPart(key, name)),
  }));
}

function isPart(whole: string, part: string): boolean {
  return ` ${whole} `.includes(` ${part} `);
}

function learn(from: readonly Sample[]): Model {
  const seen = new Map<string, number>();
  for (const { signs } of from) for (const sign of signs) seen.set(sign, (seen.get(sign) ?? 0) + 1);
  const kept = from.map((one) => ({
    ...one,
    signs: one.signs.filter((sign) => (seen.get(sign) ?? 0) >= SEEN),
  }));
  const weights = new Map<string, number>();
  const slopes = new Map<string, number>();
  let [bias, biasSlope] = [0, 1e-6];
  const random = seeded(SEED);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const { signs, isPerson } of shuffled(kept, random)) {
      const sum = signs.reduce((all, sign) => all + (weights.get(sign) ?? 0), bias);
      const error = 1 / (1 + Math.exp(-sum)) - (isPerson ? 1 : 0);
      biasSlope += error * error;
      bias -= (STEP * error) / Math.sqrt(biasSlope);
      for (const sign of signs) {
        const weight = weights.get(sign) ?? 0;
        const slope = error + DECAY * 10 * weight;
        const sumOfSquares = (slopes.get(sign) ?? 0.1) + slope * slope;
        slopes.set(sign, sumOfSquares);
        weights.set(sign, weight - (STEP * slope) / Math.sqrt(sumOfSquares));
      }
    }
  }
  const rounded = [...weights].map(([sign, weight]): [string, number] => [sign, round(weight)]);
  return {
    bias: round(bias),
    weights: new Map(
      rounded.filter(([, weight]) => Math.abs(weight) >= LEAST).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

function across(): void {
  for (const set of new Set(samples.map((one) => one.set))) {
    const model = learn(samples.filter((one) => one.set !== set));
    const judged = samples
      .filter((one) => one.set === set)
      .map((one) => ({ ...one, likely: judge(model, one) >= 0.65 }));
    const right = judged.filter(({ isPerson, likely }) => isPerson && likely).length;
    const [people, likely] = [
      judged.filter(({ isPerson }) => isPerson).length,
      judged.filter((one) => one.likely).length,
    ];
    process.stdout.write(
      `${set}: ${right} of ${people} people, ${likely - right} others of ${judged.length - people}\n`,
    );
  }
}

function judge({ bias, weights }: Model, { signs }: Sample): number {
  return 1 / (1 + Math.exp(-signs.reduce((sum, sign) => sum + (weights.get(sign) ?? 0), bias)));
}

function write({ bias, weights }: Model): void {
  writeFileSync(FILE, `${JSON.stringify({ bias, weights: Object.fromEntries(weights) }, null, 2)}\n`);
  process.stdout.write(`${samples.length} names, ${weights.size} weights\n`);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  return all
    .map((one) => ({ one, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
