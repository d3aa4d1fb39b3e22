import { attach } from "../../fakes/discord/attachments.ts";
import type { FakeDiscord } from "../../fakes/discord/fake-discord.ts";
import type { Interaction, Person } from "../../fakes/discord/world.ts";
import { soon } from "../../rooms/room.ts";
import type { Corner, Stage, Told } from "./stage.ts";

const ADMINISTRATOR = 8n;
const MODAL = 9;

/** A film in a new channel of the fake guild. */
export async function discordStage(fake: FakeDiscord): Promise<Stage> {
  const people = new Map<string, Person>();
  const person = (name = "Ana"): Person => {
    const known = people.get(name) ?? fake.person(name, name === "Ana" ? ADMINISTRATOR : undefined);
    people.set(name, known);
    return known;
  };
  const channel = fake.channel("film");
  const { id: thread } = fake.say(channel, person(), `${fake.mention} /project create`);
  await soon(() => {
    if (!fake.seen(thread).some(({ text }) => text.includes("is ready"))) throw new Error("there is no film");
  });
  const corner = (at: string) => discordCorner(fake, at, person);
  return {
    platform: "Discord",
    mention: fake.mention,
    thread: corner(thread),
    channel: corner(channel),
    otherThread: async () => corner(fake.thread(channel, person(), "another")),
    direct: () => corner(fake.direct()),
    toldAlone: (by) => {
      const { id } = person(by);
      const asked = [...fake.world.interactions.values()].filter((one) => one.person.id === id);
      const direct = fake.seen(fake.world.directs.get(id) ?? "").map(({ text }) => text);
      return [...asked.flatMap(({ whispers }) => whispers), ...direct];
    },
    // A channel that cannot be seen answers as one of a server that Backlot was put out of.
    putOut: () => void fake.world.forbidden.set(channel, new Set(["view"])),
    letIn: () => void fake.world.forbidden.delete(channel),
  };
}

function discordCorner(fake: FakeDiscord, at: string, person: (name?: string) => Person): Corner {
  const shown = () => fake.seen(at).filter(({ by }) => by === "Backlot");
  const press = async (label: string, by?: string) => {
    const message = await soon(() => {
      const found = shown().findLast(({ buttons }) => buttons.includes(label));
      if (found) return found;
      throw new Error(`nobody sees “${label}”`);
    });
    return fake.press(person(by), at, message.id, label);
  };
  return {
    say: async (text, by) => void fake.say(at, person(by), text),
    upload: async ({ name, type, content, size, lost }, by) => {
      const claims = { content_type: type, ...(size === undefined ? {} : { size }) };
      const file = attach(fake, name, Buffer.from(content), claims);
      if (lost) fake.world.files.delete(String(file.id));
      fake.say(at, person(by), "", { attachments: [file] });
    },
    press: async (label, by) => told(await press(label, by)),
    open: async (label, by) => {
      const opened = await press(label, by);
      if (opened.response?.type !== MODAL) throw new Error(`“${label}” opened no form`);
      return {
        submit: async (values) => told(await fake.submit(opened.person, opened.channel_id, opened, values)),
      };
    },
    command: async (line, by) => {
      const [name = "", ...words] = line.slice(1).split(" ");
      const options = words.map((word) => word.split(":"));
      return told(await fake.slash(person(by), at, name, Object.fromEntries(options)));
    },
    shown: () => shown().map(({ text }) => text),
  };
}

const told =
  ({ whispers }: Interaction): Told =>
  () => [...whispers];
