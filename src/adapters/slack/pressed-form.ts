import { type OpenedForm, openedForm } from "../../chat/opening.ts";
import type { TurnView } from "../../chat/turn-record.ts";
import type { Place } from "../../domain/session.ts";
import type { Clock } from "../../ports/clock.ts";
import { readActions } from "./actions-body.ts";
import { plainButton } from "./buttons.ts";
import { formView, openerId } from "./form-view.ts";
import type { TellAlone } from "./lasting-respond.ts";
import type { Link } from "./link.ts";
import { toMrkdwn } from "./markup.ts";
import { CommandBody } from "./payload.ts";

/** Opens the form that a press came to before whoever pressed. */
export type OpenForm = (view: TurnView, place: Place) => Promise<void>;

/** A trigger opens a view for three seconds (https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses). */
const OPEN_WITHIN_MS = 2_400;

/**
 * How the form that this press or command comes to is opened: by its own trigger, and once that is over by a button for
 * who pressed, or gave the command, alone.
 */
export function pressedForm(
  body: unknown,
  { web }: Pick<Link, "web">,
  clock: Clock,
  respond: TellAlone | undefined,
): OpenForm | undefined {
  const trigger_id = readActions(body).data?.trigger_id ?? CommandBody.safeParse(body).data?.trigger_id;
  if (trigger_id === undefined) return undefined;
  const heardAt = clock.now().getTime();
  return async (view, place) => {
    const opened = openedForm(view);
    if (!opened) return;
    if (clock.now().getTime() - heardAt > OPEN_WITHIN_MS) return offer(opened, place, respond);
    try {
      await web.views.open({ trigger_id, view: formView(opened.form, place, opened.at) });
    } catch (error) {
      await offer(opened, place, respond);
      throw error;
    }
  };
}

/** The same when the trigger is long over. */
export async function offerForm(view: TurnView, place: Place, respond: TellAlone): Promise<void> {
  const opened = openedForm(view);
  if (opened) await offer(opened, place, respond);
}

async function offer(
  { form, at }: OpenedForm,
  { thread }: Place,
  respond: TellAlone | undefined,
): Promise<void> {
  const text = toMrkdwn(`**${form.title}** is ready to fill in.`);
  await respond?.({
    response_type: "ephemeral",
    replace_original: false,
    text,
    blocks: [
      { type: "section", text: { type: "mrkdwn", text, verbatim: true } },
      { type: "actions", elements: [plainButton(openerId(at.message_id, at.block), "Fill in")] },
    ],
    ...(thread === undefined ? {} : { thread_ts: thread }),
  });
}
