import type { Place } from "../../domain/session.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { DeliveryFailure, Platform } from "../../ports/platform.ts";
import { isRefusal } from "./failure.ts";
import type { Link } from "./link.ts";

const WORKING = "is working on it…";
/** Slack takes a status away after two minutes (https://docs.slack.dev/reference/methods/assistant.threads.setStatus). */
const SHOWS = { afterMs: 1_000, everyMs: 90_000 };
const OFF_MS = 3_600_000;
/** What says nothing of the workspace: this thread is gone or closed. */
const OF_THIS_THREAD = [
  "channel_not_found",
  "invalid_thread_ts",
  "is_archived",
  "not_in_channel",
  "thread_not_found",
];

type Status = Required<Pick<Platform, "typing" | "typingEnds" | "typingShows">>;

interface StatusParts {
  readonly call: <T>(place: Place, work: (link: Link) => Promise<T>) => Promise<T>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Shows in a thread that Backlot works. A workspace where that may not be is asked again after an hour. */
export function createStatus({ call, clock, logger }: StatusParts): Status {
  const off = new Map<string, number>();
  const show = (place: Place, status: string): void => {
    const { channel, thread, workspace } = place;
    if (thread === undefined || (off.get(workspace) ?? 0) > clock.now().getTime()) return;
    call(place, ({ web, bolt }) =>
      web.assistant.threads
        .setStatus({ channel_id: channel, thread_ts: thread, status })
        .catch((error: unknown) => {
          if (!OF_THIS_THREAD.some((code) => isRefusal(error, code, bolt))) throw error;
        }),
    ).catch((error: DeliveryFailure) => {
      if (!error.final) return;
      if (!off.has(workspace))
        logger.warn({ err: error, workspace }, "Slack shows no status here; it is left out");
      off.set(workspace, clock.now().getTime() + OFF_MS);
    });
  };
  return {
    typing: (place) => show(place, WORKING),
    typingEnds: (place) => show(place, ""),
    typingShows: SHOWS,
  };
}
