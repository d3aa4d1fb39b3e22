import type { Acted, FakeSlack } from "../../fakes/slack/fake-slack.ts";
import { post } from "../../fakes/slack/posted-files.ts";
import type { SlackPerson } from "../../fakes/slack/workspace.ts";
import { soon } from "../../rooms/room.ts";
import type { Corner, Stage, Told } from "./stage.ts";

/** A film in a new channel of the fake workspace. */
export async function slackStage(fake: FakeSlack): Promise<Stage> {
  const people = new Map<string, SlackPerson>();
  const person = (name = "Ana"): SlackPerson => {
    const known = people.get(name) ?? fake.person(name, name === "Ana" ? "admin" : "member");
    people.set(name, known);
    return known;
  };
  const channel = fake.channel("film");
  const { ts } = await fake.say(channel, person(), `${fake.mention} /project create`);
  await soon(() => {
    if (!fake.seen(channel, ts).some(({ text }) => text.includes("is ready")))
      throw new Error("there is no film");
  });
  const corner = (at: string, thread?: string) => slackCorner(fake, at, thread, person);
  return {
    platform: "Slack",
    mention: fake.mention,
    thread: corner(channel, ts),
    channel: corner(channel),
    otherThread: async () => corner(channel, (await fake.say(channel, person(), "among us")).ts),
    direct: () => corner(fake.channel("direct", true)),
    toldAlone: (by) => {
      const { id } = person(by);
      const direct = fake.seen(fake.workspace.directs.get(id) ?? "").map(({ text }) => text);
      const alone = fake.workspace.ephemerals.filter(({ user }) => user === id).map(({ text }) => text);
      return [...alone, ...direct];
    },
    putOut: () => void Object.assign(fake.workspace.channels.get(channel) ?? {}, { left: true }),
    letIn: () => void Object.assign(fake.workspace.channels.get(channel) ?? {}, { left: false }),
  };
}

function slackCorner(
  fake: FakeSlack,
  at: string,
  thread: string | undefined,
  person: (name?: string) => SlackPerson,
): Corner {
  const shown = () => fake.seen(at, thread).filter(({ by }) => by === "Backlot");
  const press = async (label: string, by?: string) => {
    const message = await soon(() => {
      const found = shown().findLast(({ buttons }) => buttons.includes(label));
      if (found) return found;
      throw new Error(`nobody sees “${label}”`);
    });
    return fake.press(person(by), at, message.ts, label);
  };
  return {
    say: async (text, by) => void (await fake.say(at, person(by), text, thread)),
    upload: async ({ name, type, content, size, lost }, by) => {
      const claims = { mimetype: type, ...(size === undefined ? {} : { size }) };
      const before = new Set(fake.workspace.files.keys());
      const posting = post(fake, at, person(by), {
        ...{ text: "", name, bytes: Buffer.from(content), thread },
        ...claims,
      });
      const id = [...fake.workspace.files.keys()].find((one) => !before.has(one)) ?? "";
      if (lost) fake.workspace.files.delete(id);
      await posting;
    },
    press: (label, by) => told(fake, person(by), () => press(label, by)),
    open: async (label, by) => {
      const { trigger_id } = await press(label, by);
      const view = await soon(() => {
        const found = fake.workspace.views.findLast((one) => one.trigger_id === trigger_id);
        if (found) return found;
        throw new Error(`“${label}” opened no form`);
      });
      return { submit: (values) => told(fake, person(by), () => fake.submit(person(by), view, values)) };
    },
    command: (line, by) => {
      const typed = line.slice(1).replaceAll(/\b[a-z]+:/g, "");
      return told(fake, person(by), () => fake.command(person(by), at, "/backlot", typed));
    },
    shown: () => shown().map(({ text }) => text),
  };
}

async function told(fake: FakeSlack, who: SlackPerson, act: () => Promise<Acted>): Promise<Told> {
  const since = fake.workspace.ephemerals.length;
  const { told: answers, payload } = await act();
  const errors = payload?.response_action === "errors" ? Object.values(payload.errors ?? {}) : [];
  return () => [
    ...errors.map(String),
    ...answers,
    ...fake.workspace.ephemerals
      .slice(since)
      .filter(({ user }) => user === who.id)
      .map(({ text }) => text),
  ];
}
