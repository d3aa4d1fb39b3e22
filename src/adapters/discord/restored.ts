import type { Place } from "../../domain/session.ts";
import { allHeardAt } from "../../lib/all-heard-at.ts";
import type { KnownPlace, Mark } from "../../ports/hearing-store.ts";
import { snowflakeAt } from "./snowflake.ts";

const JUST_BEFORE_MS = 60_000;

/** How far places were heard in an earlier life, the surest first, and when all was heard last. */
export function restored(marks: readonly KnownPlace[]): { whole: Date | undefined; marks: Mark[] } {
  const whole = allHeardAt(marks);
  const markOf = (home: Place, { at, last }: Pick<KnownPlace, "at" | "last">): Mark => {
    const until = new Date(Math.min(at.getTime(), whole?.getTime() ?? at.getTime()));
    return { home, last: last ?? snowflakeAt(until.getTime() - JUST_BEFORE_MS), at: until };
  };
  // The call that opened a talk stands in the channel above it.
  const above = marks.flatMap(({ home: { thread, ...channel }, at }) =>
    thread === undefined ? [] : [markOf(channel, { at })],
  );
  return { whole, marks: [...marks.map((mark) => markOf(mark.home, mark)), ...above] };
}
