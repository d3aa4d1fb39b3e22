import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { eventually } from "../../../contract/platform-room.ts";
import { FakeDiscord } from "../../../fakes/discord/fake-discord.ts";

interface Packet {
  readonly op: number;
  readonly t?: string;
  readonly s?: number;
  readonly d?: { readonly content?: string; readonly session_id?: string };
}

const GUILDS = 1 << 0;
const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;
const MESSAGE_CONTENT = 1 << 15;
const ALL = GUILDS | GUILD_MESSAGES | DIRECT_MESSAGES | MESSAGE_CONTENT;

let fake: FakeDiscord;
const sockets: WebSocket[] = [];
beforeEach(async () => {
  fake = await FakeDiscord.start();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await fake.close();
});

/** A client of no library. */
function connect() {
  const socket = new WebSocket(fake.apiUrl.replace("http", "ws").replace("/api", "/"));
  const heard: Packet[] = [];
  socket.on("message", (data) => heard.push(JSON.parse(String(data))));
  sockets.push(socket);
  const closed = once(socket, "close").then(([code]) => code as number);
  const send = async (packet: object) => {
    if (socket.readyState !== WebSocket.OPEN) await once(socket, "open");
    socket.send(JSON.stringify(packet));
  };
  const said = () => heard.flatMap(({ t, d }) => (t === "MESSAGE_CREATE" ? [d?.content ?? ""] : []));
  return { heard, closed, send, said };
}

async function join(intents = ALL, shard?: [number, number]) {
  const client = connect();
  await client.send({ op: 2, d: { token: fake.world.token, intents, ...(shard ? { shard } : {}) } });
  await eventually(() => expect(client.heard.some(({ t }) => t === "READY")).toBe(true));
  return client;
}

const sessionOf = (client: ReturnType<typeof connect>) =>
  client.heard.find(({ t }) => t === "READY")?.d?.session_id;

describe("who may join", () => {
  test.each([
    [4004, { token: "wrong", intents: ALL }],
    [4013, { intents: 1 << 30 }],
    [4010, { intents: ALL, shard: [2, 2] }],
  ])("%i closes the connection", async (code, d) => {
    const client = connect();
    await client.send({ op: 2, d: { token: fake.world.token, ...d } });
    expect(await client.closed).toBe(code);
  });

  test("nobody who does anything before, or twice, or too much of it", async () => {
    const stranger = connect();
    await stranger.send({ op: 3, d: {} });
    expect(await stranger.closed).toBe(4003);
    const known = await join();
    await known.send({ op: 2, d: { token: fake.world.token, intents: ALL } });
    expect(await known.closed).toBe(4005);
    const loud = await join();
    for (let count = 0; count < 121; count += 1) await loud.send({ op: 1, d: null });
    expect(await loud.closed).toBe(4008);
  });
});

describe("what is told", () => {
  test("nothing without its intent, and no content without that of contents", async () => {
    const client = await join(GUILD_MESSAGES);
    const ana = fake.person("Ana");
    const film = fake.channel("film");
    fake.say(film, ana, "only for those who may read");
    fake.say(film, ana, `${fake.mention} for you`);
    fake.say(fake.direct(), ana, "nobody asked for this");
    await eventually(() => expect(client.said()).toEqual(["", `${fake.mention} for you`]));
    expect(client.heard.some(({ t }) => t === "CHANNEL_CREATE")).toBe(false);
  });

  test("a guild's events to its shard, direct ones to the first", async () => {
    const home = Number((BigInt(fake.world.guildId) >> 22n) % 2n);
    const shards = [await join(ALL, [0, 2]), await join(ALL, [1, 2])];
    const ana = fake.person("Ana");
    fake.say(fake.channel("film"), ana, "to the guild");
    fake.say(fake.direct(), ana, "to the bot");
    await eventually(() => expect(shards.flatMap((one) => one.said())).toHaveLength(2));
    expect(shards[home]?.said()).toContain("to the guild");
    expect(shards[0]?.said()).toContain("to the bot");
  });
});

describe("what goes wrong by script", () => {
  const say = (text: string, channel = fake.channel("film")) => fake.say(channel, fake.person("Ana"), text);

  test("events are lost, told twice, told in another order, and told late", async () => {
    const client = await join();
    const channel = fake.channel("film");
    fake.gateway.mischief.lose = 1;
    say("lost", channel);
    fake.gateway.mischief.repeat = 1;
    say("twice", channel);
    fake.gateway.mischief.swap = true;
    say("second", channel);
    say("first", channel);
    await eventually(() => expect(client.said()).toEqual(["twice", "twice", "first", "second"]));
    fake.gateway.mischief.delayMs = 30;
    say("late", channel);
    expect(client.said()).toHaveLength(4);
    await eventually(() => expect(client.said().at(-1)).toBe("late"));
  });

  test("what was lost is told by RESUME, unless RESUME is refused", async () => {
    const client = await join();
    const channel = fake.channel("film");
    fake.gateway.mischief.lose = 1;
    say("lost", channel);
    fake.gateway.drop();
    const session_id = sessionOf(client);
    const seq = Math.max(...client.heard.map(({ s = 0 }) => s));
    const again = connect();
    await again.send({ op: 6, d: { token: fake.world.token, session_id, seq } });
    await eventually(() => expect(again.heard.at(-1)?.t).toBe("RESUMED"));
    expect(again.said()).toEqual(["lost"]);
    fake.gateway.drop();
    fake.gateway.mischief.refuseResumes = 1;
    const refused = connect();
    await refused.send({ op: 6, d: { token: fake.world.token, session_id, seq } });
    await eventually(() => expect(refused.heard.at(-1)).toEqual({ op: 9, d: false }));
    expect(fake.gateway.joins).toEqual({ identify: 1, resume: 1 });
  });

  test("heartbeats stay unanswered, connections are asked to move or closed", async () => {
    const client = await join();
    await client.send({ op: 1, d: null });
    await eventually(() => expect(client.heard.at(-1)?.op).toBe(11));
    fake.gateway.mischief.deaf = true;
    await client.send({ op: 1, d: null });
    fake.gateway.askToReconnect();
    await eventually(() => expect(client.heard.at(-1)?.op).toBe(7));
    expect(client.heard.filter(({ op }) => op === 11)).toHaveLength(1);
    fake.gateway.closeWith(4000);
    expect(await client.closed).toBe(4000);
  });
});
