import { ago } from "../../lib/ago.ts";
import type { HeldEvents } from "../../ports/hearing-store.ts";

/** The one line that tells of what was said while nobody listened. */
export function missedLine({ count, first, last, people }: HeldEvents, more: boolean, now: Date): string {
  const what = count === 1 ? "a message for me came in" : `${count} messages for me came in`;
  const from = people.length === 0 ? "" : `, from ${listed(people)}`;
  const when = count === 1 ? ago(last, now) : `the first ${ago(first, now)}`;
  const rest = more ? " There was more than I could read back." : "";
  return `While I was away, ${what}${from} (${when}). I have not answered ${count === 1 ? "it" : "them one by one"}.${rest}`;
}

/** The store names no more than four. */
function listed(people: readonly string[]): string {
  const shown = people.length > 3 ? [...people.slice(0, 3), "others"] : [...people];
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
