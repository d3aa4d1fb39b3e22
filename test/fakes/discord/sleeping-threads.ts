import {
  type Answer,
  type Body,
  MISSING_PERMISSIONS,
  ok,
  type RestParts,
  refuse,
  UNKNOWN_CHANNEL,
} from "./answers.ts";
import type { FakeChannel, World } from "./world.ts";

// https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes
const ARCHIVED = refuse(400, 50_083, "Tried to perform an operation on an archived thread");
const LOCKED = refuse(400, 160_005, "This thread is locked");
const NOT_TO_THEM = refuse(403, 50_007, "Cannot send messages to this user");

/** What keeps the bot from writing in a thread; a post opens an archived one that is not locked. */
export function wake(world: World, channel: FakeChannel): Answer | undefined {
  const person = [...world.directs].find(([, id]) => id === channel.id)?.[0];
  if (person !== undefined && world.deaf.has(person)) return NOT_TO_THEM;
  if (channel.locked) return channel.archivedAt === undefined ? LOCKED : ARCHIVED;
  channel.archivedAt = undefined;
  return undefined;
}

/** In an archived thread nothing is changed. */
export const asleep = (channel: FakeChannel | undefined): Answer | undefined =>
  channel?.archivedAt === undefined ? undefined : ARCHIVED;

/** https://docs.discord.com/developers/resources/channel#modify-channel, for threads alone. */
export function modifyThread({ world }: RestParts, [id = ""]: string[], body: Body): Answer {
  const channel = world.channel(id);
  if (!channel) return UNKNOWN_CHANNEL;
  if (channel.locked) return MISSING_PERMISSIONS;
  if (body.archived === false) channel.archivedAt = undefined;
  return ok(world.channelJson(channel));
}

/** https://docs.discord.com/developers/resources/user#create-dm */
export function openDirect({ world }: RestParts, _: string[], body: Body): Answer {
  const person = String(body.recipient_id);
  if (!world.people.has(person)) return refuse(400, 50_033, "Invalid Recipient(s)");
  const id = world.directs.get(person) ?? world.nextId();
  if (!world.directs.has(person)) {
    world.directs.set(person, id);
    world.channels.set(id, { id, type: 1, name: "direct", parent_id: null, owner_id: null, messages: [] });
  }
  return ok({ id, type: 1, last_message_id: null, recipients: [] });
}
