import type { Line } from "./lines.ts";

/** After the first try at once, after a minute, and after five: https://docs.slack.dev/apis/events-api#retries */
const RETRY_AFTER_MS = [0, 60_000, 300_000];

/** What goes wrong with events, by script. */
export interface EventMischief {
  /** The next events are told to nobody. */
  lose: number;
  /** The next events are told twice, with the same id. */
  repeat: number;
  /** The next two events change places. */
  swap: boolean;
}

/** Tells events to the app in the order they happened, and again until they are acknowledged or it was four times. */
export class Telling {
  readonly mischief: EventMischief = { lose: 0, repeat: 0, swap: false };
  /** Ids of events that were given up. */
  readonly givenUp: string[] = [];
  /** How a retry is put off. A test with a clock of its own keeps the work and does it when its time has come. */
  later: (ms: number, work: () => void) => void = (ms, work) => {
    this.#timers.add(setTimeout(work, ms).unref());
  };
  readonly #timers = new Set<NodeJS.Timeout>();
  #last: Promise<unknown> = Promise.resolve();
  #held: { readonly line: Line; readonly body: Told } | undefined;

  /** Resolves when the event is acknowledged or waits for a later try. */
  async tell(line: Line, body: Told): Promise<void> {
    const { mischief } = this;
    if (mischief.lose > 0) {
      mischief.lose -= 1;
      return;
    }
    if (mischief.swap && !this.#held) {
      this.#held = { line, body };
      return;
    }
    const held = this.#held;
    this.#held = undefined;
    if (held) mischief.swap = false;
    const times = mischief.repeat > 0 ? 2 : 1;
    if (mischief.repeat > 0) mischief.repeat -= 1;
    for (let left = times; left > 0; left -= 1) await this.#inTurn(line, body);
    if (held) await this.#inTurn(held.line, held.body);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #inTurn(line: Line, body: Told): Promise<void> {
    const deliver = () => this.#try(line, body, 0);
    // Over HTTP one request waits for the last; envelopes follow one another on the socket.
    const telling = line.inTurn ? this.#last.then(deliver) : deliver();
    this.#last = telling;
    return telling;
  }

  async #try(line: Line, body: Told, attempt: number): Promise<void> {
    const delivered = await line.deliver("events_api", body, attempt);
    if (delivered) return;
    const wait = RETRY_AFTER_MS[attempt];
    if (wait === undefined) this.givenUp.push(body.event_id);
    else if (wait === 0) await this.#try(line, body, attempt + 1);
    else this.later(wait, () => void this.#try(line, body, attempt + 1));
  }
}

export interface Told extends Record<string, unknown> {
  readonly event_id: string;
}
