import { expect, test } from "vitest";
import type { Place } from "../../src/domain/session.ts";
import type { DeliveryFailure } from "../../src/ports/platform.ts";
import { reply } from "./platform-room.ts";
import { type Scene, unique } from "./platform-scene.ts";

/** Places that were closed, deleted or never open to Backlot: whoever waits hears of it, in one line, with what to do. */
export function closing(get: () => Scene): void {
  const ask = async (channel?: string) => {
    const { room, heard } = get();
    const mark = unique("closing");
    const ana = room.person("Ana");
    const said = await room.say(channel ?? room.channel(), ana, `${room.mention} ${mark}`);
    return { room, ana, said, place: (await heard(mark)).place };
  };
  const refused = (place: Place): Promise<DeliveryFailure> =>
    get()
      .room.platform.send(place, reply(unique("late")))
      .then(
        () => expect.unreachable("it was posted"),
        (error: DeliveryFailure) => error,
      );
  /** What a person hears beside the thread: alone, or in its channel. */
  const hears = (place: Place, person: Parameters<ReturnType<typeof get>["room"]["toldAlone"]>[0]) => {
    const { room } = get();
    const { thread: _, ...channel } = place;
    return [...room.toldAlone(person), ...room.seen(channel).map(({ text }) => text)].join("\n");
  };
  const isTold = async (place: Place, person: { id: string; name: string }, ...words: string[]) => {
    const { room } = get();
    const pings = room.pings().length;
    const { final, advice = "" } = await refused(place);
    expect(final).toBe(true);
    for (const word of words) expect(advice).toContain(word);
    expect(await room.platform.tell?.(place, person.id, advice)).toBe(true);
    expect(hears(place, person)).toContain(advice);
    expect(room.pings()).toHaveLength(pings);
  };

  test("a thread that sleeps is woken by an answer, and by a change of one", async () => {
    const { room, place } = await ask();
    const [first, second] = [unique("first"), unique("second")];
    const message = reply(first);
    const id = await room.platform.send(place, message);
    room.archive(place);
    await room.platform.send(place, reply(second));
    expect(room.seen(place).map(({ text }) => text)).toEqual([first, second]);
    room.archive(place);
    const changed = `${first} changed`;
    await room.platform.edit(place, id, { ...message, blocks: [{ type: "text", text: changed }] });
    expect(room.seen(place)[0]?.text).toBe(changed);
  });

  test("a thread that is locked takes nothing, and the person hears that beside it", async () => {
    const { room, ana, place } = await ask();
    await room.platform.send(place, reply(unique("before")));
    room.lockThread(place);
    await isTold(place, ana, "locked", "Ask me again in the channel");
  });

  test("after a thread was deleted the answer is seen near it, or the person hears why not", async () => {
    const { room, ana, place } = await ask();
    await room.platform.send(place, reply(unique("before")));
    room.removeThread(place);
    const mark = unique("after");
    const { thread: _, ...channel } = place;
    const failure = await room.platform.send(place, reply(mark)).catch((error: DeliveryFailure) => error);
    if (typeof failure === "string")
      expect([...room.seen(place), ...room.seen(channel)].map(({ text }) => text)).toContain(mark);
    else await isTold(place, ana, "gone");
  });

  test("after a channel was closed the person hears of it directly", async () => {
    const { room, ana, place } = await ask();
    await room.platform.send(place, reply(unique("before")));
    room.removeChannel(place);
    await isTold(place, ana, "channel of the film");
  });

  test("where Backlot may not write the person hears directly what to do", async () => {
    const { ana, place } = await ask(get().room.channel("read-only"));
    await isTold(place, ana, "ask");
  });
}
