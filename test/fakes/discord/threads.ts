import {
  type Answer,
  type Body,
  type RestParts,
  refuse,
  UNKNOWN_CHANNEL,
  UNKNOWN_MESSAGE,
} from "./answers.ts";
import { postMessage, takesNoWords } from "./messages.ts";
import { forbidden } from "./permissions.ts";
import { type FakeChannel, PUBLIC_THREAD } from "./world.ts";

export function openThread(
  { world, gateway }: RestParts,
  [channelId = "", id = ""]: string[],
  body: Body,
): Answer {
  const parent = world.channel(channelId);
  if (!parent) return UNKNOWN_CHANNEL;
  if (!world.message(channelId, id)) return UNKNOWN_MESSAGE;
  const denied = forbidden(world, parent, "threads");
  if (denied) return denied;
  if (world.channel(id)) return refuse(400, 160_004, "A thread has already been created for this message");
  const name = String(body.name ?? "");
  if (name.length < 1 || name.length > 100) return refuse(400, 50_035, "name: 1 to 100 characters");
  const thread: FakeChannel = {
    id,
    type: PUBLIC_THREAD,
    name,
    parent_id: channelId,
    owner_id: world.bot.id,
    messages: [],
  };
  world.channels.set(id, thread);
  gateway.dispatch("THREAD_CREATE", { ...world.channelJson(thread), newly_created: true });
  return { status: 201, body: world.channelJson(thread) };
}

/** A thread of no message has an id of its own (https://docs.discord.com/developers/resources/channel#start-thread-without-message). */
export function startThread(parts: RestParts, [channelId = ""]: string[], body: Body): Answer {
  const { world, gateway } = parts;
  const parent = world.channel(channelId);
  if (!parent) return UNKNOWN_CHANNEL;
  const denied = forbidden(world, parent, "threads");
  if (denied) return denied;
  const name = String(body.name ?? "");
  if (name.length < 1 || name.length > 100) return refuse(400, 50_035, "name: 1 to 100 characters");
  const first = takesNoWords(parent) ? (body.message as Body | undefined) : undefined;
  if (takesNoWords(parent) && !first) return refuse(400, 50_035, "message: This field is required");
  if (!first && body.type !== PUBLIC_THREAD)
    return refuse(400, 50_024, "Cannot execute action on this channel type");
  const thread: FakeChannel = {
    id: world.nextId(),
    type: PUBLIC_THREAD,
    name,
    parent_id: channelId,
    owner_id: world.bot.id,
    messages: [],
  };
  world.channels.set(thread.id, thread);
  gateway.dispatch("THREAD_CREATE", { ...world.channelJson(thread), newly_created: true });
  if (first) postMessage(parts, [thread.id], first, new Map());
  return { status: 201, body: world.channelJson(thread) };
}
