import type { APIInteractionResponse } from "discord.js";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { TurnView } from "../../chat/turn-record.ts";
import { unpinged } from "../../chat/unpinged.ts";
import { splitText } from "../../lib/split-text.ts";
import type { Receiver } from "../../ports/platform.ts";
import { buttonRows, plainButton, type Row } from "./buttons.ts";
import { eventOf, type FormPage, openerId, readSentId, type SentPage, saveId } from "./form-id.ts";
import { formModal } from "./form-modal.ts";

const MESSAGE = 4;
const MODAL = 9;
const PRIVATE = 1 << 6;
const MAX_CONTENT = 1_900;
const GONE = "This form is no longer there. Ask for it again, or say the change in words.";
/** What filling in again can mend. */
const MENDABLE = new Set(["bad_request", "invalid", "conflict", "blocked", "too_large"]);

/** The modal that a button opens, with what this person typed into it before; words where the form is gone. */
export async function formResponse(
  at: FormPage,
  personId: string,
  receiver: Receiver,
): Promise<APIInteractionResponse> {
  const [message, typed] = await Promise.all([
    receiver.message?.(at.message_id),
    at.before === undefined ? undefined : receiver.typed?.(eventOf(at.before), personId),
  ]);
  const form = message?.blocks[at.block];
  if (form?.type !== "form") return { type: MESSAGE, data: { content: GONE, flags: PRIVATE } };
  return { type: MODAL, data: formModal(form, at, typed) };
}

/** What is told to the person alone after they sent a page of a form, with the ways on. */
export function formFollowUps(
  customId: string,
  interaction: string,
  event: InboundEvent & { type: "form" },
  view: TurnView,
): readonly { readonly content: string; readonly components: Row[] }[] {
  const at = readSentId(customId)?.at;
  const pieces = splitText(unpinged(view.reply.text), MAX_CONTENT);
  const buttons = at === undefined ? [] : waysOn({ ...at, before: interaction }, event, view);
  return pieces.map((content, index) => ({
    content,
    components: index === pieces.length - 1 ? buttonRows(buttons) : [],
  }));
}

function waysOn(at: SentPage, { part }: InboundEvent & { type: "form" }, { error }: TurnView) {
  if (error)
    return MENDABLE.has(error.code) ? [plainButton(openerId({ ...at, page: 0 }), "Fill in again")] : [];
  if (part?.last !== false) return [];
  return [
    plainButton(openerId({ ...at, page: at.page + 1 }), `Go on: ${at.page + 2} of ${at.pages}`),
    plainButton(saveId(at), "Save now"),
  ];
}
