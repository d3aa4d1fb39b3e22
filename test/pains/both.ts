import type { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import type { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { eventBody } from "../fakes/slack/tenant.ts";
import type { Premises } from "../rooms/premises.ts";
import type { Talk } from "../rooms/room.ts";

export const SARAH = "Create a character named Sarah, a 28-year-old journalist";

/** A conversation, and what its platform can do to it. */
export interface Chat {
  readonly platform: "Discord" | "Slack";
  readonly talk: Talk;
  /** So many of the next posts are refused. */
  failSends(times: number, status: number): void;
  /** So many of the next posts are made, and nobody is told so. */
  loseAnswers(times: number): void;
  breakConnection(): void;
  /** The newest thing a person said is told once more. */
  deliverAgain(): Promise<void>;
  /** The next thing that is told goes nowhere; the platform tells it once more, as a retry of its own. */
  loseNext(): void;
  retry(): Promise<void>;
}

/** Does the same on Discord and on Slack, side by side, in a conversation of its own each. */
export async function onBoth(premises: Premises, work: (chat: Chat) => Promise<void>): Promise<void> {
  const [discord, slack] = await Promise.all([premises.rooms.discord.begin(), premises.rooms.slack.begin()]);
  await Promise.all([onDiscord(premises.discord, discord), onSlack(premises.slack, slack)].map(work));
}

const onDiscord = (fake: FakeDiscord, talk: Talk): Chat => {
  const fault = (status: number, times: number, after = false) =>
    void fake.faults.push({ method: "POST", path: /messages$/, status, times, after });
  return {
    platform: "Discord",
    talk,
    failSends: (times, status) => fault(status, times),
    loseAnswers: (times) => fault(500, times, true),
    breakConnection: () => fake.gateway.drop(),
    deliverAgain: async () => {
      const all = [...fake.world.channels.values()].flatMap(({ messages }) => messages);
      const newest = all
        .filter(({ author }) => !author.bot)
        .sort((a, b) => Number(BigInt(b.id) - BigInt(a.id)))[0];
      fake.gateway.dispatch("MESSAGE_CREATE", { ...newest, guild_id: fake.world.guildId });
    },
    loseNext: () => {
      fake.gateway.mischief.lose = 1;
    },
    // A RESUME tells what came after the last that was heard.
    retry: async () => fake.gateway.drop(),
  };
};

const onSlack = (fake: FakeSlack, talk: Talk): Chat => {
  const fault = (status: number, times: number, after = false) =>
    void fake.faults.push({ method: "chat.postMessage", status, times, after });
  return {
    platform: "Slack",
    talk,
    failSends: (times, status) => fault(status, times),
    loseAnswers: (times) => fault(500, times, true),
    breakConnection: () => fake.socket.drop(),
    deliverAgain: () => fake.tell(newestOf(fake)),
    loseNext: () => {
      fake.telling.mischief.lose = 1;
    },
    retry: async () =>
      void (await fake.line.deliver("events_api", eventBody(fake.workspace, newestOf(fake)), 1)),
  };
};

/** The newest thing a person said, as Slack tells it. */
function newestOf({ workspace }: FakeSlack): Record<string, unknown> {
  const all = [...workspace.channels].flatMap(([channel, { posts }]) =>
    posts.map((post) => ({ channel, ...post })),
  );
  const newest = all.filter(({ bot_id }) => !bot_id).sort((a, b) => Number(b.ts) - Number(a.ts))[0];
  return { type: "message", channel_type: "channel", event_ts: newest?.ts, ...newest };
}
