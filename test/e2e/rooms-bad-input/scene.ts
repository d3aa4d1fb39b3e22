import type { Corner, Stage, Told } from "./stage.ts";

/** Does what cannot be, as often as one likes. */
export interface Ready {
  go(): Promise<Told | undefined>;
  /** Where an answer for all would stand; the film's thread unless said. */
  readonly at?: Corner;
}

/** Something that cannot be, what the one line about it says, and how it is logged: once each time, or not at all. */
export interface Scene {
  readonly what: string;
  ready(stage: Stage): Promise<Ready>;
  readonly says: RegExp;
  readonly logs: { readonly level: number; readonly msg: RegExp } | "nothing";
}

const INFO = 30;
export const REFUSED = { level: INFO, msg: /^a person was told what does not fit$/ };
export const NOT_TAKEN = { level: INFO, msg: /^a person was told which file is not taken$/ };

/** A line that ends with what to do. */
export const A_WAY_ON =
  /\b(?:Ask|Choose|Invite|Make|Name|Post|Put|Save|Say|Tell|Type|Which one is this for|What happens next)\b[^\n]*$/;
