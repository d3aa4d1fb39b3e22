import { expect, test } from "vitest";
import { choice, eventually, reply } from "./platform-room.ts";
import { type Scene, unique } from "./platform-scene.ts";

const ACK_WITHIN_MS = 3_000;

export function pressing(get: () => Scene): void {
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
    await eventually(() => expect(second.told.join()).toContain("once"));
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
      await eventually(() =>
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
    room.recorder.before = () => new Promise((resolve) => setTimeout(resolve, 3_500));
    const press = await room.press(room.person("Ana"), place, "Slowly").finally(() => {
      room.recorder.before = async () => undefined;
    });
    expect(press.ackMs).toBeLessThan(ACK_WITHIN_MS);
  });
}
