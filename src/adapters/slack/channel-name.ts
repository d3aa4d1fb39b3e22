import type { Place } from "../../domain/session.ts";
import type { Link } from "./link.ts";

/** As the workspace calls it. A direct message has no name, and neither has a channel that Backlot may not read of. */
export async function channelName(
  { web }: Pick<Link, "web">,
  { channel }: Place,
): Promise<string | undefined> {
  try {
    const { channel: found } = await web.conversations.info({ channel });
    return found?.is_im || found?.is_mpim ? undefined : found?.name;
  } catch {
    return undefined;
  }
}
