import { createDiscordPlatform } from "../../src/adapters/discord/platform.ts";
import type { BoundCommand } from "../../src/chat/command.ts";
import type { Amendment, InboundEvent } from "../../src/chat/inbound-event.ts";
import { eventually, keptInMemory, quietLogger, Recorder, realClock } from "../contract/platform-room.ts";
import { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import type { Interaction } from "../fakes/discord/world.ts";

type Payload = Readonly<Record<string, unknown>>;

export interface ReplayedDiscord {
  readonly fake: FakeDiscord;
  /** Tells the client a dispatch. What Backlot heard of it, when everything before a later message was heard. */
  dispatch(name: string, payload: unknown): Promise<(InboundEvent | Amendment)[]>;
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Backlot on the real discord.js, in a guild where the channels of the recorded payloads exist. */
export async function replayDiscord(commands: readonly BoundCommand[]): Promise<ReplayedDiscord> {
  const fake = await FakeDiscord.start();
  const recorder = new Recorder();
  recorder.knows = async () => true;
  const lines: { level: string; message: string; data: object }[] = [];
  const platform = createDiscordPlatform({
    config: { token: fake.world.token, apiUrl: fake.apiUrl },
    commands,
    blobs: keptInMemory(),
    clock: realClock,
    logger: quietLogger(lines),
  });
  await platform.start(recorder);
  const ana = fake.person("Ana");
  let count = 0;
  return {
    fake,
    get errors() {
      return lines
        .filter(({ level }) => level === "error")
        .map(({ message, data }) => `${message}: ${(data as { err?: unknown }).err}`);
    },
    dispatch: async (name, payload) => {
      const channel = channelOf(fake, payload);
      const interaction = begin(fake, payload, channel);
      recorder.events.length = 0;
      recorder.amendments.length = 0;
      fake.gateway.dispatch(name, payload);
      if (name === "INTERACTION_CREATE" && interaction)
        await Promise.race([
          interaction.answered.promise,
          new Promise((resolve) => setTimeout(resolve, 500)),
        ]);
      // What is said in one channel is heard in order: after this one, everything before it was.
      count += 1;
      const mark = fake.say(channel, ana, `${fake.mention} mark ${count}`);
      const isMark = ({ id }: InboundEvent) => id.endsWith(mark.id);
      await eventually(() => {
        if (!recorder.events.some(isMark)) throw new Error(`${name} stopped what came after it`);
      });
      return [...recorder.events.filter((event) => !isMark(event)), ...recorder.amendments];
    },
    close: async () => {
      await platform.stop();
      await fake.close();
    },
  };
}

function channelOf({ world }: FakeDiscord, payload: unknown): string {
  const { channel_id: id } = (payload ?? {}) as { channel_id?: unknown };
  const key = typeof id === "string" && /^\d+$/.test(id) ? id : "290926798999357250";
  if (!world.channels.has(key))
    world.channels.set(key, {
      id: key,
      type: 0,
      name: "film",
      parent_id: null,
      owner_id: null,
      messages: [],
    });
  return key;
}

/** Makes the fake take an answer to a recorded interaction. */
function begin({ world }: FakeDiscord, payload: unknown, channel_id: string): Interaction | undefined {
  const { id, token } = (payload ?? {}) as Payload;
  if (typeof id !== "string" || typeof token !== "string") return undefined;
  const interaction: Interaction = {
    id,
    token,
    channel_id,
    person: world.bot,
    beganAt: performance.now(),
    whispers: [],
    privately: [],
    typing: false,
    answered: Promise.withResolvers<void>(),
  };
  world.interactions.set(token, interaction);
  return interaction;
}
