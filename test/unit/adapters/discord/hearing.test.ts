import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventually } from "../../../contract/platform-room.ts";
import { openDiscordRoom } from "../../../fakes/discord/discord-room.ts";
import type { Person } from "../../../fakes/discord/world.ts";

type Opened = Awaited<ReturnType<typeof openDiscordRoom>>;

describe("what is said on Discord", () => {
  let room: Opened;
  let ana: Person;

  beforeEach(async () => {
    room = await openDiscordRoom([]);
    ana = room.fake.person("Ana");
  });
  afterEach(() => room.close());

  const texts = () => room.recorder.events.map((event) => ("text" in event ? event.text : ""));
  const heard = (text: string) => eventually(() => expect(texts()).toContain(text));

  test("in a thread that was archived opens it again and is heard there", async () => {
    const { fake, recorder } = room;
    const channel = fake.channel("film");
    const thread = fake.thread(channel, ana, "old talk");
    const found = fake.world.channel(thread);
    if (!found) throw new Error("no thread");
    found.archivedAt = new Date().toISOString();
    fake.gateway.dispatch("THREAD_UPDATE", fake.world.channelJson(found));
    const place = { platform: "discord" as const, workspace: fake.world.guildId, channel, thread };
    recorder.open.push(place);
    found.archivedAt = undefined;
    fake.gateway.dispatch("THREAD_UPDATE", fake.world.channelJson(found));
    fake.say(thread, ana, "are we still on?");
    await heard("are we still on?");
    expect(recorder.events[0]?.place).toEqual(place);
  });

  test("in a thread Discord has not told of yet is put in its place", async () => {
    const { fake, recorder } = room;
    const channel = fake.channel("film");
    const thread = fake.thread(channel, ana, "quiet");
    fake.gateway.dispatch("THREAD_DELETE", {
      id: thread,
      guild_id: fake.world.guildId,
      parent_id: channel,
      type: 11,
    });
    fake.say(thread, ana, `${fake.mention} found me?`);
    await heard("found me?");
    expect(recorder.events[0]?.place).toMatchObject({ channel, thread });
  });

  test("by a webhook, another bot, or Discord itself is nothing to Backlot", async () => {
    const { fake } = room;
    const channel = fake.channel("film");
    const other = fake.person("Otherbot", undefined, true);
    fake.say(channel, other, `${fake.mention} from a bot`);
    const told = { guild_id: fake.world.guildId, member: fake.world.member(ana) };
    const said = fake.say(channel, ana, "a person");
    const base = { ...said, ...told, content: `${fake.mention} not a person` };
    fake.gateway.dispatch("MESSAGE_CREATE", { ...base, id: fake.world.nextId(), webhook_id: "77" });
    for (const type of [6, 7, 18, 21])
      fake.gateway.dispatch("MESSAGE_CREATE", { ...base, id: fake.world.nextId(), type });
    fake.say(channel, ana, `${fake.mention} a person calls`);
    await heard("a person calls");
    expect(texts()).toEqual(["a person calls"]);
  });

  test("with 4,000 characters, as people with Nitro may, comes whole", async () => {
    const { fake } = room;
    const long = "word ".repeat(790).trim();
    fake.say(fake.channel("film"), ana, `${fake.mention} ${long}`);
    await heard(long);
  });

  test("to the role that came with Backlot is said to Backlot", async () => {
    const { fake } = room;
    const { botRole } = fake.world;
    fake.say(fake.channel("film"), ana, `<@&${botRole.id}> by its role`);
    await heard("by its role");
  });
});
