import type { RespondFn } from "@slack/bolt";
import { choiceDetails } from "../../chat/markdown.ts";
import { splitText } from "../../lib/split-text.ts";
import type { Receiver } from "../../ports/platform.ts";
import { toMrkdwn } from "./markup.ts";
import { ActionsBody, DETAILS_PREFIX } from "./payload.ts";

const GONE = "These choices are no longer there. Type /workflow to see what can be done next.";
const TEXT_PIECE = 2_900;

/** The id of the button that tells more of a message's choices. It names the message, so it outlives a restart. */
export const detailsId = (messageId: string, block: number): string =>
  `${DETAILS_PREFIX}${messageId}:${block}`;

/** Whether a press asks for more about choices, and the way to tell it: to the presser alone. */
export function detailsTeller(
  body: unknown,
): ((respond: RespondFn | undefined, receiver: Receiver) => Promise<void>) | undefined {
  const { success, data } = ActionsBody.safeParse(body);
  const [, messageId, block] = /^details:(.+):(\d+)$/.exec(data?.actions[0]?.action_id ?? "") ?? [];
  if (!success || messageId === undefined) return undefined;
  const { thread_ts, ts } = data.message ?? {};
  const thread = thread_ts === undefined || thread_ts === ts ? {} : { thread_ts };
  return async (respond, receiver) => {
    const choices = (await receiver.message?.(messageId))?.blocks[Number(block)];
    const told = (choices?.type === "choices" && choiceDetails(choices.choices)) || GONE;
    for (const text of splitText(toMrkdwn(told), TEXT_PIECE))
      await respond?.({ response_type: "ephemeral", replace_original: false, text, ...thread });
  };
}
