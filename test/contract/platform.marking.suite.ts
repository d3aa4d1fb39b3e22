import { expect, test } from "vitest";
import type { DeliveryFailure } from "../../src/ports/platform.ts";
import { eventually } from "./platform-room.ts";
import { type Scene, unique } from "./platform-scene.ts";

/** What people see of work before its answer. */
export function marking(get: () => Scene): void {
  const say = async (channel?: string) => {
    const { room, heard } = get();
    const mark = unique("marked");
    const said = await room.say(channel ?? room.channel(), room.person("Ana"), `${room.mention} ${mark}`);
    const event = await heard(mark);
    const messageId = (event.type === "message" && event.platform_id) || "";
    const { marking: marks } = room.platform;
    if (!marks) throw new Error("nothing can be marked");
    return { room, said, place: event.place, messageId, marks };
  };

  test("what somebody said is marked, and one mark takes the place of another", async () => {
    const { room, said, place, messageId, marks } = await say();
    for (const mark of ["waits", "taken", "failed"] as const) {
      await marks.set(place, messageId, mark);
      await marks.set(place, messageId, mark);
    }
    expect(room.marks(said)).toEqual(["⏳", "👀", "⚠️"]);
    await marks.unset(place, messageId, "waits");
    await marks.unset(place, messageId, "waits");
    await marks.unset(place, messageId, "saved");
    expect(room.marks(said)).toEqual(["👀", "⚠️"]);
  });

  test("where Backlot may mark nothing, and where the message is gone, it says so", async () => {
    const failure = (work: Promise<void>) =>
      work.then(
        () => expect.unreachable("it was marked"),
        (error: DeliveryFailure) => error,
      );
    const kept = await say(get().room.channel("no-reactions"));
    const denied = await failure(kept.marks.set(kept.place, kept.messageId, "taken"));
    expect([denied.final, denied.gone ?? false]).toEqual([true, false]);
    const { room, said, place, messageId, marks } = await say();
    await room.erase(said);
    expect((await failure(marks.set(place, messageId, "taken"))).gone).toBe(true);
  });

  test("work is shown where it goes on, as often as it is told", async () => {
    const { room, place } = await say();
    room.platform.typing(place);
    room.platform.typing(place);
    await eventually(() => expect(room.shownWorking(place)).toBe(2));
    room.platform.typingEnds?.(place);
  });

  test("where it cannot be shown nobody is told, and nothing fails", async () => {
    const { room, place } = await say();
    const nowhere = room.platform.name === "slack" ? "C0NOWHERE" : "999999999999999999";
    expect(room.platform.typing({ ...place, channel: nowhere })).toBeUndefined();
  });
}
