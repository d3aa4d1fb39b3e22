import type { Receiver } from "../../ports/platform.ts";
import { readActions } from "./actions-body.ts";
import { formView, readOpenerId } from "./form-view.ts";
import { placeOfPress, SENT_FORM } from "./inbound.ts";
import type { Link } from "./link.ts";

const GONE = "This form is no longer there. Ask for it again, or say the change in words.";

/** Whether a press asks for a form, and the way to open it: within three seconds, by the press's own trigger. */
export function formOpener(body: unknown): ((link: Link, receiver: Receiver) => Promise<void>) | undefined {
  const { success, data } = readActions(body);
  const opener = data?.actions[0] && readOpenerId(data.actions[0].action_id);
  const team = data?.team?.id ?? data?.user.team_id;
  if (!success || !opener || !data.channel || !data.trigger_id || team === undefined) return undefined;
  const { channel, trigger_id, user } = data;
  const place = placeOfPress(data, team, channel.id);
  return async ({ web }, receiver) => {
    const [message, typed] = await Promise.all([
      receiver.message?.(opener.message_id),
      opener.before === undefined ? undefined : receiver.typed?.(`${SENT_FORM}${opener.before}`, user.id),
    ]);
    const form = message?.blocks[opener.block];
    if (form?.type === "form") {
      await web.views.open({ trigger_id, view: formView(form, place, opener, typed) });
      return;
    }
    const thread = place.thread === undefined ? {} : { thread_ts: place.thread };
    await web.chat.postEphemeral({ channel: channel.id, user: user.id, text: GONE, ...thread });
  };
}
