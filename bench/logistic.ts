/** Something seen by its signs, and whether it holds what is to be learned. */
export interface Sample {
  readonly signs: readonly string[];
  readonly holds: boolean;
}
export interface Model {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

const PASSES = 6;
const STEP = 0.2;
const DECAY = 0.03;
/** Signs seen in fewer samples teach nothing. */
const SEEN = 3;
/** Weights smaller than this are left out. */
const LEAST = 0.1;
const SEED = 7;

/** Logistic regression with Adagrad and decaying weights, rounded; the same samples give the same model. */
export function learn(from: readonly Sample[]): Model {
  const kept = withoutRare(from);
  const weights = new Map<string, number>();
  const slopes = new Map<string, number>();
  let [bias, biasSlope] = [0, 1e-6];
  const random = seeded(SEED);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const one of shuffled(kept, random)) {
      const error = judge({ bias, weights }, one.signs) - (one.holds ? 1 : 0);
      biasSlope += error * error;
      bias -= (STEP * error) / Math.sqrt(biasSlope);
      for (const sign of one.signs) {
        const weight = weights.get(sign) ?? 0;
        const slope = error + DECAY * weight;
        const squares = (slopes.get(sign) ?? 0.1) + slope * slope;
        slopes.set(sign, squares);
        weights.set(sign, weight - (STEP * slope) / Math.sqrt(squares));
      }
    }
  }
  const large = [...weights].filter(([, weight]) => Math.abs(weight) >= LEAST);
  return {
    bias: round(bias),
    weights: new Map(
      large
        .map(([sign, weight]): [string, number] => [sign, round(weight)])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

/** How likely it holds, between 0 and 1. */
export function judge({ bias, weights }: Model, signs: readonly string[]): number {
  return 1 / (1 + Math.exp(-signs.reduce((sum, sign) => sum + (weights.get(sign) ?? 0), bias)));
}

function withoutRare(samples: readonly Sample[]): Sample[] {
  const seen = new Map<string, number>();
  for (const { signs } of samples) for (const sign of signs) seen.set(sign, (seen.get(sign) ?? 0) + 1);
  return samples.map((one) => ({ ...one, signs: one.signs.filter((sign) => (seen.get(sign) ?? 0) >= SEEN) }));
}

const round = (value: number): number => Math.round(value * 100) / 100;

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
