/**
 * A walk of life: its jobs, and what anyone in it may want, risk, hide, wear and sound like. Templates are
 * those of grammar.ts with the further words `{first}`, `{job}` and `{city}`.
 */
export interface Field {
  readonly name: string;
  /** Worlds apart (a space station, a castle) are drawn only when the film or the brief asks for them. */
  readonly apart?: true;
  /**
   * "title youngest-oldest", the ages at which someone plausibly holds the job, parted by ", ";
   * a last `f` or `m` for titles of one gender.
   */
  readonly jobs: string;
  /** What a brief or a film's papers say when they mean this field; parted by spaces. */
  readonly words: string;
  /** "to …", completing "wants". */
  readonly wants: readonly string[];
  /** "to …", for those who stand against the lead. */
  readonly dark: readonly string[];
  /** Whole sentences. */
  readonly stakes: readonly string[];
  /** Sentences that begin with a verb in the past; the subject is understood. */
  readonly secrets: readonly string[];
  /** Sentences that begin with a verb in the present; the subject is understood. */
  readonly voices: readonly string[];
  /** Noun phrases. */
  readonly wardrobe: readonly string[];
  /** Marks of the trade: noun phrases that complete "with". */
  readonly marks: readonly string[];
  /** Whole sentences on how they came to it. */
  readonly roots: readonly string[];
  /** What an extra of this field is seen doing: sentences that begin with a verb in the present. */
  readonly errands: readonly string[];
}
