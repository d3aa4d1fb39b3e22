/** What an expression may speak of: what stands under each name. */
export interface Names {
  readonly film: readonly string[];
  readonly count: readonly string[];
  readonly confirmed: readonly string[];
  readonly words: readonly string[];
}

export interface Known {
  readonly names: Names;
  readonly steps: readonly string[];
  /** Whether it may speak of `done`. */
  readonly done: boolean;
}

/** Says what is wrong, so many characters into the expression. */
export type Tell = (message: string, offset?: number) => void;
