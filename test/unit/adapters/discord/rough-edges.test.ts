import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "../../../../src/domain/errors.ts";
import type { DeliveryFailure } from "../../../../src/ports/platform.ts";
import { choice, eventually, reply } from "../../../contract/platform-room.ts";
import { createScene } from "../../../contract/platform-scene.ts";
import { openDiscordRoom } from "../../../fakes/discord/discord-room.ts";
import type { Person } from "../../../fakes/discord/world.ts";

const FORUM = 15;
const VOICE = 2;
let room: Awaited<ReturnType<typeof openDiscordRoom>>;
let ana: Person;
beforeAll(async () => {
  room = await openDiscordRoom([]);
  ana = room.fake.person("Ana");
});
afterAll(() => room.close());
beforeEach(() => {
  room.recorder.before = async () => undefined;
});
const heard = (text: string) => createScene(room).heard(text);

describe("where people talk otherwise", () => {
  test("a forum's post is a talk of its own: answered and marked in it", async () => {
    const { fake, platform } = room;
    const forum = fake.channel("ideas", FORUM);
    const post = fake.post(forum, ana, "The ending", `${fake.mention} how does it end?`);
    const { place } = await heard("how does it end?");
    expect(place).toMatchObject({ channel: forum, thread: post.id });
    await platform.marking?.set(place, post.id, "taken");
    expect(fake.world.reactions.get(post.id)).toEqual(["👀"]);
    await platform.send(place, reply("In the rain."));
    expect(fake.seen(post.id).map(({ text }) => text)).toContain("In the rain.");
    await platform.marking?.unset(place, post.id, "taken");
    expect(fake.world.reactions.get(post.id)).toEqual([]);
  });

  test("a thread that is opened in a forum begins with its title", async () => {
    const { fake, platform } = room;
    const channel = fake.channel("scenes", FORUM);
    const place = await platform.openThread?.(
      { platform: "discord", workspace: fake.world.guildId, channel },
      "The ending",
    );
    expect(place).toMatchObject({ channel, thread: expect.any(String) });
    expect(fake.seen(place?.thread ?? "").map(({ text }) => text)).toEqual(["The ending"]);
  });

  test("a thread is called as people see what was said", async () => {
    const { fake, platform } = room;
    const bo = fake.person("Bo");
    const said = fake.say(
      fake.channel("film"),
      ana,
      `${fake.mention} ask <@${bo.id}> and <@&123456789012345678> <:wave:123456789012345678> by <t:0:d>`,
    );
    const { place } = await heard("ask @Bo");
    await platform.send(place, reply("I shall."));
    expect(fake.world.channel(said.id)?.name).toBe("ask @Bo and :wave: by 1970-01-01 00:00 UTC");
  });

  test("the text of a voice channel has no threads, and is answered there", async () => {
    const { fake, platform } = room;
    const voice = fake.channel("On set", VOICE);
    fake.say(voice, ana, `${fake.mention} said while talking`);
    const { place } = await heard("said while talking");
    expect(place).toMatchObject({ channel: voice });
    expect(place.thread).toBeUndefined();
    await platform.send(place, reply("Heard."));
    expect(fake.seen(voice).at(-1)?.text).toBe("Heard.");
  });

  test("where it is known that no thread may be opened, none is asked for", async () => {
    const { fake, platform } = room;
    const channel = fake.channel("no-threads");
    fake.say(channel, ana, `${fake.mention} without a thread`);
    const { place } = await heard("without a thread");
    const refused = fake.world.rates?.invalid;
    platform.typing(place);
    await platform.send(place, reply("Here, then."));
    expect(fake.seen(channel).at(-1)?.text).toBe("Here, then.");
    expect(fake.world.rates?.invalid).toBe(refused);
  });

  test("where Backlot may not read what was said before, it answers without pointing at it", async () => {
    const { fake, platform } = room;
    const channel = fake.channel("no-threads");
    fake.say(channel, ana, `${fake.mention} blind`);
    const { place } = await heard("blind");
    const body = { code: 160_002, message: "Cannot reply without permission to read message history" };
    fake.faults.push({
      method: "POST",
      path: new RegExp(`${channel}/messages$`),
      status: 403,
      body,
      times: 1,
    });
    await platform.send(place, reply("All the same."));
    expect(fake.seen(channel).at(-1)?.text).toBe("All the same.");
  });
});

describe("what is taken back or changed", () => {
  test("by a moderator, many at once, is told of one by one", async () => {
    const { fake, recorder } = room;
    const channel = fake.channel("film");
    const said = ["one", "two", "three"].map((text) =>
      fake.say(channel, ana, `${fake.mention} bulk ${text}`),
    );
    await heard("bulk three");
    fake.eraseAll(said);
    const gone = said.map(({ id }) => `discord:message:${id}`);
    await eventually(() =>
      expect(recorder.amendments.filter(({ text }) => text === null).map(({ event_id }) => event_id)).toEqual(
        gone,
      ),
    );
  });

  test("so that it calls Backlot is heard then, once, unless it is long past", async () => {
    const { fake, recorder } = room;
    const channel = fake.channel("film");
    const [said, old] = ["who is Sarah?", "who was that?"].map((text) => fake.say(channel, ana, text));
    if (!said || !old) throw new Error("nothing was said");
    Object.assign(old, { timestamp: new Date(Date.now() - 3_600_000).toISOString() });
    fake.edit(old, ana, `${fake.mention} who was that?`);
    fake.edit(said, ana, `${fake.mention} who is Sarah?`);
    expect(await heard("who is Sarah?")).toMatchObject({ place: { channel, thread: said.id }, opens: true });
    fake.edit(said, ana, `${fake.mention} who is Sarah Chen?`);
    await eventually(() => expect(recorder.amendments.at(-1)?.text).toBe("who is Sarah Chen?"));
    const ids = [said, old].map(({ id }) => `discord:message:${id}`);
    expect(recorder.events.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual([ids[0]]);
  });

  test("while the store is away for a moment is not lost", async () => {
    const { fake, recorder } = room;
    const channel = fake.channel("film");
    const said = fake.say(channel, ana, `${fake.mention} first words`);
    await heard("first words");
    const amend = recorder.amend.bind(recorder);
    let away = 1;
    recorder.amend = async (amendment) => {
      away -= 1;
      if (away >= 0) throw new AppError("unavailable", "away", { retryable: true });
      await amend(amendment);
    };
    fake.edit(said, ana, `${fake.mention} newest words`);
    await eventually(() => expect(recorder.amendments.at(-1)?.text).toBe("newest words"));
  });
});

test("what a late press came to is told in the channel where no thread could be opened", async () => {
  const { fake, platform, recorder } = room;
  const channel = fake.channel("no-threads");
  fake.say(channel, ana, `${fake.mention} offer me something`);
  const { place } = await heard("offer me something");
  await platform.send(place, reply("Next?", [{ type: "choices", choices: [choice("cho_late", "Skip it")] }]));
  const text = "You may not do that; ask a producer.";
  recorder.answer = () => ({
    ...{ turn_id: "trn_1", session_id: "ses_1", project_id: "prj_1", message_id: "msg_1" },
    private: true,
    reply: { message_id: "msg_1", text, blocks: [] },
    changes: [],
    choices: [],
  });
  const life = fake.world.interactionLifeMs;
  fake.world.interactionLifeMs = 0;
  await fake.press(ana, channel, fake.seen(channel).at(-1)?.id ?? "", "Skip it");
  await eventually(() => expect(fake.seen(channel).at(-1)?.text).toContain(text));
  fake.world.interactionLifeMs = life;
  recorder.answer = () => undefined;
});

test("an old message that takes no more edits for now is edited later", async () => {
  const { fake, platform } = room;
  fake.say(fake.channel("film"), ana, `${fake.mention} long ago`);
  const { place } = await heard("long ago");
  const message = reply("Progress");
  const id = await platform.send(place, message);
  const shown = fake.world.message(place.thread ?? "", id);
  if (shown) shown.timestamp = new Date(Date.now() - 2 * 3_600_000).toISOString();
  for (let count = 0; count < 3; count += 1) await platform.edit(place, id, message);
  const failure = await platform.edit(place, id, message).catch((error: DeliveryFailure) => error);
  expect(failure).toMatchObject({ retryable: true, retryAfterMs: expect.any(Number) });
  expect((failure as DeliveryFailure).retryAfterMs).toBeGreaterThanOrEqual(20_000);
});

test("what could not be taken is told to whoever pressed also where Discord never heard that it arrived", async () => {
  const { fake, platform, recorder } = room;
  const channel = fake.channel("film");
  fake.say(channel, ana, `${fake.mention} give me buttons`);
  const { place } = await heard("give me buttons");
  const message = reply("Next?", [
    {
      type: "form",
      form_id: "frm_1",
      title: "Sarah",
      fields: [{ name: "age", label: "Age", input: "number" }],
    },
  ]);
  recorder.messages.set(message.id, message);
  await platform.send(place, message);
  const shown = fake.seen(place.thread ?? "").at(-1);
  const opened = await fake.press(ana, place.thread ?? "", shown?.id ?? "", "Fill in");
  recorder.before = async () => {
    throw new AppError("invalid", "not taken");
  };
  const body = { code: 10_062, message: "Unknown interaction" };
  fake.faults.push({ method: "POST", path: /\/callback$/, status: 404, body, times: 1 });
  // Nobody waits until Discord says that it failed.
  fake.submit(ana, place.thread ?? "", opened, { age: "29" }).catch(() => undefined);
  await eventually(() =>
    expect(fake.seen(place.thread ?? "").at(-1)?.text).toContain("could not take that just now"),
  );
});
