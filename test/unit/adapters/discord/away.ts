import { expect } from "vitest";
import { createDiscordPlatform } from "../../../../src/adapters/discord/platform.ts";
import type { InboundEvent } from "../../../../src/chat/inbound-event.ts";
import type { Clock } from "../../../../src/ports/clock.ts";
import {
  eventually,
  keptInMemory,
  quietLogger,
  Recorder,
  realClock,
} from "../../../contract/platform-room.ts";
import { FakeDiscord } from "../../../fakes/discord/fake-discord.ts";
import { KeptHearing } from "../../../fakes/kept-hearing.ts";

/** A guild, and a Backlot that comes and goes and keeps what it heard. */
export async function guild(open: (() => Promise<unknown>)[], clock: Clock = realClock) {
  const fake = await FakeDiscord.start();
  open.push(() => fake.close());
  const hearing = new KeptHearing();
  const recorder = Object.assign(new Recorder(), { hearing });
  const come = async () => {
    const platform = createDiscordPlatform({
      config: { token: fake.world.token, apiUrl: fake.apiUrl },
      commands: [],
      blobs: keptInMemory(),
      clock,
      logger: quietLogger(),
    });
    open.push(() => platform.stop());
    await platform.start(recorder);
    return platform;
  };
  const texts = () => recorder.events.map(textOf);
  const heard = (text: string) =>
    eventually(
      () => recorder.events.find((event) => textOf(event) === text) ?? expect.fail(`${text}: not heard`),
    );
  const ana = fake.person("Ana");
  const call = (channel: string, text: string) => fake.say(channel, ana, `${fake.mention} ${text}`);
  return { fake, hearing, recorder, come, texts, heard, ana, call };
}

export const textOf = (event: InboundEvent) => ("text" in event ? event.text : "");
