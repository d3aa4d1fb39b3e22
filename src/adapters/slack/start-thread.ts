import type { Place } from "../../domain/session.ts";
import type { Link } from "./link.ts";
import { toMrkdwn } from "./markup.ts";

/** A thread on Slack hangs under a message: its title, which Backlot posts. */
export async function startThread({ web }: Pick<Link, "web">, channel: Place, title: string): Promise<Place> {
  const { ts = "" } = await web.chat.postMessage({
    channel: channel.channel,
    text: toMrkdwn(`**${title}**`),
    unfurl_links: false,
    unfurl_media: false,
  });
  return { ...channel, thread: ts };
}
