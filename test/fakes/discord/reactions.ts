import { type Answer, type RestParts, refuse, UNKNOWN_MESSAGE } from "./answers.ts";
import { forbidden } from "./permissions.ts";

const UNKNOWN_EMOJI = refuse(400, 10_014, "Unknown Emoji");

/** https://docs.discord.com/developers/resources/message#create-reaction: the emoji is one, and encoded in the address. */
export function react({ world }: RestParts, [channelId = "", id = "", emoji = ""]: string[]): Answer {
  const message = world.message(channelId, id);
  if (!message) return UNKNOWN_MESSAGE;
  const denied = forbidden(world, world.channel(channelId), "react");
  if (denied) return denied;
  const name = decodeURIComponent(emoji);
  if (!/^\p{Extended_Pictographic}\uFE0F?$/u.test(name)) return UNKNOWN_EMOJI;
  const there = world.reactions.get(id) ?? [];
  world.reactions.set(id, [...there.filter((one) => one !== name), name]);
  return { status: 204 };
}

export function unreact({ world }: RestParts, [channelId = "", id = "", emoji = ""]: string[]): Answer {
  if (!world.message(channelId, id)) return UNKNOWN_MESSAGE;
  const there = world.reactions.get(id) ?? [];
  const name = decodeURIComponent(emoji);
  if (!there.includes(name)) return UNKNOWN_EMOJI;
  world.reactions.set(
    id,
    there.filter((one) => one !== name),
  );
  return { status: 204 };
}
