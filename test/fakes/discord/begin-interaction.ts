import { DIRECT, type FakeChannel, type Interaction, type Person, type World } from "./world.ts";

const AUTOCOMPLETE = 4;

/** An interaction that begins now, and how Discord tells the bot of it. */
export function beginInteraction(
  world: World,
  person: Person,
  channel: FakeChannel,
  what: Readonly<Record<string, unknown>>,
): { begin: Interaction; payload: Record<string, unknown> } {
  const channelId = channel.id;
  const begin: Interaction = {
    id: world.nextId(),
    token: `token-${world.nextId()}`,
    channel_id: channelId,
    person,
    beganAt: performance.now(),
    whispers: [],
    privately: [],
    message: what.message,
    typing: what.type === AUTOCOMPLETE,
    answered: Promise.withResolvers<void>(),
  };
  const user = world.user(person);
  const who =
    channel.type === DIRECT
      ? { user }
      : {
          guild_id: world.guildId,
          member: {
            ...world.member(person),
            user,
            permissions: String(world.permissions(person)),
          },
        };
  const payload = {
    ...what,
    ...who,
    id: begin.id,
    token: begin.token,
    application_id: world.applicationId,
    channel_id: channelId,
    channel: world.channelJson(channel),
    app_permissions: String(world.permissions(world.bot)),
    version: 1,
    locale: "en-US",
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: 10_485_760,
  };
  return { begin, payload };
}
