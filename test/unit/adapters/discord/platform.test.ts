import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createDiscordPlatform } from "../../../../src/adapters/discord/platform.ts";
import { AppError } from "../../../../src/domain/errors.ts";
import type { Platform } from "../../../../src/ports/platform.ts";
import {
  choice,
  eventually,
  fakeCommand,
  keptInMemory,
  quietLogger,
  Recorder,
  realClock,
  reply,
} from "../../../contract/platform-room.ts";
import { openDiscordRoom } from "../../../fakes/discord/discord-room.ts";
import { FakeDiscord } from "../../../fakes/discord/fake-discord.ts";

const commands = [fakeCommand({ name: "help", options: z.object({ about: z.string().optional() }) })];
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const room = async () => {
  const opened = await openDiscordRoom(commands);
  open.push(opened.close);
  return opened;
};
type Opened = Awaited<ReturnType<typeof room>>;

/** A mention in a channel of this name, heard; its place. */
async function begin({ fake, recorder }: Opened, name = "film") {
  const channel = fake.channel(name);
  const ana = fake.person("Ana");
  const said = fake.say(channel, ana, `${fake.mention} hello there`);
  const event = await eventually(
    () => recorder.events.find(({ id }) => id.endsWith(said.id)) ?? expect.fail("not heard"),
  );
  return { channel, ana, said, place: event.place };
}

describe("threads", () => {
  test("a reply opens the thread of the message, named after it, and shows work in it before", async () => {
    const opened = await room();
    const { fake, platform } = opened;
    const { place, said } = await begin(opened);
    platform.typing(place);
    await eventually(() => expect(fake.world.typing).toEqual([said.id]));
    await platform.send(place, reply("Hello, Ana."));
    expect(fake.world.channel(said.id)).toMatchObject({ name: "hello there", owner_id: fake.world.bot.id });
    expect(fake.seen(said.id).map(({ text }) => text)).toEqual(["Hello, Ana."]);
  });

  test("where none may be opened, the reply answers the message in the channel, and presses and replies belong to it", async () => {
    const opened = await room();
    const { fake, platform, recorder } = opened;
    const { channel, ana, place, said } = await begin(opened, "no-threads");
    const message = reply("Next?", [{ type: "choices", choices: [choice("cho_fallback", "Go on")] }]);
    const id = await platform.send(place, message);
    const shown = fake.seen(channel).at(-1);
    expect(fake.world.message(channel, shown?.id ?? "")?.message_reference?.message_id).toBe(said.id);
    await fake.press(ana, channel, shown?.id ?? "", "Go on");
    fake.say(channel, ana, "as you like", { replyTo: shown?.id ?? "" });
    await eventually(() => expect(recorder.events).toHaveLength(3));
    expect(recorder.events.map((event) => event.place)).toEqual([place, place, place]);
    await platform.edit(place, id, { ...message, blocks: [{ type: "text", text: "Done." }] });
    expect(fake.seen(channel).find((one) => one.id === shown?.id)?.text).toBe("Done.");
  });

  test("a channel that may not be written to is final and says so", async () => {
    const { fake, platform } = await room();
    const place = {
      platform: "discord" as const,
      workspace: fake.world.guildId,
      channel: fake.channel("read-only"),
    };
    await expect(platform.send(place, reply("x"))).rejects.toMatchObject({
      final: true,
      message: expect.stringContaining("Missing Permissions"),
    });
  });
});

describe("delivery", () => {
  test("a send whose answer was lost is not seen twice", async () => {
    const opened = await room();
    const { fake, platform } = opened;
    const { place } = await begin(opened);
    const long = reply(Array.from({ length: 900 }, (_, index) => `word${index}`).join(" "));
    await platform.send(place, reply("first"));
    fake.faults.push({ method: "POST", path: /messages$/, status: 500, after: true, times: 1 });
    await platform.send(place, long);
    const posts = fake.seen(place.thread ?? "").length;
    await platform.send(place, long);
    expect(fake.seen(place.thread ?? "")).toHaveLength(posts);
  });

  test("an outage is worth another try, and takes no minutes to notice", async () => {
    const opened = await room();
    const { place } = await begin(opened);
    opened.fake.faults.push({ method: "POST", path: /messages$/, status: 503, times: 9 });
    const began = performance.now();
    await expect(opened.platform.send(place, reply("x"))).rejects.toMatchObject({
      final: false,
      retryable: true,
    });
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});

test("a form opens as a modal and its answer is heard at its place", async () => {
  const opened = await room();
  const { fake, platform, recorder } = opened;
  const { ana, place } = await begin(opened);
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
  const shown = fake.seen(place.thread ?? "").at(-1);
  const opening = await fake.press(ana, place.thread ?? "", shown?.id ?? "", "Fill in");
  expect(opening.response).toMatchObject({
    type: 9,
    data: { title: "Sarah", components: [{ label: "Age", component: { value: "28" } }] },
  });
  await fake.submit(ana, place.thread ?? "", opening, { age: "29" });
  await eventually(() =>
    expect(recorder.events.at(-1)).toMatchObject({
      type: "form",
      form_id: "frm_1",
      values: { age: "29" },
      place,
    }),
  );
  recorder.messages.clear();
  const gone = await fake.press(ana, place.thread ?? "", shown?.id ?? "", "Fill in");
  expect(gone.response).toMatchObject({
    type: 4,
    data: { flags: 64, content: expect.stringContaining("Ask for it again") },
  });
});

test("a command that cannot be stored is not left unanswered", async () => {
  const { fake, recorder } = await room();
  recorder.before = async () => {
    throw new AppError("internal", "cannot be stored");
  };
  const interaction = await fake.slash(fake.person("Ana"), fake.channel("film"), "help");
  await eventually(() => expect(interaction.original).toContain("Please try again"));
});

test("what is said while the store is away for a moment is heard", async () => {
  const opened = await room();
  let failures = 2;
  opened.recorder.before = async () => {
    failures -= 1;
    if (failures >= 0) throw new Error("the store is away");
  };
  await begin(opened);
  expect(opened.recorder.events).toHaveLength(1);
});

test("what is said while the connection is lost is told by RESUME", async () => {
  const { fake, recorder } = await room();
  const channel = fake.channel("film");
  fake.gateway.drop();
  fake.say(channel, fake.person("Ana"), `${fake.mention} said in the gap`);
  await eventually(() => expect(recorder.events).toHaveLength(1));
  expect(fake.gateway.joins).toEqual({ identify: 1, resume: 1 });
});

describe("starting", () => {
  const start = async (fake: FakeDiscord, token = fake.world.token): Promise<Platform> => {
    const platform = createDiscordPlatform({
      config: { token, apiUrl: fake.apiUrl },
      commands,
      blobs: keptInMemory(),
      clock: realClock,
      logger: quietLogger(),
    });
    open.push(() => platform.stop());
    await platform.start(new Recorder());
    return platform;
  };
  const fakeDiscord = async () => {
    const fake = await FakeDiscord.start();
    open.push(() => fake.close());
    return fake;
  };

  test("publishes the commands once, and again only when they changed", async () => {
    const fake = await fakeDiscord();
    await (await start(fake)).stop();
    await (await start(fake)).stop();
    expect(fake.world.commandWrites).toBe(1);
    fake.world.commands = [];
    await start(fake);
    expect(fake.world.commandWrites).toBe(2);
  });

  test("names the token that is wrong, and the intent that is missing", async () => {
    const fake = await fakeDiscord();
    await expect(start(fake, "MTAw.not.it")).rejects.toMatchObject({
      code: "unauthorized",
      hint: expect.stringContaining("DISCORD_TOKEN"),
    });
    fake.world.messageContentAllowed = false;
    await expect(start(fake)).rejects.toMatchObject({
      code: "forbidden",
      hint: expect.stringContaining("Message Content Intent"),
    });
  });

  test("costs nothing before: the library is not loaded, and nothing can be sent", async () => {
    const script = `
      import { createRequire } from "node:module";
      const loaded = () => Object.keys(createRequire(${JSON.stringify(import.meta.url)}).cache).some((path) => path.includes("discord.js"));
      await import(${JSON.stringify(new URL("../../../../src/adapters/discord/platform.ts", import.meta.url).href)});
      const before = loaded();
      await import("discord.js");
      process.stdout.write([before, loaded()].join());`;
    const told = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect(told).toBe("false,true");
    const platform = createDiscordPlatform({
      config: { token: "x" },
      commands,
      blobs: keptInMemory(),
      clock: realClock,
      logger: quietLogger(),
    });
    const place = { platform: "discord" as const, workspace: "1", channel: "2" };
    await expect(platform.send(place, reply("x"))).rejects.toMatchObject({ retryable: true });
    await expect(platform.check()).rejects.toThrow("not connected");
    platform.typing(place);
    await platform.stop();
  });
});

test("a form that cannot be looked up in time asks to press once more, instead of failing", async () => {
  const opened = await room();
  const { fake, platform, recorder } = opened;
  const { ana, place } = await begin(opened);
  const fields = [{ name: "name", label: "Name", input: "text" as const }];
  const message = reply("Fill in", [{ type: "form", form_id: "frm_1", title: "Sarah", fields }]);
  await platform.send(place, message);
  recorder.message = () => new Promise(() => undefined);
  const shown = fake.seen(place.thread ?? "").at(-1);
  const pressed = await fake.press(ana, place.thread ?? "", shown?.id ?? "", "Fill in");
  expect(pressed.whispers.join()).toContain("press it once more");
});
