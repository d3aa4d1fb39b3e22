import { createFeedPump } from "../../../src/adapters/web/live/feed-pump.ts";
import type { Random } from "../../../src/lib/random.ts";
import type { Life, WalkHouse } from "./house.ts";

/** Somebody who watches a session on the page, loses the line now and then, and comes again with the last they saw. */
export class Reader {
  /** The numbers of the frames of the record, as they came. */
  readonly seen: number[] = [];
  readonly session: string;
  readonly #house: WalkHouse;
  readonly #random: Random;
  #life: Life | undefined;
  #line = new AbortController();

  constructor(house: WalkHouse, random: Random, session: string) {
    this.#house = house;
    this.#random = random;
    this.session = session;
  }

  /** Whoever has no line, or has lost it, takes one to some process that is there. */
  connect(): void {
    if (this.#life && !this.#life.dead && !this.#life.leaving && this.#random.chance(0.8)) return;
    this.#line.abort();
    const line = new AbortController();
    const life = this.#random.pick(this.#house.living);
    [this.#line, this.#life] = [line, life];
    const of = {
      get dead() {
        return life.dead || line.signal.aborted;
      },
    };
    const pump = createFeedPump({
      messages: this.#house.lanes.through(of, { feed: this.#house.stores.messages.feed }, false),
      session_id: this.session,
      since: this.seen.at(-1) ?? 0,
      send: async (frame) => {
        await this.#house.lanes.pass(of);
        if (!of.dead && frame.type !== "hello") this.seen.push(frame.seq);
      },
      onSlow: () => line.abort(),
      onError: () => line.abort(),
      stopped: line.signal,
    });
    const stopListening = life.bus.subscribe(`session:${this.session}`, (news) => {
      if (news === undefined) pump.grown();
    });
    const stopMissing = life.bus.onMissed?.(() => pump.grown());
    line.signal.addEventListener("abort", () => {
      stopListening();
      stopMissing?.();
    });
    pump.grown();
  }
}
