import { choiceDetails } from "../../chat/markdown.ts";
import type { Receiver } from "../../ports/platform.ts";

export const DETAILS_PREFIX = "details:";

const GONE = "These choices are no longer there. Type /workflow to see what can be done next.";

/** The id of the button that tells more of a message's choices. It names the message, so it outlives a restart. */
export const detailsId = (messageId: string, block: number): string =>
  `${DETAILS_PREFIX}${messageId}:${block}`;

/** What such a button tells; undefined for the id of another one. */
export async function detailsOf(customId: string, receiver: Receiver): Promise<string | undefined> {
  const [, messageId, block] = /^details:(.+):(\d+)$/.exec(customId) ?? [];
  if (messageId === undefined) return undefined;
  const choices = (await receiver.message?.(messageId))?.blocks[Number(block)];
  return (choices?.type === "choices" && choiceDetails(choices.choices)) || GONE;
}
