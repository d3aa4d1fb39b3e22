/** What the gateway does wrong, by script. Everything is kept in the session's log: a RESUME tells it again. */
export interface Mischief {
  /** The next events are told to nobody. */
  lose: number;
  /** The next events are told twice, with the same number. */
  repeat: number;
  /** The next two events change places. */
  swap: boolean;
  /** Every event comes this late. */
  delayMs: number;
  /** The next RESUMEs are refused: the session is invalid. */
  refuseResumes: number;
  /** Heartbeats are not answered, as by a dead peer. */
  deaf: boolean;
}

export const noMischief = (): Mischief => ({
  lose: 0,
  repeat: 0,
  swap: false,
  delayMs: 0,
  refuseResumes: 0,
  deaf: false,
});

/** Sends packets as the script says. */
export class Troublemaker {
  readonly script: Mischief = noMischief();
  #held: (() => void) | undefined;

  send(deliver: () => void): void {
    const { script } = this;
    if (script.lose > 0) {
      script.lose -= 1;
      return;
    }
    const times = script.repeat > 0 ? 2 : 1;
    if (script.repeat > 0) script.repeat -= 1;
    const all = () => {
      for (let left = times; left > 0; left -= 1) deliver();
    };
    if (script.swap && !this.#held) {
      this.#held = all;
      return;
    }
    this.#later(all);
    if (!this.#held) return;
    this.#later(this.#held);
    this.#held = undefined;
    script.swap = false;
  }

  #later(work: () => void): void {
    if (this.script.delayMs === 0) work();
    else setTimeout(work, this.script.delayMs).unref();
  }
}
