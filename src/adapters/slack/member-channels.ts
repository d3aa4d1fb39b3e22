import type { Link } from "./link.ts";

/** As many as Slack tells at once. */
const MOST = 999;

type Ask = <T>(work: () => Promise<T>) => Promise<T>;

/** The channels and direct messages of a workspace that Backlot is in (https://docs.slack.dev/reference/methods/users.conversations). */
export async function memberChannels({ web, team }: Link, ask: Ask): Promise<string[]> {
  const { channels = [] } = await ask(() =>
    web.users.conversations({
      types: "public_channel,private_channel,mpim,im",
      exclude_archived: true,
      limit: MOST,
      ...(team === undefined ? {} : { team_id: team }),
    }),
  );
  return channels.flatMap(({ id }) => id ?? []);
}
