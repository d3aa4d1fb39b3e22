import { randomFillSync, randomInt } from "node:crypto";
import { ID_PREFIXES } from "../domain/ids.ts";
import type { Ids } from "../ports/ids.ts";

const SEQUENCE_RANGE = 36 ** 4;
/** Drawn together: each draw costs as much as hundreds of these. */
const DRAWN = 64;

/**
 * `<prefix>_<time><sequence><random>`, all base 36: ids of one process sort in the order they were made, and 62 random
 * bits keep processes apart and ids unguessable.
 */
export function createIds(now: () => number = Date.now): Ids {
  let lastMs = 0;
  let sequence = 0;
  const drawn = new BigUint64Array(DRAWN);
  let left = 0;
  const random = () => {
    if (left === 0) left = randomFillSync(drawn).length;
    left -= 1;
    return ((drawn[left] ?? 0n) >> 2n).toString(36).padStart(12, "0");
  };
  return {
    next: (kind) => {
      const ms = Math.max(now(), lastMs);
      sequence = ms === lastMs ? sequence + 1 : 0;
      lastMs = sequence >= SEQUENCE_RANGE ? ms + 1 : ms;
      if (sequence >= SEQUENCE_RANGE) sequence = 0;
      return `${ID_PREFIXES[kind]}_${lastMs.toString(36)}${sequence.toString(36).padStart(4, "0")}${random()}`;
    },
    seed: () => randomInt(2 ** 31),
  };
}
