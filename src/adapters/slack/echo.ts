import type { InboundEvent } from "../../chat/inbound-event.ts";
import { unpinged } from "../../chat/unpinged.ts";
import type { Link } from "./link.ts";
import { escapeMarkup } from "./markup.ts";

/** Shows the others what somebody said in a form of their own, as they would have seen it typed. */
export async function echo(
  { web }: Pick<Link, "web">,
  { place, person, text }: InboundEvent & { type: "message" },
): Promise<void> {
  const said = escapeMarkup(unpinged(text)).replace(/^/gm, "> ");
  const words = `*${escapeMarkup(unpinged(person.name ?? "Somebody"))}:*\n${said}`;
  await web.chat.postMessage({
    channel: place.channel,
    ...(place.thread === undefined ? {} : { thread_ts: place.thread }),
    text: words,
    unfurl_links: false,
    unfurl_media: false,
  });
}
