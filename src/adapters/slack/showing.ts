import type { Clock } from "../../ports/clock.ts";
import { isRefusal } from "./failure.ts";
import type { Link } from "./link.ts";
import { filesIn, type Post, withoutPictures } from "./outbound.ts";
import type { PictureShelf } from "./pictures.ts";

/**
 * Slack looks at an uploaded file after it said that the upload is complete, and until then refuses messages that show
 * it (https://github.com/slackapi/slack-github-action/issues/413).
 */
const FILE_WAITS_MS = [250, 500, 1_000, 2_000, 4_000];

export type Showing = <T>(body: Post, show: (body: Post) => Promise<T>) => Promise<T>;

/** Shows a post with its pictures as soon as Slack takes them, in words when it never does. */
export function createShowing({ bolt }: Link, clock: Clock, shelf: PictureShelf): Showing {
  return async (body, show) => {
    const files = filesIn(body);
    if (files.length === 0) return show(body);
    for (const wait of FILE_WAITS_MS) {
      try {
        return await show(body);
      } catch (error) {
        if (!isRefusal(error, "invalid_blocks", bolt)) throw error;
      }
      await new Promise<void>((resolve) => clock.after(wait, resolve));
    }
    shelf.forget(files);
    return show(withoutPictures(body));
  };
}
