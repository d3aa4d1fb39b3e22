import { type Answer, type Body, ok, type RestParts, refuse, UNKNOWN_CHANNEL } from "./answers.ts";
import { takesNoWords } from "./messages.ts";
import { forbidden } from "./permissions.ts";
import { PRIVATE_THREAD, PUBLIC_THREAD } from "./world.ts";

const MAX_PAGE = 100;

/** Messages after or before an id, or the newest; told newest first, whichever was asked. */
export function readMessages({ world }: RestParts, [id = ""]: string[], query: Body): Answer {
  const channel = world.channel(id);
  if (!channel) return UNKNOWN_CHANNEL;
  if (takesNoWords(channel)) return refuse(400, 50_024, "Cannot execute action on this channel type");
  const limit = Number(query.limit ?? 50);
  if (!(limit >= 1 && limit <= MAX_PAGE)) return refuse(400, 50_035, "limit: 1 to 100");
  world.reads.push(id);
  // https://docs.discord.com/developers/resources/message#get-channel-messages: no error, and no messages.
  if (forbidden(world, channel, "history")) return ok([]);
  const { after, before } = query;
  const found = channel.messages.filter(
    (message) =>
      (after === undefined || BigInt(message.id) > BigInt(String(after))) &&
      (before === undefined || BigInt(message.id) < BigInt(String(before))),
  );
  const page = after === undefined ? found.slice(-limit) : found.slice(0, limit);
  // History says nothing of the guild or of the author as a member of it.
  return ok(page.toReversed());
}

/** Latest archived first. */
export function archivedThreads({ world }: RestParts, [id = ""]: string[], query: Body): Answer {
  if (!world.channel(id)) return UNKNOWN_CHANNEL;
  const before = query.before === undefined ? Number.POSITIVE_INFINITY : Date.parse(String(query.before));
  const limit = Number(query.limit ?? 50);
  const threads = [...world.channels.values()]
    .filter(({ type }) => type === PUBLIC_THREAD)
    .filter(({ parent_id, archivedAt }) => parent_id === id && Date.parse(archivedAt ?? "") < before)
    .toSorted((a, b) => Date.parse(b.archivedAt ?? "") - Date.parse(a.archivedAt ?? ""));
  return ok({
    threads: threads.slice(0, limit).map((thread) => world.channelJson(thread)),
    members: [],
    has_more: threads.length > limit,
  });
}

/** Private threads that the bot is in, the newest first: https://docs.discord.com/developers/resources/channel#list-joined-private-archived-threads */
export function joinedThreads({ world }: RestParts, [id = ""]: string[], query: Body): Answer {
  if (!world.channel(id)) return UNKNOWN_CHANNEL;
  const before = query.before === undefined ? undefined : BigInt(String(query.before));
  const limit = Number(query.limit ?? 50);
  const threads = [...world.channels.values()]
    .filter(({ type, parent_id }) => type === PRIVATE_THREAD && parent_id === id)
    .filter((thread) => thread.archivedAt !== undefined && (!before || BigInt(thread.id) < before))
    .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  return ok({
    threads: threads.slice(0, limit).map((thread) => world.channelJson(thread)),
    members: [],
    has_more: threads.length > limit,
  });
}

export function getMember({ world }: RestParts, [guild = "", id = ""]: string[]): Answer {
  world.memberReads += 1;
  const person = world.people.get(id);
  if (guild !== world.guildId || !person) return refuse(404, 10_007, "Unknown Member");
  return ok({ ...world.member(person), user: world.user(person) });
}
