import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { SlackConfig } from "../../../../src/adapters/slack/link.ts";
import { createSlackPlatform } from "../../../../src/adapters/slack/platform.ts";
import { AppError } from "../../../../src/domain/errors.ts";
import {
  eventually,
  fakeCommand,
  keptInMemory,
  quietLogger,
  Recorder,
  realClock,
  reply,
} from "../../../contract/platform-room.ts";
import { FakeSlack } from "../../../fakes/slack/fake-slack.ts";
import type { HttpLine } from "../../../fakes/slack/lines.ts";
import { openSlackRoom } from "../../../fakes/slack/slack-room.ts";

const commands = [fakeCommand({ name: "help", options: z.object({ about: z.string().optional() }) })];
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const room = async (over: "socket" | "http" = "socket") => {
  const opened = await openSlackRoom(commands, over);
  open.push(opened.close);
  return opened;
};
type Opened = Awaited<ReturnType<typeof room>>;

async function begin({ fake, recorder }: Opened) {
  const channel = fake.channel("film");
  const ana = fake.person("Ana");
  const said = await fake.say(channel, ana, `${fake.mention} hello there`);
  const event = await eventually(
    () => recorder.events.find(({ id }) => id.endsWith(said.ts)) ?? expect.fail("not heard"),
  );
  return { channel, ana, said, place: event.place };
}

describe.each(["socket", "http"] as const)("an event over %s", (over) => {
  test("that could not be stored is not acknowledged, and heard when Slack sends it again", async () => {
    const opened = await room(over);
    let failures = 2;
    opened.recorder.before = async () => {
      failures -= 1;
      if (failures >= 0) throw new Error("the store is away");
    };
    await begin(opened);
    expect(opened.recorder.events).toHaveLength(1);
  });
});

test("a request that is not signed by Slack is refused and not heard", async () => {
  const { fake, recorder } = await room("http");
  const line = fake.line as HttpLine;
  line.secret = "a stranger's";
  const event = {
    type: "message",
    channel: "D1",
    channel_type: "im",
    user: "U1",
    text: "let me in",
    ts: "1.0",
  };
  const response = await line.request("events_api", { type: "event_callback", team_id: "T1", event }, 0);
  expect(response.status).toBe(401);
  expect(recorder.events).toEqual([]);
});

describe("delivery", () => {
  test.each([
    ["was lost", { status: 500, after: true }],
    ["broke off half-way", { cut: true }],
  ])("a send whose answer %s is not seen twice", async (_how, fault) => {
    const opened = await room();
    const { fake, platform } = opened;
    const { place, channel, said } = await begin(opened);
    const message = reply("Only once");
    fake.faults.push({ method: "chat.postMessage", ...fault, times: 1 });
    await expect(platform.send(place, message)).rejects.toMatchObject({ final: false, retryable: true });
    const id = await platform.send(place, message);
    expect(fake.seen(channel, said.ts).map(({ ts, text }) => [ts, text])).toEqual([[id, "Only once"]]);
  });

  test("a send that a process died over is not seen twice, however soon it is up again", async () => {
    const opened = await room();
    const { fake, platform, recorder } = opened;
    const { place, channel, said } = await begin(opened);
    const message = reply("Only once");
    const id = await platform.send(place, message);
    await platform.stop();
    await platform.start(recorder);
    expect(await platform.send(place, message)).toBe(id);
    expect(fake.seen(channel, said.ts)).toHaveLength(1);
  });

  test("a post that a process died over shows what became of its message since", async () => {
    const opened = await room();
    const { fake, platform, recorder } = opened;
    const { place, channel, said } = await begin(opened);
    const message = reply("0 of 20");
    const id = await platform.send(place, message);
    await platform.stop();
    await platform.start(recorder);
    const done = { ...message, ...reply("20 of 20"), id: message.id, at: message.at, version: 2 };
    expect(await platform.send(place, done)).toBe(id);
    expect(fake.seen(channel, said.ts).map(({ text }) => text)).toEqual(["20 of 20"]);
  });

  test("a long message that broke off half-way goes on where it stopped", async () => {
    const opened = await room();
    const { fake, platform } = opened;
    const { place, channel, said } = await begin(opened);
    const message = {
      ...reply(Array.from({ length: 4_000 }, (_, index) => `word${index}`).join(" ")),
      at: new Date(Date.now() - 60_000).toISOString(),
    };
    const whole = (await platform.send(place, message)).split(",");
    expect(whole.length).toBeGreaterThan(1);
    await platform.edit(place, whole.join(","), { ...message, blocks: [{ type: "text", text: "short" }] });
    const again = (await platform.send(place, message)).split(",");
    expect(again[0]).toBe(whole[0]);
    expect(fake.seen(channel, said.ts)).toHaveLength(whole.length);
  });

  test("a first send asks Slack nothing else", async () => {
    const opened = await room();
    const { place } = await begin(opened);
    await opened.platform.send(place, reply("quick"));
    expect(opened.fake.workspace.calls.get("conversations.replies")).toBeUndefined();
  });

  test("an edit is not tried again behind the sender's back", async () => {
    const opened = await room();
    const { fake, platform } = opened;
    const { place } = await begin(opened);
    const message = reply("1 of 10");
    const id = await platform.send(place, message);
    fake.faults.push({ method: "chat.update", status: 429, headers: { "retry-after": "7" }, times: 1 });
    const began = performance.now();
    await expect(platform.edit(place, id, message)).rejects.toMatchObject({ retryAfterMs: 7_000 });
    expect(performance.now() - began).toBeLessThan(6_000);
  });
});

test("people have the role the workspace gives them, asked once", async () => {
  const { fake, recorder } = await room();
  const channel = fake.channel("film");
  for (const kind of ["admin", "member", "guest"] as const) {
    const person = fake.person(kind, kind);
    await fake.say(channel, person, `${fake.mention} one`);
    await fake.say(channel, person, `${fake.mention} two`);
  }
  await eventually(() => expect(recorder.events).toHaveLength(6));
  expect(recorder.events.map(({ person }) => `${person.name} ${person.role}`)).toEqual([
    "admin admin",
    "admin admin",
    "member producer",
    "member producer",
    "guest writer",
    "guest writer",
  ]);
  expect(fake.workspace.calls.get("users.info")).toBe(3);
});

test("a form opens as a view and its answer is heard at its place", async () => {
  const opened = await room();
  const { fake, platform, recorder } = opened;
  const { ana, channel, place, said } = await begin(opened);
  const message = reply("Sarah", [
    {
      type: "form",
      form_id: "frm_1",
      title: "Sarah",
      fields: [{ name: "age", label: "Age", input: "number", value: "28" }],
    },
  ]);
  recorder.messages.set(message.id, message);
  await platform.send(place, message);
  const ts = fake.seen(channel, said.ts).at(-1)?.ts ?? "";
  await fake.press(ana, channel, ts, "Fill in");
  const view = await eventually(() => fake.workspace.views[0] ?? expect.fail("no view"));
  expect(view).toMatchObject({
    title: { text: "Sarah" },
    blocks: [{ block_id: "age", element: { initial_value: "28" } }],
  });
  await fake.submit(ana, view, { age: "29" });
  await eventually(() =>
    expect(recorder.events.at(-1)).toMatchObject({
      type: "form",
      form_id: "frm_1",
      values: { age: "29" },
      place,
    }),
  );
  recorder.messages.clear();
  await fake.press(ana, channel, ts, "Fill in");
  await eventually(() =>
    expect(fake.workspace.ephemerals).toMatchObject([
      { user: ana.id, text: expect.stringContaining("Ask for it again") },
    ]),
  );
});

test("a command shows what was asked, and one that cannot be stored says so, soon or late", async () => {
  const { fake, recorder } = await room();
  const ana = fake.person("Ana");
  const channel = fake.channel("film");
  expect((await fake.command(ana, channel, "/backlot", "help")).payload).toMatchObject({
    response_type: "in_channel",
  });
  recorder.before = async () => {
    throw new AppError("internal", "cannot be stored");
  };
  const soon = await fake.command(ana, channel, "/help", "");
  expect(soon.payload).toMatchObject({ response_type: "ephemeral" });
  expect(soon.told.join()).toContain("Please try again");
  recorder.before = async () => {
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    throw new AppError("internal", "cannot be stored");
  };
  const late = await fake.command(ana, channel, "/help", "");
  expect(late.payload).toMatchObject({ response_type: "in_channel" });
  await eventually(() => expect(late.told.join()).toContain("Please try again"));
});

test("Slack may ask for a new connection, and nothing is lost of what follows", async () => {
  const { fake, recorder, platform } = await room();
  const before = fake.socket.hellos;
  fake.socket.refresh();
  await eventually(() => expect(fake.socket.hellos).toBe(before + 1));
  await eventually(() => platform.check());
  await fake.say(fake.channel("film"), fake.person("Ana"), `${fake.mention} after the move`);
  await eventually(() => expect(recorder.events).toHaveLength(1));
});

describe("starting", () => {
  const start = async (config: (fake: FakeSlack) => Partial<SlackConfig>) => {
    const fake = await FakeSlack.start();
    open.push(() => fake.close());
    const { botToken, appToken } = fake.workspace;
    const platform = createSlackPlatform({
      config: { botToken, appToken, apiUrl: fake.apiUrl, ...config(fake) },
      commands,
      blobs: keptInMemory(),
      clock: realClock,
      logger: quietLogger(),
    });
    open.push(() => platform.stop());
    await platform.start(new Recorder());
  };

  test("names the token that is wrong, or the setting that is missing", async () => {
    await expect(start(() => ({ botToken: "xoxb-wrong" }))).rejects.toMatchObject({
      code: "unauthorized",
      hint: expect.stringContaining("SLACK_BOT_TOKEN"),
    });
    await expect(start(() => ({ appToken: "xapp-wrong" }))).rejects.toMatchObject({
      code: "unauthorized",
      hint: expect.stringContaining("SLACK_APP_TOKEN"),
    });
    await expect(start(() => ({ appToken: undefined }))).rejects.toMatchObject({
      hint: expect.stringContaining("SLACK_SIGNING_SECRET"),
    });
  });

  test("costs nothing before: the library is not loaded, and nothing can be sent", async () => {
    const script = `
      import { createRequire } from "node:module";
      const loaded = () => Object.keys(createRequire(${JSON.stringify(import.meta.url)}).cache).some((path) => path.includes("@slack"));
      await import(${JSON.stringify(new URL("../../../../src/adapters/slack/platform.ts", import.meta.url).href)});
      const before = loaded();
      await import("@slack/bolt");
      process.stdout.write([before, loaded()].join());`;
    expect(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" })).toBe(
      "false,true",
    );
    const platform = createSlackPlatform({
      config: { botToken: "x" },
      commands,
      blobs: keptInMemory(),
      clock: realClock,
      logger: quietLogger(),
    });
    await expect(
      platform.send({ platform: "slack", workspace: "T", channel: "C" }, reply("x")),
    ).rejects.toMatchObject({ retryable: true });
    await expect(platform.check()).rejects.toThrow("not connected");
    await platform.stop();
  });
});
