import { z } from "zod";
import { readAsideId } from "../../chat/aside.ts";
import type { BoundCommand } from "../../chat/command.ts";
import { parseCommandLine } from "../../chat/command-line.ts";
import type { Heard } from "../../chat/heard.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import { Place } from "../../domain/session.ts";
import { readActions } from "./actions-body.ts";
import { UMBRELLA } from "./commands.ts";
import { FORM_PREFIX, type FormPlace, SAY_VIEW } from "./form-view.ts";
import { messageInbound } from "./message-inbound.ts";
import { type ActionsBody, CommandBody, EventBody, ViewBody } from "./payload.ts";
import { placeOf } from "./place.ts";
import { fromMarkup } from "./read-markup.ts";

/** How the ids of messages begin that were said in a view, where nobody else saw them. */
export const SAID_IN_VIEW = "slack:said:";
/** How the ids of submitted forms begin. */
export const SENT_FORM = "slack:form:";

export interface Surroundings {
  /** The bot's user id. */
  readonly selfId: string;
  readonly commands: readonly BoundCommand[];
  /** For payloads that do not say when they happened. */
  readonly now: Date;
}

/**
 * Turns a request of Slack's into what Backlot hears, or undefined when it is nothing to it. Never throws. Payloads do
 * not say what a person may do: everyone has the least role that can work until `People` knows better.
 */
export function inbound(body: unknown, around: Surroundings): Heard | undefined {
  const event = isEvent(body) ? EventBody.safeParse(body) : undefined;
  if (event?.success) return messageInbound(event.data, around.selfId);
  const made = command(body, around) ?? choice(body, around) ?? form(body, around);
  return made && { type: "event", event: made, addressed: true };
}

/** Seen at a glance: an attempt to read what is none costs more than reading one. */
const isEvent = (body: unknown): boolean => typeof body === "object" && body !== null && "event" in body;

function command(body: unknown, around: Surroundings): InboundEvent | undefined {
  const { success, data } = CommandBody.safeParse(body);
  if (!success) return undefined;
  const line = lineOf(data.command, fromMarkup(data.text, around.selfId));
  const base = {
    id: `slack:command:${data.trigger_id}`,
    place: placeOf(data.team_id, data.channel_id),
    person: personOf(data.user_id, data.user_name),
    at: around.now.toISOString(),
    text: line,
  };
  try {
    const { command: found, options } = parseCommandLine(line, around.commands);
    return { ...base, type: "command", command: found.name, options };
  } catch {
    // What no command takes is told to the person in a turn, as it is when they type it as a message.
    return { ...base, type: "message" };
  }
}

/** `/backlot bulk characters 10` is `/bulk characters 10`, where an app may not have the short name. */
function lineOf(command: string, text: string): string {
  if (command !== `/${UMBRELLA}`) return `${command} ${text}`.trim();
  return text === "" ? "/help" : `/${text.replace(/^\//, "")}`;
}

/** Every press is an event of its own: whether the choice still acts, or is voted on, is not for Slack to say. */
function choice(body: unknown, around: Surroundings): InboundEvent | undefined {
  const { success, data } = readActions(body);
  const [action] = data?.actions ?? [];
  const team = data?.team?.id ?? data?.user.team_id;
  if (
    !success ||
    !action ||
    !data.channel ||
    team === undefined ||
    action.action_id.startsWith(FORM_PREFIX) ||
    readAsideId(action.action_id)
  ) {
    return undefined;
  }
  const pressed = action.selected_option?.value ?? action.value;
  if (!pressed) return undefined;
  return {
    id: `slack:choice:${pressed}:${data.user.id}:${action.action_ts ?? data.trigger_id ?? ""}`,
    type: "choice",
    choice_id: pressed,
    unique: true,
    place: placeOfPress(data, team, data.channel.id, listThread(action.action_id)),
    person: personOf(data.user.id, data.user.name),
    at: timeOf(action.action_ts) ?? around.now.toISOString(),
  };
}

/** A message for one person does not say where the choices stand; their list does. */
const listThread = (actionId: string): string | undefined => /^menu:.*@([\d.]+)$/.exec(actionId)?.[1];

/** A message that has answers carries its own time as its thread; it still stands in the channel. `known`: its thread. */
export function placeOfPress({ message }: ActionsBody, team: string, channel: string, known?: string): Place {
  const thread = message?.thread_ts === message?.ts ? undefined : message?.thread_ts;
  return placeOf(team, channel, known ?? thread);
}

function form(body: unknown, around: Pick<Surroundings, "now">): InboundEvent | undefined {
  const { success, data } = ViewBody.safeParse(body);
  const { callback_id, private_metadata } = data?.view ?? { callback_id: "", private_metadata: "" };
  if (!success || (callback_id !== SAY_VIEW && !callback_id.startsWith(FORM_PREFIX))) return undefined;
  const place = Place.safeParse(jsonOf(private_metadata));
  if (!place.success) return undefined;
  const values = Object.entries(data.view.state.values).map(([field, inputs]) => {
    const [input] = Object.values(inputs);
    return [field, input?.selected_option?.value ?? input?.value ?? ""] as const;
  });
  const base = {
    place: place.data,
    person: personOf(data.user.id, data.user.name),
    at: around.now.toISOString(),
  };
  if (callback_id === SAY_VIEW) {
    const text = (values[0]?.[1] ?? "").trim();
    return text === "" ? undefined : { ...base, id: `${SAID_IN_VIEW}${data.view.id}`, type: "message", text };
  }
  return {
    ...base,
    id: `${SENT_FORM}${keyOf(data)}`,
    type: "form",
    form_id: callback_id.slice(FORM_PREFIX.length),
    values: Object.fromEntries(values),
  };
}

/** A view that showed errors is sent again under its own id; each time it was somebody's act. */
const keyOf = ({ view, trigger_id }: z.infer<typeof ViewBody>): string =>
  trigger_id === undefined ? view.id : `${view.id}:${trigger_id}`;

/** A submitted form as its answer needs it. `key`: its event's id after `SENT_FORM`. */
export interface SentForm {
  readonly event_id: string;
  readonly key: string;
  readonly place: Place;
  readonly person_id: string;
  readonly values: Readonly<Record<string, string>>;
  readonly at: FormPlace | undefined;
}

export function sentForm(body: unknown): SentForm | undefined {
  const event = form(body, { now: new Date(0) });
  const { data } = ViewBody.safeParse(body);
  if (event?.type !== "form" || !data) return undefined;
  const { id, place, person, values } = event;
  const at = StandsAt.safeParse(jsonOf(data.view.private_metadata)).data?.form;
  return { event_id: id, key: keyOf(data), place, person_id: person.id, values, at };
}

const StandsAt = z.object({ form: z.object({ message_id: z.string(), block: z.int() }) });

const personOf = (id: string, name: string | undefined) => ({
  id,
  role: "writer" as const,
  ...(name ? { name } : {}),
});

function timeOf(ts: string | undefined): string | undefined {
  const seconds = Number(ts);
  return ts && Number.isFinite(seconds) ? new Date(seconds * 1_000).toISOString() : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
