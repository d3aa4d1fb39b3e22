/**
 * An inner life whose parts belong together: what someone is like, what is wrong, why, and how it may change.
 * Templates are those of grammar.ts.
 */
export interface Core {
  readonly archetype: string;
  /** Fits one who stands against the lead. */
  readonly dark?: true;
  /** The youngest at which it is believed; drawn ages are raised to it. */
  readonly from?: number;
  /** Adjectives; any may stand before a job. Parted by ", ". */
  readonly traits: string;
  readonly strengths: string;
  readonly values: string;
  /** Begins with a verb in the present; the subject is understood. */
  readonly flaw: string;
  /** Completes "who wants … but": a verb in the present, third person singular, without pronouns of the person. */
  readonly but: string;
  /** A noun phrase. */
  readonly fear: string;
  /** "that …": what they wrongly believe. */
  readonly lie: string;
  /** "to …" */
  readonly need: string;
  /** Whole sentence. */
  readonly wound: string;
  /** Begins with a verb in the present; the subject is understood. */
  readonly motive: string;
  /** Whole sentence: start → turn → end. */
  readonly arc: string;
  /** Begins with a verb in the present; the subject is understood. */
  readonly habit: string;
}
