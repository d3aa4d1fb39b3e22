import type { PublicChange } from "../../../chat/frame.ts";
import type { Change } from "../../../domain/bible/change.ts";

/** Without the whole entry before and after: `fields` says what changed. */
export function publicChange({ before: _before, after: _after, ...change }: Change): PublicChange {
  return change;
}
