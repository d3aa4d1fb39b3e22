import { createDiscordPlatform } from "../../../src/adapters/discord/platform.ts";
import type { BoundCommand } from "../../../src/chat/command.ts";
import type { Place } from "../../../src/domain/session.ts";
import {
  type Acknowledged,
  eventually,
  keptInMemory,
  quietLogger,
  Recorder,
  type Room,
  realClock,
} from "../../contract/platform-room.ts";
import { FakeDiscord } from "./fake-discord.ts";
import { Rates } from "./rates.ts";
import type { Component } from "./rules.ts";
import { labelsIn } from "./seen.ts";
import type { Interaction, Person } from "./world.ts";

const ADMINISTRATOR = 8n;
const MODAL = 9;

/** The Discord platform, real discord.js and all, in a room of the fake. */
export async function openDiscordRoom(
  commands: readonly BoundCommand[],
): Promise<Room & { fake: FakeDiscord }> {
  const fake = await FakeDiscord.start();
  fake.world.decidesMentions = true;
  fake.world.rates = Rates.usual(20);
  const recorder = new Recorder();
  const blobs = keptInMemory();
  const platform = createDiscordPlatform({
    config: { token: fake.world.token, apiUrl: fake.apiUrl },
    commands,
    blobs,
    clock: realClock,
    logger: quietLogger(),
  });
  await platform.start(recorder);
  const person = (id: string): Person => {
    const found = fake.world.people.get(id);
    if (!found) throw new Error(`nobody is ${id}`);
    return found;
  };
  /** A thread that does not exist yet is looked for in its channel: there Backlot answers where it may open none. */
  const home = (place: Place) => place.thread ?? place.channel;
  return {
    fake,
    platform,
    recorder,
    mention: fake.mention,
    callsEveryone: ["@everyone", "@here", `<@&${fake.world.guildId}>`, `<@${fake.person("Cy").id}>`],
    channel: (name = "film") => fake.channel(name),
    direct: () => fake.direct(),
    person: (name, kind = "member") =>
      fake.person(name, kind === "admin" ? ADMINISTRATOR : undefined, kind === "bot"),
    say: async (channel, who, text, { thread, replyTo } = {}) => {
      const { id } = fake.say(
        thread ?? channel,
        person(who.id),
        text,
        replyTo === undefined ? {} : { replyTo },
      );
      return { id, channel: thread ?? channel };
    },
    edit: async (said, who, text) => {
      const message = fake.world.message(said.channel, said.id);
      if (message) fake.edit(message, person(who.id), text);
    },
    erase: async (said) => {
      const message = fake.world.message(said.channel, said.id);
      if (message) fake.erase(message);
    },
    takeDown: async (place, platformId) => {
      const message = fake.world.message(home(place), platformId);
      if (message) fake.erase(message);
    },
    seen: (place) => fake.seen(home(place)).filter(({ by }) => by === "Backlot"),
    press: async (who, place, label) => {
      const all = fake.seen(home(place));
      const shown = all.findLast(({ buttons }) => buttons.includes(label));
      const at = { fake, who: person(who.id), channel: home(place) };
      return acknowledged(at, await fake.press(at.who, at.channel, shown?.id ?? "", label));
    },
    command: async (who, channel, name, options) =>
      acknowledged(
        { fake, who: person(who.id), channel },
        await fake.slash(person(who.id), channel, name, options),
      ),
    marks: ({ id }) => fake.world.reactions.get(id) ?? [],
    shownWorking: (place) => fake.world.typing.filter((id) => id === home(place)).length,
    lockThread: (place) => {
      const thread = fake.world.channel(home(place));
      if (thread) Object.assign(thread, { locked: true, archivedAt: new Date().toISOString() });
    },
    archive: (place) => {
      const thread = fake.world.channel(home(place));
      if (thread) thread.archivedAt = new Date().toISOString();
    },
    removeThread: (place) => void fake.world.channels.delete(home(place)),
    removeChannel: (place) => {
      fake.world.channels.delete(home(place));
      fake.world.channels.delete(place.channel);
    },
    toldAlone: ({ id }) => fake.seen(fake.world.directs.get(id) ?? "").map(({ text }) => text),
    pings: () => fake.world.pings.map(({ whom }) => whom),
    slowNextSend: (delayMs) =>
      void fake.faults.push({ method: "POST", path: /messages$/, delayMs, times: 1 }),
    limitNextSend: (seconds) => {
      const headers = { "retry-after": String(seconds), "x-ratelimit-scope": "user" };
      const body = { message: "You are being rate limited.", retry_after: seconds, global: false };
      fake.faults.push({ method: "POST", path: /messages$/, status: 429, headers, body, times: 1 });
    },
    keep: async (id, bytes) => void (await blobs.put(id, bytes)),
    loseNextAnswer: () =>
      fake.faults.push({ method: "POST", path: /messages$/, status: 500, after: true, times: 1 }),
    loseNextFile: () =>
      fake.faults.push({ method: "POST", path: /messages$/, status: 500, after: true, times: 1 }),
    failNextUpload: () => fake.faults.push({ method: "POST", path: /messages$/, status: 502, times: 1 }),
    withoutFiles: () => fake.channel("no-files"),
    outliveAnswers: () => {
      fake.world.interactionLifeMs = 0;
    },
    dropConnection: async () => {
      const { identify, resume } = fake.gateway.joins;
      fake.gateway.drop();
      await eventually(() => {
        if (fake.gateway.joins.identify + fake.gateway.joins.resume === identify + resume)
          throw new Error("not back");
      });
    },
    close: async () => {
      await platform.stop();
      await fake.close();
      const refused = fake.world.rates?.violations ?? [];
      if (refused.length > 0) throw new Error(`Discord was asked for too much: ${refused.join(", ")}`);
    },
  };
}

interface At {
  readonly fake: FakeDiscord;
  readonly who: Person;
  readonly channel: string;
}

function acknowledged(at: At, interaction: Interaction): Acknowledged {
  const { fake, who, channel } = at;
  return {
    ackMs: interaction.ackMs ?? Number.POSITIVE_INFINITY,
    told: interaction.whispers,
    alone: () =>
      interaction.privately.map((message) => ({
        text: message.content,
        buttons: labelsIn(message.components),
        press: async (label) => acknowledged(at, await fake.press(who, channel, message, label)),
      })),
    waits: () => interaction.announced === true,
    modal: () => {
      const form = interaction.response?.type === MODAL ? interaction.response.data : undefined;
      if (!form) return undefined;
      const fields = (form.components ?? []) as Component[];
      const values = fields.map(({ component }) => [component?.custom_id ?? "", component?.value ?? ""]);
      return {
        title: String(form.title),
        labels: fields.map(({ label = "" }) => label),
        values: Object.fromEntries(values),
        submit: async (given) => acknowledged(at, await fake.submit(who, channel, interaction, given)),
      };
    },
  };
}
