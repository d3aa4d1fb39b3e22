import type { Change } from "./change.ts";

/** The entry that took a removed one in, when the turn made the two one. */
export const takerOf = ({ kind }: Change, changes: readonly Change[]): string | undefined =>
  changes.find((each) => each.action === "merged" && each.kind === kind)?.name;
