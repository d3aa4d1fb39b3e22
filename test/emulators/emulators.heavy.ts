import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createDiscordPlatform } from "../../src/adapters/discord/platform.ts";
import { createSlackPlatform } from "../../src/adapters/slack/platform.ts";
import type { ImageBlock } from "../../src/chat/reply.ts";
import {
  choice,
  eventually,
  fakeCommand,
  keptInMemory,
  quietLogger,
  Recorder,
  realClock,
  reply,
} from "../contract/platform-room.ts";
import { HttpLine } from "../fakes/slack/lines.ts";
import { Workspace } from "../fakes/slack/workspace.ts";
import { type Emulators, installEmulators, nextFrom } from "./install.ts";

interface Answer {
  readonly user_id: string;
  readonly team_id: string;
  readonly ts: string;
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  readonly messages: readonly { readonly text: string; readonly user: string }[];
  readonly files: readonly { readonly name: string }[];
}

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const IMAGE: ImageBlock = {
  type: "image",
  name: "map.png",
  alt: "A map",
  file_id: "fil_1",
  url: "/api/v1/files/fil_1",
  media_type: "image/png",
  size: PNG.length,
  width: 1,
  height: 1,
};
const commands = [fakeCommand({ name: "help", options: z.object({}) })];
const parts = { commands, clock: realClock };
let installed: Emulators | string;
beforeAll(async () => {
  installed = await installEmulators();
}, 400_000);
afterAll(async () => {
  if (typeof installed !== "string") await installed.remove();
});

test("Slack's Web API as others wrote it: heard, answered, edited, found again, with a picture", async ({
  skip,
}) => {
  if (typeof installed === "string") return skip(installed);
  const [botToken, personToken] = ["xoxb-backlot", "xoxp-ana"];
  const { told } = await installed.start("slack.mjs", [botToken, personToken]);
  const call = async (method: string, given: Record<string, string>, token = botToken) => {
    const response = await fetch(`${told.url}/api/${method}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams(given),
    });
    return response.json() as Promise<Answer>;
  };
  const { user_id: botId } = await call("auth.test", {});
  const { user_id: ana, team_id } = await call("auth.test", {}, personToken);
  const { channels } = await call("conversations.list", {});
  const channel = channels.find(({ name }) => name === "film")?.id ?? "";
  const port = 40_000 + (process.pid % 20_000);
  const recorder = new Recorder();
  const blobs = keptInMemory();
  const workspace = new Workspace();
  const platform = createSlackPlatform({
    ...parts,
    config: { botToken, signingSecret: workspace.signingSecret, apiUrl: `${told.url}/api/`, port },
    blobs,
    logger: quietLogger(),
  });
  await platform.start(recorder);
  try {
    const text = `<@${botId}> hello from elsewhere`;
    const { ts } = await call("chat.postMessage", { channel, text }, personToken);
    const event = { type: "app_mention", channel, user: ana, text, ts, event_ts: ts };
    const line = new HttpLine(workspace, `http://127.0.0.1:${port}/slack/events`);
    const body = { type: "event_callback", team_id, event_id: "Ev1", event_time: 1, event };
    expect(await line.deliver("events_api", body, 0)).toBeDefined();
    const [heard] = recorder.events;
    expect(heard).toMatchObject({
      text: "hello from elsewhere",
      person: { role: "admin" },
      place: { channel },
    });
    if (!heard) return;
    const shown = async () => {
      const { messages } = await call("conversations.replies", { channel, ts });
      return messages.filter(({ user }) => user === botId);
    };
    const message = reply("Hello, Ana.", [
      { type: "text", text: "Hello, Ana." },
      { type: "choices", choices: [choice("cho_1", "Go on")] },
    ]);
    const id = await platform.send(heard.place, message);
    expect(await shown()).toHaveLength(1);
    expect(
      await platform.edit(heard.place, id, {
        ...message,
        text: "Bye.",
        blocks: [{ type: "text", text: "Bye." }],
      }),
    ).toBe(id);
    expect((await shown()).map((one) => one.text).join()).toContain("Bye.");
    await platform.stop();
    await platform.start(recorder);
    expect(await platform.send(heard.place, message)).toBe(id);
    await blobs.put("fil_1", PNG);
    await platform.send(heard.place, reply("Look", [{ type: "text", text: "Look" }, IMAGE]));
    expect((await call("files.list", {})).files).toMatchObject([{ name: "map.png" }]);
    expect(await shown()).toHaveLength(2);
  } finally {
    await platform.stop();
  }
});

test("Discord as others wrote it: joined, heard, answered, pressed", async ({ skip }) => {
  if (typeof installed === "string") return skip(installed);
  const { server, told } = await installed.start("discord.mjs");
  const { url = "", token = "", channelId = "", botId } = told;
  const recorder = new Recorder();
  const platform = createDiscordPlatform({
    ...parts,
    config: { token, apiUrl: url },
    blobs: keptInMemory(),
    logger: quietLogger(),
  });
  await platform.start(recorder);
  try {
    server.send({ say: { channelId, content: `<@${botId}> hello from elsewhere` } });
    await nextFrom(server);
    const heard = await eventually(() => recorder.events[0] ?? expect.fail("not heard"));
    expect(heard).toMatchObject({ text: "hello from elsewhere", place: { channel: channelId } });
    const message = reply("Hello, Ana.", [
      { type: "text", text: "Hello, Ana." },
      { type: "choices", choices: [choice("cho_1", "Go on")] },
    ]);
    // Its threads have ids of their own, where Discord's have that of their message: the channel will do.
    const { thread: _, ...place } = heard.place;
    const id = await platform.send(place, message);
    const read = await fetch(`${url}/v10/channels/${channelId}/messages`, {
      headers: { authorization: `Bot ${token}` },
    });
    expect(JSON.stringify(await read.json())).toContain("Hello, Ana.");
    server.send({ click: { channelId, messageId: id, customId: "cho_1" } });
    await eventually(() =>
      expect(recorder.events.at(-1)).toMatchObject({ type: "choice", choice_id: "cho_1" }),
    );
  } finally {
    await platform.stop();
  }
});
