import type { Offer } from "../choice.ts";

/** Why something cannot be done now: the cause, what is missing (counted), and legal ways forward. */
export interface Refusal {
  readonly ok: false;
  readonly reason: string;
  readonly missing: readonly string[];
  readonly offers: readonly Offer[];
}

export type Verdict = { readonly ok: true } | Refusal;
