import { type Aside, readAsideId } from "../../chat/aside.ts";
import { lateWords } from "../../chat/choice-standing.ts";
import { choiceDetails } from "../../chat/choice-words.ts";
import { onceEach } from "../../chat/once-each.ts";
import type { ChoicesBlock } from "../../chat/reply.ts";
import { unpingedBlocks } from "../../chat/unpinged.ts";
import { splitText } from "../../lib/split-text.ts";
import type { Receiver } from "../../ports/platform.ts";
import { readActions } from "./actions-body.ts";
import { pageActions, pageTitle } from "./buttons.ts";
import { sayView } from "./form-view.ts";
import { placeOfPress } from "./inbound.ts";
import type { TellAlone, Told } from "./lasting-respond.ts";
import type { Link } from "./link.ts";
import { toMrkdwn } from "./markup.ts";
import type { ActionsBody } from "./payload.ts";

const GONE = "These choices are no longer there. Type /workflow to see what can be done next.";
const TEXT_PIECE = 2_900;

/** How a press is answered that asks for more of some choices; undefined for another one. */
export function asideAnswer(
  body: unknown,
): ((link: Link, receiver: Receiver, respond: TellAlone | undefined) => Promise<void>) | undefined {
  const { success, data } = readActions(body);
  const aside = success ? readAsideId(data.actions[0]?.action_id ?? "") : undefined;
  if (!success || !aside) return undefined;
  return async ({ web }, receiver, respond) => {
    const choices = await choicesOf(aside, receiver);
    const tell = (told: Pick<Told, "text"> & Partial<Told>) =>
      respond?.({ response_type: "ephemeral", replace_original: false, ...threadOf(data), ...told });
    if (aside.type === "details") {
      for (const text of detailPieces(choices)) await tell({ text });
      return;
    }
    if (aside.type === "page") {
      await tell(pageOf(choices, aside, data));
      return;
    }
    const choice = choices.find(({ id }) => id === aside.choice_id);
    const late = choice === undefined ? GONE : lateWords(choice);
    if (choice?.asks === undefined || late !== undefined || !data.trigger_id || !data.channel) {
      await tell({ text: toMrkdwn(late ?? GONE) });
      return;
    }
    const place = placeOfPress(data, data.team?.id ?? data.user.team_id ?? "", data.channel.id);
    await web.views.open({ trigger_id: data.trigger_id, view: sayView(choice.label, choice.asks, place) });
  };
}

function detailPieces(choices: ChoicesBlock["choices"]): string[] {
  const pieces = splitText(toMrkdwn(choiceDetails(choices)), TEXT_PIECE);
  return pieces.length > 0 ? pieces : [GONE];
}

/** The page in a message for the presser alone: a new one, or in place of the page they pressed on. */
function pageOf(
  choices: ChoicesBlock["choices"],
  aside: Aside & { type: "page" },
  body: ActionsBody,
): Pick<Told, "text" | "replace_original" | "blocks"> {
  const { message_id, block, page } = aside;
  const fromPrivate = body.container?.is_ephemeral ?? false;
  const title = pageTitle(choices, page);
  const thread = aside.thread ?? threadOf(body).thread_ts;
  const actions = pageActions(choices, { message_id, block, thread }, page);
  return {
    replace_original: fromPrivate,
    text: title ?? GONE,
    blocks: [{ type: "section", text: { type: "mrkdwn", text: title ?? GONE } }, ...actions],
  };
}

/** What is told about a message in a thread is told there. */
function threadOf({ message, container }: ActionsBody): { thread_ts?: string } {
  const thread_ts = message?.thread_ts ?? container?.thread_ts;
  return thread_ts === undefined || thread_ts === message?.ts ? {} : { thread_ts };
}

async function choicesOf({ message_id, block }: Aside, receiver: Receiver): Promise<ChoicesBlock["choices"]> {
  const message = await receiver.message?.(message_id);
  const found = message && onceEach(message.blocks)[block];
  const [shown] = found?.type === "choices" ? unpingedBlocks([found]) : [];
  return shown?.type === "choices" ? shown.choices : [];
}
