import type { Place } from "../../domain/session.ts";
import type { Mark, Marking } from "../../ports/platform.ts";
import { isRefusal } from "./failure.ts";
import type { Link } from "./link.ts";

const NAMES: Readonly<Record<Mark, string>> = {
  waits: "hourglass_flowing_sand",
  taken: "eyes",
  saved: "white_check_mark",
  failed: "warning",
};
// https://docs.slack.dev/reference/methods/reactions.add is tier 3, …/reactions.remove tier 2; some are left to others
const SETS = { count: 45, withinMs: 60_000 };
/** What takes no mark by itself; its neighbours may. */
const UNMARKABLE = ["thread_locked", "too_many_emoji", "too_many_reactions"];
const UNSETS = { count: 18, withinMs: 60_000 };

/** Marks what people say with reactions. */
export const createMarking = (
  call: <T>(place: Place, work: (link: Link) => Promise<T>) => Promise<T>,
): Marking => {
  const react =
    (method: "add" | "remove", done: string): Marking["set"] =>
    (place, timestamp, mark) =>
      call(place, async ({ web, bolt }) => {
        const { channel } = place;
        await web.reactions[method]({ channel, timestamp, name: NAMES[mark] }).catch((error: unknown) => {
          if (![done, ...UNMARKABLE].some((code) => isRefusal(error, code, bolt))) throw error;
        });
      });
  return {
    sets: SETS,
    unsets: UNSETS,
    set: react("add", "already_reacted"),
    unset: react("remove", "no_reaction"),
  };
};
