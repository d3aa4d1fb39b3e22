import type { APIMessage } from "discord.js";
import type { Person, World } from "./world.ts";

export interface Saying {
  readonly id?: string;
  readonly replyTo?: string;
  readonly attachments?: readonly Record<string, unknown>[];
  readonly poll?: Record<string, unknown>;
  readonly sticker_items?: readonly Record<string, unknown>[];
}

/** A message as Discord tells it when a person says something. */
export function personsMessage(
  world: World,
  channelId: string,
  person: Person,
  text: string,
  { id = world.nextId(), replyTo, attachments = [], ...shown }: Saying,
): APIMessage {
  const referenced = replyTo === undefined ? undefined : world.message(channelId, replyTo);
  return {
    id,
    channel_id: channelId,
    type: referenced ? 19 : 0,
    author: world.user(person),
    content: text,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [...world.people.values()]
      .filter(({ id }) => text.includes(`<@${id}>`))
      .map((one) => world.user(one)),
    mention_roles: [],
    attachments,
    embeds: [],
    components: [],
    pinned: false,
    flags: 0,
    ...shown,
    ...(referenced
      ? {
          message_reference: { message_id: referenced.id, channel_id: channelId },
          referenced_message: referenced,
        }
      : {}),
  } as unknown as APIMessage;
}
