import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import type { Place } from "../../src/domain/session.ts";
import type { DeliveryFailure } from "../../src/ports/platform.ts";
import { choice, type Room, reply } from "./platform-room.ts";

const ACK_WITHIN_MS = 3_000;
let serial = 0;
const unique = (prefix: string) => {
  serial += 1;
  return `${prefix}_${serial}_`;
};

/** What every platform keeps, whoever its people are. `open` connects it to a server that speaks its protocol. */
export function platformSuite(name: string, open: () => Promise<Room>): void {
  describe(`${name} keeps the platform contract`, () => {
    let room: Room;
    beforeAll(async () => {
      room = await open();
    });
    afterAll(() => room?.close());

    const heard = (text: string) =>
      vi.waitFor(() => {
        const event = room.recorder.events.find((one) => "text" in one && one.text.includes(text));
        if (!event) throw new Error(`"${text}" was not heard`);
        return event;
      });
    /** A mention that is heard, and the place Backlot answers it at. */
    const begin = async (channel = room.channel(), who = room.person("Ana")): Promise<Place> => {
      const mark = unique("begin");
      await room.say(channel, who, `${room.mention} ${mark}`);
      return (await heard(mark)).place;
    };

    hearing(() => ({ room, heard }));
    answering(() => ({ room, begin }));
    pressing(() => ({ room, begin, heard }));
    failing(() => ({ room, begin, heard }));
  });
}

type Heard = (text: string) => Promise<InboundEvent>;
type Begin = (channel?: string) => Promise<Place>;

function hearing(get: () => { room: Room; heard: Heard }): void {
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
    for (const line of lines) await room.say(channel, ana, line, { thread: first.id });
    await heard("line 7");
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
    await vi.waitFor(() => expect(mine()).toHaveLength(2));
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

function answering(get: () => { room: Room; begin: Begin }): void {
  const last = (room: Room, place: Place) => room.seen(place).at(-1);

  test("answers where it was asked, and edits in place", async () => {
    const { room, begin } = get();
    const place = await begin();
    const message = reply("Processing 1 of 10");
    const id = await room.platform.send(place, message);
    const before = room.seen(place).length;
    expect(last(room, place)).toMatchObject({ by: "Backlot", text: "Processing 1 of 10" });
    const edited = {
      ...message,
      text: "Processing 2 of 10",
      blocks: [{ type: "text" as const, text: "Processing 2 of 10" }],
    };
    expect(await room.platform.edit(place, id, edited)).toBe(id);
    expect(room.seen(place)).toHaveLength(before);
    expect(last(room, place)?.text).toBe("Processing 2 of 10");
  });

  test("a send keeps its id: the same message sent again is seen once", async () => {
    const { room, begin } = get();
    const place = await begin();
    const message = { ...reply("Only once"), at: new Date(Date.now() - 60_000).toISOString() };
    const first = await room.platform.send(place, message);
    expect(await room.platform.send(place, message)).toBe(first);
    expect(room.seen(place).filter(({ text }) => text === "Only once")).toHaveLength(1);
  });

  test("never pings anyone, whatever the text says", async () => {
    const { room, begin } = get();
    const place = await begin();
    const text = `Look: ${room.callsEveryone.join(" ")} ${room.mention}`;
    const id = await room.platform.send(place, reply(text));
    await room.platform.edit(
      place,
      id,
      reply(text, [{ type: "card", title: text, fields: [{ name: text, value: text }] }]),
    );
    expect(room.pings()).toEqual([]);
  });

  test("shows a long text whole, and its growth", async () => {
    const { room, begin } = get();
    const place = await begin();
    const text = (words: number) =>
      Array.from({ length: words }, (_, index) => `word${index}${index % 40 === 39 ? "\n\n" : ""}`).join(" ");
    const seenWords = () =>
      room
        .seen(place)
        .map((message) => message.text)
        .join(" ")
        .match(/word\d+/g) ?? [];
    const message = reply(text(6_000));
    const id = await room.platform.send(place, message);
    expect(seenWords()).toEqual(text(6_000).match(/word\d+/g));
    const grown = { ...message, text: text(9_000), blocks: [{ type: "text" as const, text: text(9_000) }] };
    const longer = await room.platform.edit(place, id, grown);
    expect(seenWords()).toEqual(text(9_000).match(/word\d+/g));
    await room.platform.edit(place, longer, {
      ...message,
      text: "word0",
      blocks: [{ type: "text", text: "word0" }],
    });
    expect(seenWords()).toEqual(["word0"]);
  });

  test("says each kind of block", async () => {
    const { room, begin } = get();
    const place = await begin();
    await room.platform.send(
      place,
      reply("all", [
        { type: "card", title: "Sarah", subtitle: "journalist", fields: [{ name: "age", value: "28" }] },
        {
          type: "receipt",
          lines: [
            {
              action: "created",
              kind: "character",
              name: "John",
              entry_id: "e",
              change_id: "c",
              fields: [{ name: "age", before: 29, after: 30 }],
            },
          ],
        },
        { type: "citation", quote: "She is 28.", message_id: "m", by: "Ana", at: "2026-01-01T10:00:00.000Z" },
        { type: "list", title: "Next", items: ["a scene", "a location"] },
        {
          type: "progress",
          operation_id: "o",
          label: "characters",
          status: "processing",
          completed: 5,
          total: 10,
          failed: 1,
          cancelled: 0,
          names: ["Maya"],
          failures: [{ name: "Bo", error: "no name left" }],
        },
        {
          type: "file",
          name: "cast.csv",
          url: "https://example.test/cast.csv",
          media_type: "text/csv",
          size: 9,
        },
      ]),
    );
    const text = last(room, place)?.text ?? "";
    for (const word of [
      "Sarah",
      "journalist",
      "28",
      "John",
      "29 → 30",
      "She is 28.",
      "Ana",
      "a location",
      "6 of 10",
      "Maya",
      "no name left",
      "cast.csv",
    ]) {
      expect(text).toContain(word);
    }
  });

  test("shows a message that has only its text", async () => {
    const { room, begin } = get();
    const place = await begin();
    await room.platform.send(place, reply("being written", []));
    expect(last(room, place)?.text).toBe("being written");
  });
}

function pressing(get: () => { room: Room; begin: Begin; heard: Heard }): void {
  test("a pressed button is heard at its place, acknowledged in time, and acts once", async () => {
    const { room, begin } = get();
    const place = await begin();
    const id = unique("cho");
    await room.platform.send(
      place,
      reply("Next?", [
        { type: "choices", choices: [choice(id, "Write a scene", { description: "Opens the third act" })] },
      ]),
    );
    expect(room.seen(place).at(-1)).toMatchObject({ buttons: ["Write a scene"] });
    expect(room.seen(place).at(-1)?.text).toContain("Opens the third act");
    const first = await room.press(room.person("Ana"), place, "Write a scene");
    expect(first.ackMs).toBeLessThan(ACK_WITHIN_MS);
    const second = await room.press(room.person("Bo"), place, "Write a scene");
    await vi.waitFor(() => expect(second.told.join()).toContain("once"));
    const presses = room.recorder.events.filter((event) => event.type === "choice" && event.choice_id === id);
    expect(presses).toHaveLength(1);
    expect(presses[0]?.place).toEqual(place);
    expect(first.told).toEqual([]);
  });

  test("offers every choice however many, and hears the last one", async () => {
    const { room, begin } = get();
    for (const many of [7, 25, 60]) {
      const place = await begin();
      const prefix = unique("many");
      const choices = Array.from({ length: many }, (_, index) =>
        choice(`${prefix}_${index}`, `Option ${index} of ${many}`, {
          description: `What option ${index} does`,
        }),
      );
      await room.platform.send(place, reply("Choose", [{ type: "choices", prompt: "Choose", choices }]));
      const labels = room.seen(place).flatMap(({ buttons }) => buttons);
      expect(labels).toEqual(choices.map(({ label }) => label));
      await room.press(room.person("Ana"), place, `Option ${many - 1} of ${many}`);
      await vi.waitFor(() =>
        expect(
          room.recorder.events.some(
            (event) => event.type === "choice" && event.choice_id === `${prefix}_${many - 1}`,
          ),
        ).toBe(true),
      );
    }
  });

  test("a choice that was taken or is out of date cannot be pressed", async () => {
    const { room, begin } = get();
    const place = await begin();
    const choices = [
      choice(unique("cho"), "Taken", { state: "pressed" }),
      choice(unique("cho"), "Old", { state: "expired" }),
      choice(unique("cho"), "Open"),
    ];
    await room.platform.send(place, reply("Next?", [{ type: "choices", choices }]));
    expect(room.seen(place).at(-1)?.buttons).toEqual(["Open"]);
    expect(room.seen(place).some(({ disabled, text }) => [...disabled, text].join().includes("Taken"))).toBe(
      true,
    );
  });

  test("a slash command is published with its options and heard at its channel", async () => {
    const { room, heard } = get();
    const channel = room.channel();
    const { ackMs } = await room.command(room.person("Ana"), channel, "bulk", {
      kind: "characters",
      count: 10,
    });
    expect(ackMs).toBeLessThan(ACK_WITHIN_MS);
    const event = await heard("/bulk");
    expect(event).toMatchObject({ type: "command", command: "bulk", place: { channel } });
    expect(
      event.type === "command" && Object.entries(event.options).map(([key, value]) => [key, String(value)]),
    ).toEqual([
      ["kind", "characters"],
      ["count", "10"],
    ]);
    expect(event.place.thread).toBeUndefined();
  });

  test("acknowledges in time while storing is slow", async () => {
    const { room, begin } = get();
    const place = await begin();
    await room.platform.send(
      place,
      reply("Next?", [{ type: "choices", choices: [choice(unique("slow"), "Slowly")] }]),
    );
    room.recorder.before = () => new Promise((resolve) => setTimeout(resolve, 2_600));
    const press = await room.press(room.person("Ana"), place, "Slowly").finally(() => {
      room.recorder.before = async () => undefined;
    });
    expect(press.ackMs).toBeLessThan(2_500);
  });
}

function failing(get: () => { room: Room; begin: Begin; heard: Heard }): void {
  const failure = (work: Promise<unknown>) =>
    work.then(
      () => expect.unreachable("it went through"),
      (error: DeliveryFailure) => error,
    );

  test("hands on how long the platform asks to wait, and goes through afterwards", async () => {
    const { room, begin } = get();
    const place = await begin();
    room.limitNextSend(30);
    const error = await failure(room.platform.send(place, reply("too soon")));
    expect(error.retryAfterMs).toBeGreaterThanOrEqual(30_000);
    expect(error.retryAfterMs).toBeLessThan(32_000);
    expect(error.final ?? false).toBe(false);
  });

  test("says that a channel which is gone stays gone", async () => {
    const { room, begin } = get();
    const place = await begin();
    const { thread: _, ...nowhere } = { ...place, channel: "999999999999999999" };
    expect((await failure(room.platform.send(nowhere, reply("lost")))).final).toBe(true);
    expect((await failure(room.platform.edit(place, "999999999999999999", reply("lost")))).final).toBe(true);
  });

  test("is well, loses its connection, and hears again what is said afterwards", async () => {
    const { room, heard } = get();
    await room.platform.check();
    await room.dropConnection();
    await vi.waitFor(() => room.platform.check(), { timeout: 8_000, interval: 20 });
    const mark = unique("again");
    await room.say(room.channel(), room.person("Ana"), `${room.mention} ${mark}`);
    await heard(mark);
  });
}
