import { createMemoryBus } from "../../../src/adapters/memory/bus.ts";
import type { Random } from "../../../src/lib/random.ts";
import type { Bus } from "../../../src/ports/bus.ts";
import type { Clock } from "../../../src/ports/clock.ts";
import type { Lease, Leases } from "../../../src/ports/leases.ts";
import type { StillClock } from "../stage.ts";
import type { Lanes, Mortal } from "./lanes.ts";

/** After so long a lease whose holder died is free. */
const LEASE_MS = 10_000;

/** A clock that tells the dead nothing. */
export const clockOf = (clock: StillClock, of: Mortal): Clock => ({
  now: () => clock.now(),
  after: (ms, callback) => clock.after(ms, () => of.dead || callback()),
});

interface Member {
  readonly of: Mortal;
  readonly local: Bus;
  readonly missed: Set<() => void>;
}

/** A bus that knows how many listen to what. */
export type Counted = Bus & { readonly listening: ReadonlyMap<string, number> };

/** One bus over several processes: they hear one another late, and sometimes only that they missed something. */
export class Hub {
  readonly #lanes: Lanes;
  readonly #random: Random;
  #members: Member[] = [];

  constructor(lanes: Lanes, random: Random) {
    this.#lanes = lanes;
    this.#random = random;
  }

  join(of: Mortal): Counted {
    const listening = new Map<string, number>();
    const local = createMemoryBus((error) => {
      throw error;
    });
    const member = { of, local, missed: new Set<() => void>() };
    this.#members = [...this.#members.filter((other) => !other.of.dead), member];
    return {
      publish: (topic, payload) => {
        if (of.dead) return;
        local.publish(topic, payload);
        for (const other of this.#members) if (other !== member) this.#tell(other, topic, payload);
      },
      listening,
      subscribe: (topic, listener) => {
        const stop = local.subscribe(topic, listener);
        listening.set(topic, (listening.get(topic) ?? 0) + 1);
        return () => {
          stop();
          const left = (listening.get(topic) ?? 0) - 1;
          if (left > 0) listening.set(topic, left);
          else listening.delete(topic);
        };
      },
      onMissed: (listener) => {
        const ear = () => listener();
        member.missed.add(ear);
        return () => member.missed.delete(ear);
      },
      close: () => local.close(),
    };
  }

  #tell({ of, local, missed }: Member, topic: string, payload: unknown): void {
    const letter = payload === undefined ? undefined : structuredClone(payload);
    const isLost = this.#random.chance(0.05);
    this.#lanes.post(of, () => {
      if (isLost) for (const ear of [...missed]) ear();
      else local.publish(topic, letter);
    });
  }
}

/** Leases that outlive their holders for a while. */
export class SharedLeases {
  readonly #held = new Map<string, object>();
  readonly #clock: StillClock;
  #token = 0;

  constructor(clock: StillClock) {
    this.#clock = clock;
  }

  of(holder: Mortal): Leases {
    return {
      tryAcquire: async (name): Promise<Lease | undefined> => {
        if (this.#held.has(name)) return undefined;
        const mine = {};
        this.#held.set(name, mine);
        this.#token += 1;
        const free = async () => {
          if (this.#held.get(name) === mine) this.#held.delete(name);
        };
        this.#watch(holder, name, mine);
        return { token: this.#token, lost: new AbortController().signal, release: free };
      },
      close: async () => {},
    };
  }

  #watch(holder: Mortal, name: string, lease: object): void {
    this.#clock.after(LEASE_MS, () => {
      if (this.#held.get(name) !== lease) return;
      if (holder.dead) this.#held.delete(name);
      else this.#watch(holder, name, lease);
    });
  }
}
