import type { APIInteractionResponse } from "discord.js";
import type { BoundCommand } from "../../chat/command.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import { openedForm, readOpeningId } from "../../chat/opening.ts";
import type { TurnView } from "../../chat/turn-record.ts";
import { unpinged } from "../../chat/unpinged.ts";
import { within } from "../../lib/within.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Receiver } from "../../ports/platform.ts";
import { buttonRows, plainButton, type Row } from "./buttons.ts";
import { openerId } from "./form-id.ts";
import { formModal } from "./form-modal.ts";
import type { InteractionPayload } from "./payload.ts";

const MODAL = 9;
/** Discord shows an error to whoever waits longer than three seconds, and takes a modal as the first answer only. */
const OPEN_WITHIN_MS = 1_800;

/** Whether a press or a command is to open a form. */
export const isOpening = (
  { data }: InteractionPayload,
  event: InboundEvent,
  commands: readonly Pick<BoundCommand, "name" | "opens">[],
): boolean =>
  event.type === "command"
    ? commands.find(({ name }) => name === event.command)?.opens?.(event.options) === true
    : readOpeningId(data?.custom_id ?? "") !== undefined;

/** The modal that a press came to; undefined where it came to something else, or is not known in time. Never rejects. */
export async function openedModal(
  { id }: InboundEvent,
  taken: Promise<unknown>,
  receiver: Receiver,
  clock: Clock,
): Promise<APIInteractionResponse | undefined> {
  const known = taken.then(() => receiver.finished(id, OPEN_WITHIN_MS)).catch(() => undefined);
  const view = await within(clock, OPEN_WITHIN_MS, known);
  const opened = view && openedForm(view);
  return opened && { type: MODAL, data: formModal(opened.form, { ...opened.at, page: 0 }) };
}

/** A form that came too late to open at once: the presser opens it with a button of their own. */
export function lateForm(
  view: TurnView,
): readonly { readonly content: string; readonly components: Row[] }[] | undefined {
  const opened = openedForm(view);
  if (!opened) return undefined;
  const opener = plainButton(openerId({ ...opened.at, page: 0 }), "Fill in");
  return [
    { content: `**${unpinged(opened.form.title)}** is ready to fill in.`, components: buttonRows([opener]) },
  ];
}
