const GOLDEN = 0x9e3779b9;
const ROUNDS = 4;

/** Numbers that follow from a seed alone: the same seed draws the same row on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  int(below: number): number;
  /** A whole number in [low, high], both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` different members, or all when there are fewer, in drawn order. */
  sample<T>(list: readonly T[], count: number): T[];
}

/** A generator over splitmix32 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + GOLDEN) | 0;
    return scramble(state) / 0x1_0000_0000;
  };
  const int = (below: number): number => Math.floor(next() * below);
  const pick = <T>(list: readonly T[]): T => at(list, int(list.length));
  return {
    next,
    int,
    between: (low, high) => low + int(high - low + 1),
    chance: (probability) => next() < probability,
    pick,
    sample: (list, count) => {
      const rest = [...list];
      const drawn = [];
      while (drawn.length < count && rest.length > 0) drawn.push(...rest.splice(int(rest.length), 1));
      return drawn;
    },
  };
}

/** One 32-bit number from several, each of which changes it wholly. */
export function mix(...parts: readonly (number | string)[]): number {
  let hash = GOLDEN;
  for (const part of parts) {
    if (typeof part === "number") hash = scramble((hash ^ part) + GOLDEN);
    else for (let at = 0; at < part.length; at += 1) hash = scramble((hash ^ part.charCodeAt(at)) + GOLDEN);
  }
  return hash >>> 0;
}

/**
 * The place of `index` in a shuffle of 0 … size-1 that `key` names, without building the shuffle: a Feistel
 * network over the next even power of two, walked until it lands inside (Black and Rogaway, 2002).
 * Different indexes have different places.
 */
export function permute(index: number, size: number, key: number): number {
  if (!(index >= 0 && index < size)) throw new RangeError(`No place for ${index} in a shuffle of ${size}.`);
  const half = Math.max(1, Math.ceil(Math.log2(size) / 2));
  const mask = 2 ** half - 1;
  let place = index;
  do {
    let left = Math.floor(place / (mask + 1));
    let right = place & mask;
    for (let round = 0; round < ROUNDS; round += 1) {
      [left, right] = [right, left ^ (mix(key, round, right) & mask)];
    }
    place = left * (mask + 1) + right;
  } while (place >= size);
  return place;
}

/** A member of `list` for each index, so that none comes twice before all have come once. */
export function rotate<T>(list: readonly T[], index: number, key: number): T {
  const round = Math.floor(index / list.length);
  return at(list, permute(index % list.length, list.length, mix(key, round)));
}

function at<T>(list: readonly T[], place: number): T {
  if (place >= list.length) throw new RangeError("There is nothing to choose from.");
  return list[place] as T;
}

function scramble(value: number): number {
  let z = value | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}
