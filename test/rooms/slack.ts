import type { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { post } from "../fakes/slack/posted-files.ts";
import type { SlackPerson } from "../fakes/slack/workspace.ts";
import { type Room, type Seen, soon, type Talk } from "./room.ts";

/** People in a workspace of the fake: a mention in a channel of their own begins the thread they talk in. */
export function slackRoom(fake: FakeSlack): Room {
  const people = new Map<string, SlackPerson>();
  const person = (name: string): SlackPerson => {
    const known = people.get(name) ?? fake.person(name, name === "Ana" ? "admin" : "member");
    people.set(name, known);
    return known;
  };
  return {
    name: "Slack",
    begin: async () => {
      const channel = fake.channel("film");
      const { ts } = await fake.say(channel, person("Ana"), `${fake.mention} /project create`);
      await soon(() => {
        if (!fake.seen(channel, ts).some(({ text }) => text.includes("is ready")))
          throw new Error("there is no film");
      });
      return slackTalk(fake, channel, person);
    },
    ready: () =>
      soon(() => {
        if (fake.socket.server.clients.size === 0) throw new Error("Backlot is not in the workspace");
      }),
    close: () => fake.close(),
  };
}

function slackTalk(fake: FakeSlack, channel: string, person: (name: string) => SlackPerson): Talk {
  let thread: string | undefined;
  /** What is said before the first message arrived belongs to its thread as well. */
  let opening: Promise<string> | undefined;
  const shown = () =>
    [undefined, ...(thread === undefined ? [] : [thread])]
      .flatMap((at) => fake.seen(channel, at))
      .filter(({ by }) => by === "Backlot");
  const press = async (label: string, by: string) => {
    const message = await soon(() => {
      const found = shown().findLast(({ buttons }) => buttons.includes(label));
      if (found) return found;
      throw new Error(`nobody sees “${label}”`);
    });
    return fake.press(person(by), channel, message.ts, label);
  };
  return {
    say: async (text, by = "Ana") => {
      if (opening) {
        await fake.say(channel, person(by), text, await opening);
        return;
      }
      opening = fake.say(channel, person(by), `${fake.mention} ${text}`).then(({ ts }) => ts);
      thread = await opening;
    },
    press: async (label, by = "Ana") => (await press(label, by)).told,
    fill: async (button, values, by = "Ana") => {
      const before = fake.workspace.views.length;
      const opened = () => fake.workspace.views[before];
      await press(button, by);
      const view = await soon(() => {
        const found = opened();
        if (found) return found;
        throw new Error("no form was opened");
      });
      await fake.submit(person(by), view, values);
    },
    upload: async ({ name, type, content, size }, by = "Ana") => {
      const claims = { mimetype: type, ...(size === undefined ? {} : { size }) };
      await post(fake, channel, person(by), {
        text: "",
        name,
        bytes: Buffer.from(content),
        thread,
        ...claims,
      });
    },
    beside: async () => slackTalk(fake, channel, person),
    seen: (): Seen[] => shown().map(({ ts, text, buttons }) => ({ id: ts, text, buttons })),
  };
}
