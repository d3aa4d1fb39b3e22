import { expect, test } from "vitest";
import { eventually, reply } from "./platform-room.ts";
import type { Scene } from "./platform-scene.ts";

export function hearing(get: () => Scene): void {
  test("hears a mention without the mention, with who said it and an id that stays", async () => {
    const { room, heard } = get();
    const channel = room.channel();
    const ana = room.person("Ana");
    const said = await room.say(channel, ana, `${room.mention} create a character named Sarah`);
    const event = await heard("named Sarah");
    expect(event).toMatchObject({
      type: "message",
      text: "create a character named Sarah",
      platform_id: said.id,
    });
    expect(event.person).toMatchObject({ id: ana.id, name: "Ana" });
    expect(event.id).toContain(said.id);
    expect(event.place).toMatchObject({ platform: room.platform.name, channel, thread: said.id });
  });

  test("hears a direct message without a mention", async () => {
    const { room, heard } = get();
    const ana = room.person("Ana");
    await room.say(room.direct(ana), ana, "between us");
    expect((await heard("between us")).place.thread).toBeUndefined();
  });

  test("takes the other talk of a channel for none of its business", async () => {
    const { room, heard } = get();
    const channel = room.channel();
    const ana = room.person("Ana");
    await room.say(channel, ana, "lunch, anyone?");
    await room.say(channel, ana, `${room.mention} are you there?`);
    await heard("are you there");
    expect(room.recorder.events.some((event) => "text" in event && event.text.includes("lunch"))).toBe(false);
  });

  test("hears everything in a thread whose conversation is open, in the order it was said", async () => {
    const { room, heard } = get();
    const channel = room.channel();
    const ana = room.person("Ana");
    const first = await room.say(channel, ana, `${room.mention} let us begin`);
    const { place } = await heard("let us begin");
    room.recorder.open.push(place);
    await room.platform.send(place, reply("Gladly."));
    const lines = Array.from({ length: 8 }, (_, index) => `line ${index} of the thread`);
    // The earlier a line, the longer it takes to store: only waiting for one another keeps them in order.
    room.recorder.before = (event) =>
      new Promise((resolve) =>
        setTimeout(resolve, 80 - 10 * lines.indexOf("text" in event ? event.text : "")),
      );
    const saying = lines.map((line) => room.say(channel, ana, line, { thread: first.id }));
    await Promise.all([...lines.map(heard), ...saying]);
    room.recorder.before = async () => undefined;
    const told = room.recorder.events.flatMap((event) =>
      "text" in event && event.text.includes("of the thread") ? [event] : [],
    );
    expect(told.map((event) => ("text" in event ? event.text : ""))).toEqual(lines);
    expect(new Set(told.map((event) => JSON.stringify(event.place)))).toEqual(
      new Set([JSON.stringify(place)]),
    );
  });

  test("never answers itself, and no other bot", async () => {
    const { room, heard } = get();
    const channel = room.channel();
    const ana = room.person("Ana");
    const other = room.person("Otherbot", "bot");
    await room.say(channel, ana, `${room.mention} wake up`);
    const { place } = await heard("wake up");
    room.recorder.open.push(place);
    await room.platform.send(place, reply(`${room.mention} I said this myself`));
    await room.say(channel, other, `${room.mention} I am a bot too`);
    await room.say(channel, ana, `${room.mention} that is all`);
    await heard("that is all");
    const texts = room.recorder.events.map((event) => ("text" in event ? event.text : ""));
    expect(texts.filter((text) => /myself|bot too/.test(text))).toEqual([]);
  });

  test("tells that a message was edited or taken back", async () => {
    const { room, heard } = get();
    const ana = room.person("Ana");
    const said = await room.say(room.channel(), ana, `${room.mention} she is called Sara`);
    const event = await heard("called Sara");
    await room.edit(said, ana, `${room.mention} she is called Sarah`);
    await room.erase(said);
    const mine = () => room.recorder.amendments.filter(({ event_id }) => event_id === event.id);
    await eventually(() => expect(mine()).toHaveLength(2));
    expect(mine().map(({ text }) => text)).toEqual(["she is called Sarah", null]);
  });

  test("knows who runs the place", async () => {
    const { room, heard } = get();
    const channel = room.channel();
    await room.say(channel, room.person("Boss", "admin"), `${room.mention} the boss asks`);
    await room.say(channel, room.person("Hand"), `${room.mention} a hand asks`);
    expect((await heard("the boss asks")).person.role).toBe("admin");
    expect((await heard("a hand asks")).person.role).not.toBe("admin");
  });
}
