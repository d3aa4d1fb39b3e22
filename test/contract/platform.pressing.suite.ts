import { expect, test } from "vitest";
import type { TurnView } from "../../src/chat/turn-record.ts";
import { choice, eventually, reply } from "./platform-room.ts";
import { type Scene, unique } from "./platform-scene.ts";

const ACK_WITHIN_MS = 3_000;

export function pressing(get: () => Scene): void {
  test("a pressed button is heard at its place, once a press, and acknowledged in time", async () => {
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
    await room.press(room.person("Bo"), place, "Write a scene");
    const presses = () =>
      room.recorder.events.filter((event) => event.type === "choice" && event.choice_id === id);
    await eventually(() => expect(presses()).toHaveLength(2));
    expect(presses().map(({ person }) => person.name)).toEqual(["Ana", "Bo"]);
    expect(new Set(presses().map((event) => event.id)).size).toBe(2);
    expect(presses()[0]?.place).toEqual(place);
    expect(first.told).toEqual([]);
  });

  test("what a press came to is told to the presser alone, where it is theirs alone", async () => {
    const { room, begin } = get();
    const place = await begin();
    const id = unique("cho");
    await room.platform.send(
      place,
      reply("Next?", [{ type: "choices", choices: [choice(id, "Skip the outline")] }]),
    );
    const posts = room.seen(place).length;
    const said = "The role writer may not do that; ask a producer. @everyone";
    room.recorder.answer = ({ person }) =>
      person.name === "Ana" ? answered(said, true) : answered("Done.", false);
    try {
      const mine = await room.press(room.person("Ana"), place, "Skip the outline");
      await eventually(() => expect(mine.told.join()).toContain("ask a producer"));
      const theirs = await room.press(room.person("Bo"), place, "Skip the outline");
      await eventually(() =>
        expect(
          room.recorder.events.filter((event) => event.type === "choice" && event.choice_id === id),
        ).toHaveLength(2),
      );
      expect(theirs.told).toEqual([]);
      expect(room.seen(place)).toHaveLength(posts);
      expect(room.seen(place).at(-1)?.buttons).toEqual(["Skip the outline"]);
      expect(room.pings()).toEqual([]);
    } finally {
      room.recorder.answer = () => undefined;
    }
  });

  test("who voted and who pressed what is shown with the choices, newest state first", async () => {
    const { room, begin } = get();
    const place = await begin();
    const at = new Date().toISOString();
    const id = unique("cho");
    const vote = (by_name: string) => ({ by: by_name, by_name, at });
    const drawn = (more: Partial<Parameters<typeof choice>[2]>) => ({
      ...reply("Next?"),
      id: `msg_${id}_1`,
      blocks: [{ type: "choices" as const, choices: [choice(id, "Skip the outline", more)] }],
    });
    const first = drawn({ needed: 3, votes: [vote("Ana"), vote("Bo")] });
    const posted = await room.platform.send(place, first);
    expect(room.seen(place).at(-1)?.text).toContain("2 of 3: Ana, Bo");
    const done = drawn({
      needed: 3,
      state: "pressed",
      pressed_by: "Cy",
      pressed_by_name: "Cy",
      votes: [vote("Ana"), vote("Bo"), vote("Cy")],
    });
    await room.platform.edit(place, posted, { ...done, version: 2 });
    expect(room.seen(place).at(-1)?.text).toContain("decided by Ana, Bo and Cy");
    expect(room.seen(place).at(-1)?.buttons).toEqual([]);
  });

  test("details of the choices are told to whoever asks, and to nobody else", async () => {
    const { room, begin } = get();
    const place = await begin();
    const id = unique("cho");
    const message = reply("Next?", [
      {
        type: "choices",
        choices: [
          choice(id, "Draft a logline", { details: "It is kept as the project’s. It opens: Synopsis." }),
        ],
      },
    ]);
    room.recorder.messages.set(message.id, message);
    await room.platform.send(place, message);
    expect(room.seen(place).at(-1)?.buttons).toEqual(["Draft a logline", "Details"]);
    expect(room.seen(place).at(-1)?.text).not.toContain("It opens");
    const posts = room.seen(place).length;
    const asked = await room.press(room.person("Ana"), place, "Details");
    await eventually(() => expect(asked.told.join()).toContain("It opens: Synopsis."));
    expect(room.seen(place)).toHaveLength(posts);
    expect(
      room.recorder.events.some((event) => event.type === "choice" && event.choice_id.includes("details")),
    ).toBe(false);
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
    room.recorder.before = () => new Promise((resolve) => setTimeout(resolve, 3_500));
    const press = await room.press(room.person("Ana"), place, "Slowly").finally(() => {
      room.recorder.before = async () => undefined;
    });
    expect(press.ackMs).toBeLessThan(ACK_WITHIN_MS);
  });
}

function answered(text: string, alone: boolean): TurnView {
  return {
    turn_id: "trn_1",
    session_id: "ses_1",
    project_id: "prj_1",
    message_id: "msg_1",
    ...(alone ? { private: true } : {}),
    reply: { message_id: "msg_1", text, blocks: [{ type: "text", text }] },
    changes: [],
    choices: [],
  };
}
