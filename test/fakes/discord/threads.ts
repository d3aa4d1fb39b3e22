import {
  type Answer,
  type Body,
  MISSING_PERMISSIONS,
  type RestParts,
  refuse,
  UNKNOWN_CHANNEL,
  UNKNOWN_MESSAGE,
} from "./answers.ts";
import { type FakeChannel, PUBLIC_THREAD } from "./world.ts";

export function openThread(
  { world, gateway }: RestParts,
  [channelId = "", id = ""]: string[],
  body: Body,
): Answer {
  const parent = world.channel(channelId);
  if (!parent) return UNKNOWN_CHANNEL;
  if (!world.message(channelId, id)) return UNKNOWN_MESSAGE;
  if (parent.name.includes("no-threads")) return MISSING_PERMISSIONS;
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
