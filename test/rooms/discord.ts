import { attach } from "../fakes/discord/attachments.ts";
import type { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import type { Interaction, Person } from "../fakes/discord/world.ts";
import { type Room, type Seen, soon, type Talk } from "./room.ts";

const ADMINISTRATOR = 8n;

/** People in a guild of the fake: a mention in a channel of their own opens the thread they talk in. */
export function discordRoom(fake: FakeDiscord): Room {
  const people = new Map<string, Person>();
  const person = (name: string): Person => {
    const known = people.get(name) ?? fake.person(name, name === "Ana" ? ADMINISTRATOR : undefined);
    people.set(name, known);
    return known;
  };
  return {
    name: "Discord",
    begin: async () => {
      const channel = fake.channel("film");
      const { id } = fake.say(channel, person("Ana"), `${fake.mention} /project create`);
      await soon(() => {
        if (!fake.seen(id).some(({ text }) => text.includes("is ready"))) throw new Error("there is no film");
      });
      return discordTalk(fake, channel, person);
    },
    ready: () =>
      soon(() => {
        if (!fake.gateway.connected) throw new Error("Backlot is not in the guild");
      }),
    close: () => fake.close(),
  };
}

function discordTalk(fake: FakeDiscord, channel: string, person: (name: string) => Person): Talk {
  let thread: string | undefined;
  const shown = () =>
    [channel, ...(thread === undefined ? [] : [thread])]
      .flatMap((at) => fake.seen(at).map((message) => ({ ...message, at })))
      .filter(({ by }) => by === "Backlot");
  const press = async (label: string, by: string): Promise<Interaction> => {
    const message = await soon(() => {
      const found = shown().findLast(({ buttons }) => buttons.includes(label));
      if (found) return found;
      throw new Error(`nobody sees “${label}”`);
    });
    return fake.press(person(by), message.at, message.id, label);
  };
  return {
    say: async (text, by = "Ana") => {
      if (thread === undefined) {
        thread = fake.say(channel, person(by), `${fake.mention} ${text}`).id;
        return;
      }
      const there = thread;
      // Nobody talks in a thread before it is opened.
      await soon(() => {
        if (!fake.world.channel(there)) throw new Error("the thread is not opened");
      });
      fake.say(there, person(by), text);
    },
    press: async (label, by = "Ana") => (await press(label, by)).whispers,
    fill: async (button, values, by = "Ana") => {
      const modal = await press(button, by);
      const sent = await fake.submit(person(by), modal.channel_id, modal, values);
      if (!/\(1 of \d+\)$/.test(String(modal.response?.data?.title))) return;
      const page = await soon(() => {
        const [kept] = sent.privately;
        if (kept) return kept;
        throw new Error("the page is not kept");
      });
      await fake.press(person(by), modal.channel_id, page, "Save now");
    },
    upload: async ({ name, type, content, size }, by = "Ana") => {
      if (thread === undefined) throw new Error("nothing was said yet");
      const claims = { content_type: type, ...(size === undefined ? {} : { size }) };
      fake.say(thread, person(by), "", {
        attachments: [attach(fake, name, Buffer.from(content), claims)],
      });
    },
    beside: async () => discordTalk(fake, channel, person),
    seen: (): Seen[] => shown().map(({ id, text, buttons }) => ({ id, text, buttons })),
  };
}
