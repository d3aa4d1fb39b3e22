import { expect, test } from "vitest";
import type { Place } from "../../src/domain/session.ts";
import { type Acknowledged, choice, eventually, type Room, reply } from "./platform-room.ts";
import { type Scene, unique } from "./platform-scene.ts";

const TURN = /^‹ \d|\d ›$/;

/** Long lists and what people say in place of a choice: each only for the one who asks. */
export function choosing(get: () => Scene): void {
  const optionsOf = (prefix: string, many: number) =>
    Array.from({ length: many }, (_, index) =>
      choice(`${prefix}_${index}`, `Option ${index} of ${many}`, {
        description: `What option ${index} does`,
      }),
    );
  const offer = async (room: Room, place: Place, choices: ReturnType<typeof choice>[]) => {
    const message = reply("Choose", [{ type: "choices", prompt: "Choose", choices }]);
    room.recorder.messages.set(message.id, message);
    await room.platform.send(place, message);
  };
  const pageOf = (asked: Acknowledged) =>
    eventually(() => {
      const [page] = asked.alone?.() ?? [];
      if (!page || page.buttons.length === 0) throw new Error("no page is shown");
      return page;
    });
  const pressed = (room: Room, id: string) =>
    eventually(() => {
      const event = room.recorder.events.find((one) => one.type === "choice" && one.choice_id === id);
      if (!event) throw new Error(`${id} was not heard`);
      return event;
    });

  test.each([7, 25, 60, 230])("offers each of %i choices, and hears the last one", async (many) => {
    const { room, begin } = get();
    const place = await begin();
    const prefix = unique("many");
    const choices = optionsOf(prefix, many);
    await offer(room, place, choices);
    const ana = room.person("Ana");
    const posts = room.seen(place).length;
    let buttons = room.seen(place).flatMap((message) => message.buttons);
    const offered = new Set(buttons.filter((label) => !TURN.test(label)));
    let press = (label: string) => room.press(ana, place, label);
    let asked: Acknowledged | undefined;
    for (let next = forward(buttons); next !== undefined; next = forward(buttons)) {
      const turned = await press(next);
      asked ??= turned;
      const before = next;
      const page = await eventually(async () => {
        const now = await pageOf(asked ?? turned);
        if (forward(now.buttons) === before) throw new Error("the page is not turned");
        return now;
      });
      buttons = [...page.buttons];
      press = page.press;
      for (const label of buttons) if (!TURN.test(label)) offered.add(label);
    }
    expect([...offered]).toEqual(choices.map(({ label }) => label));
    await press(`Option ${many - 1} of ${many}`);
    const event = await pressed(room, `${prefix}_${many - 1}`);
    expect(event.place).toEqual(place);
    expect(room.seen(place)).toHaveLength(posts);
  });

  test("turning a page changes nothing for the others, and goes back", async () => {
    const { room, begin } = get();
    const place = await begin();
    const choices = optionsOf(unique("turn"), 230);
    await offer(room, place, choices);
    const shown = room.seen(place);
    const asked = await room.press(room.person("Ana"), place, forward(shown[0]?.buttons ?? []) ?? "");
    const page = await pageOf(asked);
    await page.press(page.buttons.find((label) => label.startsWith("‹")) ?? "");
    await eventually(async () => expect((await pageOf(asked)).buttons).toContain("Option 0 of 230"));
    expect(room.seen(place)).toEqual(shown);
  });

  test("“Something else…” asks in a form, and what is said there is heard and seen as if it had been typed", async () => {
    const { room, begin } = get();
    const place = await begin();
    const other = choice(unique("cho"), "Something else…", {
      category: "manual",
      asks: "What would you like to do instead?",
    });
    await offer(room, place, [choice(unique("cho"), "Write a scene"), other]);
    const asked = await room.press(room.person("Ana"), place, "Something else…");
    const modal = await eventually(() => {
      const opened = asked.modal?.();
      if (!opened) throw new Error("no form is open");
      return opened;
    });
    expect(modal.title).toContain("Something else");
    const words = `${unique("own")} a chase @everyone <!channel>`;
    await modal.submit({ words });
    const event = await get().heard(words);
    expect(event).toMatchObject({ type: "message", text: words, place, person: { name: "Ana" } });
    expect(room.recorder.events.some((one) => one.type === "choice" && one.choice_id === other.id)).toBe(
      false,
    );
    expect(room.pings()).toEqual([]);
  });

  test("“Something else…” of what is settled says so, to the presser alone", async () => {
    const { room, begin } = get();
    const place = await begin();
    const other = choice(unique("cho"), "Something else…", { category: "manual", asks: "What instead?" });
    const message = reply("Choose", [{ type: "choices", choices: [other] }]);
    await room.platform.send(place, message);
    const settled = { ...other, state: "pressed" as const, pressed_by: "u", pressed_by_name: "Bo" };
    room.recorder.messages.set(message.id, { ...message, blocks: [{ type: "choices", choices: [settled] }] });
    const posts = room.seen(place).length;
    const asked = await room.press(room.person("Ana"), place, "Something else…");
    await eventually(() => expect(asked.told.join()).toMatch(/settled already: chosen by Bo/));
    expect(asked.modal?.()).toBeUndefined();
    expect(room.seen(place)).toHaveLength(posts);
  });
}

const forward = (buttons: readonly string[]) => buttons.find((label) => label.endsWith("›"));
