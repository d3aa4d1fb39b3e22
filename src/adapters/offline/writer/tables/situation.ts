/**
 * What happens in a scene. Templates name people and things, never with pronouns, since the gender of a cast
 * is not always known: `{A}` leads, `{B}` answers, `{prop}` is "the ledger", `{a prop}` "a ledger".
 */
export interface Situation {
  readonly kind: string;
  /** By which a brief means it. */
  readonly words: string;
  /** Where in a film it sits. */
  readonly act: 1 | 2 | 3;
  /** `{Prop}` is "Ledger". */
  readonly titles: readonly [string, string, string];
  readonly opens: readonly [string, string];
  readonly turns: readonly [string, string];
  readonly closes: readonly [string, string];
}
