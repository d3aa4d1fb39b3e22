import type { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import { DIRECT } from "../fakes/discord/world.ts";
import type { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { soon } from "../rooms/room.ts";

/** Something that cannot be, and what the one line about it says. */
export interface Case<T, R = Promise<void>> {
  readonly what: string;
  act(on: T): R;
  readonly says: RegExp;
}

/** What a person was told, asked as often as one likes. */
type Told = Promise<() => readonly string[]>;

const ADMINISTRATOR = 8n;

export const onDiscordAlone: readonly Case<FakeDiscord, Told>[] = [
  {
    what: "a writer asks for what takes a producer",
    act: async (fake) => {
      const { thread } = await film(fake);
      const before = fake.seen(thread).length;
      fake.say(thread, fake.person("Wim"), "/project decisions vote 3");
      return () => told(fake, thread).slice(before);
    },
    says: /takes the role producer\. Ask whoever manages this server/,
  },
  {
    what: "a channel that takes no words is told of to the person alone",
    act: async (fake) => {
      const ana = fake.person("Ira", ADMINISTRATOR);
      fake.say(fake.channel("read-only film"), ana, `${fake.mention} /jobs`);
      const direct = () => [...fake.world.channels.values()].find(({ type }) => type === DIRECT);
      return () => told(fake, direct()?.id ?? "");
    },
    says: /write|Send Messages/,
  },
  {
    what: "the thread is deleted before its answer, which is then given in a new one",
    act: async (fake) => {
      const { channel, thread, ana } = await film(fake);
      // The first try fails, so that the thread is gone at the second.
      fake.faults.push({
        method: "POST",
        path: new RegExp(`/channels/${thread}/messages$`),
        status: 503,
        times: 2,
      });
      fake.say(thread, ana, "/jobs");
      const gone = { id: thread, guild_id: fake.world.guildId, parent_id: channel, type: 11 };
      await soon(() => {
        if (fake.faults.some(({ times, path }) => times > 0 && path.source.includes(thread)))
          throw new Error("not tried");
      });
      fake.world.channels.delete(thread);
      fake.gateway.dispatch("THREAD_DELETE", gone);
      return () => [...told(fake, channel), ...told(fake, thread)];
    },
    says: /^(Nothing|No) /,
  },
  {
    what: "an archived thread is talked in again",
    act: async (fake) => {
      const { thread, ana } = await film(fake);
      const before = told(fake, thread).length;
      const archived = fake.world.channel(thread);
      if (archived) archived.archivedAt = new Date().toISOString();
      fake.say(thread, ana, "/jobs");
      return () => told(fake, thread).slice(before);
    },
    says: /^(Nothing|No) /,
  },
  {
    what: "a message is taken back before it is answered",
    act: async (fake) => {
      const { thread, ana } = await film(fake);
      const before = told(fake, thread).length;
      fake.erase(fake.say(thread, ana, "/jobs"));
      fake.say(thread, ana, "/jobs history");
      return () => told(fake, thread).slice(before).slice(-1);
    },
    says: /^(Nothing|No|Bulk) /,
  },
];

export const onSlackAlone: readonly Case<FakeSlack, Told>[] = [
  {
    what: "a guest asks for what takes a producer",
    act: async (fake) => {
      const { channel, ts } = await slackFilm(fake);
      const before = fake.seen(channel, ts).length;
      await fake.say(channel, fake.person("Gus", "guest"), "/project decisions vote 3", ts);
      return () => texts(fake, channel, ts).slice(before);
    },
    says: /takes the role producer\. Ask/,
  },
  {
    what: "forty thousand characters say nothing",
    act: async (fake) => {
      const { channel, ts, ana } = await slackFilm(fake);
      const before = fake.seen(channel, ts).length;
      await fake.say(channel, ana, "word ".repeat(8_000), ts);
      return () => texts(fake, channel, ts).slice(before);
    },
    says: /^I (could not place|found no).*for instance/,
  },
  {
    what: "a channel that takes no words is told of to the person alone",
    act: async (fake) => {
      const channel = fake.channel("read-only film");
      await fake.say(channel, fake.person("Ira", "admin"), `${fake.mention} /jobs`);
      const direct = () => [...fake.workspace.channels.values()].filter((one) => one.direct);
      return () =>
        direct()
          .flatMap(({ posts }) => posts.map(({ text }) => text))
          .filter((text) => text.includes(channel));
    },
    says: /does not let me post.*(Have|ask)/,
  },
];

async function film(fake: FakeDiscord) {
  const ana = fake.person("Ana", ADMINISTRATOR);
  const channel = fake.channel("film");
  const { id: thread } = fake.say(channel, ana, `${fake.mention} /project create`);
  await soon(() => {
    if (told(fake, thread).length === 0) throw new Error("there is no film");
  });
  return { ana, channel, thread };
}

async function slackFilm(fake: FakeSlack) {
  const ana = fake.person("Ana", "admin");
  const channel = fake.channel("film");
  const { ts } = await fake.say(channel, ana, `${fake.mention} /project create`);
  await soon(() => {
    if (texts(fake, channel, ts).length === 0) throw new Error("there is no film");
  });
  return { ana, channel, ts };
}

const told = (fake: FakeDiscord, channel: string): string[] =>
  fake
    .seen(channel)
    .filter(({ by }) => by === "Backlot")
    .map(({ text }) => text);

const texts = (fake: FakeSlack, channel: string, ts: string): string[] =>
  fake
    .seen(channel, ts)
    .filter(({ by }) => by === "Backlot")
    .map(({ text }) => text);
