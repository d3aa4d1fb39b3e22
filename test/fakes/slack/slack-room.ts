import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

import { slashCommands } from "../../../src/adapters/slack/commands.ts";
import { createSlackPlatform } from "../../../src/adapters/slack/platform.ts";
import { BOT_SCOPES } from "../../../src/adapters/slack/scopes.ts";
import type { BoundCommand } from "../../../src/chat/command.ts";
import {
  type Acknowledged,
  eventually,
  keptInMemory,
  quietLogger,
  Recorder,
  type Room,
  realClock,
} from "../../contract/platform-room.ts";
import { type Acted, FakeSlack } from "./fake-slack.ts";
import { labelsIn } from "./seen.ts";
import type { SlackPerson } from "./workspace.ts";

const MARKS: Readonly<Record<string, string>> = {
  hourglass_flowing_sand: "⏳",
  eyes: "👀",
  white_check_mark: "✅",
  warning: "⚠️",
};

/** The Slack platform, real Bolt and all, in a room of the fake. */
export async function openSlackRoom(
  commands: readonly BoundCommand[],
  over: "socket" | "http",
): Promise<Room & { fake: FakeSlack }> {
  const fake = await FakeSlack.start();
  const { workspace } = fake;
  workspace.commands = slashCommands(commands).map(({ command }) => command);
  workspace.granted = new Set(BOT_SCOPES);
  const recorder = new Recorder();
  const blobs = keptInMemory();
  const port = over === "http" ? await freePort() : undefined;
  const platform = createSlackPlatform({
    config: {
      botToken: workspace.botToken,
      apiUrl: fake.apiUrl,
      ...(port === undefined
        ? { appToken: workspace.appToken }
        : { signingSecret: workspace.signingSecret, port }),
    },
    commands,
    blobs,
    clock: realClock,
    logger: quietLogger(),
  });
  await platform.start(recorder);
  if (port !== undefined) fake.overHttp(`http://127.0.0.1:${port}/slack/events`);
  const person = (id: string): SlackPerson => {
    const found = workspace.people.get(id);
    if (!found) throw new Error(`nobody is ${id}`);
    return found;
  };
  return {
    fake,
    platform,
    recorder,
    mention: fake.mention,
    callsEveryone: [
      "@channel",
      "@here",
      "<!channel>",
      "<!here|here>",
      "<!everyone>",
      `<@${fake.person("Cy").id}>`,
      "<!subteam^S1>",
    ],
    channel: (name = "film") => {
      // What `withoutFiles` took away.
      workspace.scopes.add("files:write");
      return fake.channel(name);
    },
    direct: () => fake.channel("direct", true),
    person: (name, kind = "member") => fake.person(name, kind),
    say: async (channel, who, text, { thread, replyTo } = {}) => ({
      id: (await fake.say(channel, person(who.id), text, thread ?? replyTo)).ts,
      channel,
    }),
    edit: (said, _who, text) => fake.edit(said.channel, said.id, text),
    erase: (said) => fake.erase(said.channel, said.id),
    takeDown: (place, platformId) => fake.erase(place.channel, platformId),
    seen: (place) => fake.seen(place.channel, place.thread).filter(({ by }) => by === "Backlot"),
    press: async (who, place, label) => {
      const shown = fake.seen(place.channel, place.thread).findLast(({ buttons }) => buttons.includes(label));
      const at = { fake, who: person(who.id), channel: place.channel };
      return acted(at, () => fake.press(at.who, at.channel, shown?.ts ?? "", label));
    },
    command: (who, channel, name, options) => {
      const at = { fake, who: person(who.id), channel };
      return acted(at, () => fake.command(at.who, channel, `/${name}`, Object.values(options).join(" ")));
    },
    pings: () => workspace.pings,
    lockThread: ({ thread = "" }) => void workspace.lockedThreads.add(thread),
    // Slack's threads do not sleep.
    archive: () => undefined,
    removeThread: ({ channel, thread }) => {
      const posts = workspace.channels.get(channel)?.posts ?? [];
      const kept = posts.filter(({ ts, thread_ts }) => ts !== thread && thread_ts !== thread);
      posts.splice(0, posts.length, ...kept);
    },
    removeChannel: ({ channel }) => {
      const found = workspace.channels.get(channel);
      if (found) found.archived = true;
    },
    toldAlone: ({ id }) => [
      ...workspace.ephemerals.filter(({ user }) => user === id).map(({ text }) => text),
      ...fake.seen(workspace.directs.get(id) ?? "").map(({ text }) => text),
    ],
    marks: (said) =>
      workspace.post(said.channel, said.id)?.reactions?.map(({ name }) => MARKS[name] ?? name) ?? [],
    shownWorking: ({ channel, thread }) =>
      workspace.statuses.filter(
        (one) => one.channel === channel && one.thread === thread && one.status !== "",
      ).length,
    slowNextSend: (delayMs) => void fake.faults.push({ method: "chat.postMessage", delayMs, times: 1 }),
    limitNextSend: (seconds) => {
      fake.faults.push({
        method: "chat.postMessage",
        status: 429,
        headers: { "retry-after": String(seconds) },
        times: 1,
      });
    },
    keep: async (id, bytes) => void (await blobs.put(id, bytes)),
    loseNextAnswer: () =>
      void fake.faults.push({ method: "chat.postMessage", status: 500, after: true, times: 1 }),
    loseNextFile: () =>
      void fake.faults.push({ method: "files.completeUploadExternal", status: 500, after: true, times: 1 }),
    failNextUpload: () => void fake.faults.push({ method: "upload", status: 502, times: 1 }),
    withoutFiles: () => {
      workspace.scopes.delete("files:write");
      return fake.channel("film");
    },
    outliveAnswers: () => {
      workspace.answersLiveMs = 0;
    },
    dropConnection: async () => {
      if (over === "http") return;
      const before = fake.socket.hellos;
      fake.socket.drop();
      await eventually(() => {
        if (fake.socket.hellos === before) throw new Error("not back");
      });
    },
    close: async () => {
      await platform.stop();
      await fake.close();
    },
  };
}

interface At {
  readonly fake: FakeSlack;
  readonly who: SlackPerson;
  readonly channel: string;
}

/** What people do, and all they alone are told from then on. */
async function acted(at: At, act: () => Promise<Acted>): Promise<Acknowledged> {
  const since = at.fake.workspace.ephemerals.length;
  return acknowledged(at, await act(), since);
}

function acknowledged(at: At, done: Acted, since: number): Acknowledged {
  const { fake, who, channel } = at;
  const { ackMs, told, privately } = done;
  const ephemerals = () =>
    fake.workspace.ephemerals.slice(since).filter((one) => one.user === who.id && one.channel === channel);
  return {
    ackMs,
    get told() {
      return [...told, ...ephemerals().map(({ text }) => text)];
    },
    alone: () =>
      privately.map((message) => ({
        text: message.text,
        buttons: labelsIn(message),
        press: (label) => acted(at, () => fake.press(who, channel, message, label)),
      })),
    errors: () => {
      const { response_action, errors } = done.payload ?? {};
      return response_action === "errors" ? (errors as Record<string, string>) : {};
    },
    modal: () => {
      const view = fake.workspace.views.findLast(({ trigger_id }) => trigger_id === done.trigger_id);
      const inputs = (view?.blocks ?? []).filter(({ type }) => type === "input");
      const values = inputs.map(({ block_id = "", element }) => [block_id, element?.initial_value ?? ""]);
      return (
        view && {
          title: view.title.text,
          labels: inputs.map(({ label }) => label?.text ?? ""),
          values: Object.fromEntries(values),
          submit: (given) => acted(at, () => fake.submit(who, view, given)),
        }
      );
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
