import type { webApi } from "@slack/bolt";
import type { Clock } from "../../ports/clock.ts";
import type { Link } from "./link.ts";

type User = NonNullable<webApi.UsersInfoResponse["user"]>;

/** https://docs.slack.dev/reference/methods/users.list: a thousand at a time. Of a larger workspace the others stay unknown. */
const PAGE = 1_000;
const MAX_PAGES = 5;
const AGAIN_AFTER_MS = 60_000;

/**
 * Reads the people of a workspace together, for when more of them speak at once than Slack tells of one by one. What is
 * asked meanwhile, and within a minute, is answered by the same reading.
 */
export function createEverybody({ web, team }: Pick<Link, "web" | "team">, clock: Clock) {
  let last: { readonly read: Promise<void>; readonly until: number } | undefined;
  const read = async (meet: (user: User) => void): Promise<void> => {
    let cursor: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const { members = [], response_metadata: next } = await web.users.list({
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
        ...(team === undefined ? {} : { team_id: team }),
      });
      for (const member of members) meet(member as User);
      cursor = next?.next_cursor || undefined;
      if (cursor === undefined) return;
    }
  };
  return (meet: (user: User) => void): Promise<void> => {
    const now = clock.now().getTime();
    if (!last || last.until <= now) last = { read: read(meet), until: now + AGAIN_AFTER_MS };
    return last.read;
  };
}
