import type {
  APIInteractionResponse,
  APIModalInteractionResponseCallbackData,
  RESTPatchAPIWebhookWithTokenMessageJSONBody,
} from "discord.js";
import type { Aside } from "../../chat/aside.ts";
import { lateWords } from "../../chat/choice-standing.ts";
import { choiceDetails } from "../../chat/choice-words.ts";
import { onceEach } from "../../chat/once-each.ts";
import type { ChoicesBlock } from "../../chat/reply.ts";
import { unpingedBlocks } from "../../chat/unpinged.ts";
import { splitText } from "../../lib/split-text.ts";
import type { Receiver } from "../../ports/platform.ts";
import { pageRows, pageTitle } from "./buttons.ts";
import { sayModal } from "./form-modal.ts";

const MESSAGE_LATER = 5;
const UPDATE_LATER = 6;
const MESSAGE = 4;
const MODAL = 9;
const PRIVATE = 1 << 6;
const MAX_CONTENT = 1_900;
const GONE = "These choices are no longer there. Type /workflow to see what can be done next.";

/** What a press that asks for more of some choices is answered with at once: a modal cannot follow later, so it is the one that waits. */
export async function asideResponse(
  aside: Aside,
  receiver: Receiver,
  fromPrivate: boolean,
): Promise<APIInteractionResponse> {
  if (aside.type === "details") return { type: MESSAGE_LATER, data: { flags: PRIVATE } };
  if (aside.type === "page")
    return fromPrivate ? { type: UPDATE_LATER } : { type: MESSAGE_LATER, data: { flags: PRIVATE } };
  const choice = (await choicesOf(aside, receiver)).find(({ id }) => id === aside.choice_id);
  const late = choice === undefined ? GONE : lateWords(choice);
  if (choice?.asks === undefined || late !== undefined)
    return { type: MESSAGE, data: { content: late ?? GONE, flags: PRIVATE } };
  const data: APIModalInteractionResponseCallbackData = sayModal(choice.label, choice.asks);
  return { type: MODAL, data };
}

type Told = Pick<RESTPatchAPIWebhookWithTokenMessageJSONBody, "content" | "components" | "allowed_mentions">;

/** What then stands in the message for the presser alone, and in messages after it. `thread`: see `Aside`. */
export async function asideMessages(
  aside: Aside,
  receiver: Receiver,
  thread: string | undefined,
): Promise<[Told, ...Told[]] | undefined> {
  if (aside.type === "say") return undefined;
  const choices = await choicesOf(aside, receiver);
  const nobody = { allowed_mentions: { parse: [] } };
  if (aside.type === "page") {
    const { message_id, block, page } = aside;
    const title = pageTitle(choices, page);
    const at = { message_id, block, thread: aside.thread ?? thread };
    return [{ content: title ?? GONE, components: title ? pageRows(choices, at, page) : [], ...nobody }];
  }
  const [first = GONE, ...rest] = splitText(choiceDetails(choices), MAX_CONTENT);
  return [{ content: first, ...nobody }, ...rest.map((content) => ({ content, ...nobody }))];
}

async function choicesOf({ message_id, block }: Aside, receiver: Receiver): Promise<ChoicesBlock["choices"]> {
  const message = await receiver.message?.(message_id);
  const found = message && onceEach(message.blocks)[block];
  const [shown] = found?.type === "choices" ? unpingedBlocks([found]) : [];
  return shown?.type === "choices" ? shown.choices : [];
}
