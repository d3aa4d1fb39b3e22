interface Known {
  readonly at: Date;
  /** Missing where a crash has cost how far a place was heard. */
  readonly last?: string;
}

/**
 * When all was heard that had been said until then. That something was heard somewhere later, and not how far, says
 * nothing of what came before it.
 */
export function allHeardAt(marks: readonly Known[]): Date | undefined {
  const whole = marks.filter(({ last }) => last !== undefined);
  const times = (whole.length > 0 ? whole : marks).map(({ at }) => at.getTime());
  if (times.length === 0) return undefined;
  return new Date(whole.length > 0 ? Math.max(...times) : Math.min(...times));
}
