interface Parts {
  readonly now: () => Date;
  /** Something is still to be read. */
  readonly isBusy: () => boolean;
}

/**
 * The time up to which all was heard. What nobody follows is read from there on after the next gap: so it stands still
 * while something is missing, and is now when nothing is.
 */
export class WholeUpTo {
  readonly #parts: Parts;
  #behind: Date | undefined;
  /** How much is still to be found out of what is missing. */
  #plans = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get at(): Date {
    if (this.#isWhole) this.#behind = undefined;
    return this.#behind ?? this.#parts.now();
  }

  /** Nothing was heard from then on. What was missing before is missing still. */
  behind(since: Date | undefined): void {
    if (this.#isWhole || this.#behind === undefined || (since && since < this.#behind)) this.#behind = since;
  }

  /** From now on it is being found out what is missing, until what it answers is called. */
  plan(): () => void {
    this.#plans += 1;
    return () => {
      this.#plans -= 1;
    };
  }

  get #isWhole(): boolean {
    return this.#plans === 0 && !this.#parts.isBusy();
  }
}
