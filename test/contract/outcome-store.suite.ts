import { expect, test } from "vitest";
import { anEvent, aStage, newId } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

const at = new Date("2026-03-01T10:00:00Z");
const before = new Date("2026-03-01T09:00:00Z");
const soon = new Date("2026-03-01T10:00:30Z");
const later = new Date("2026-03-01T10:01:00Z");

export const outcomeStoreSuite: StoreSuite = (stores) => {
  const stored = async () => {
    const { session } = await aStage(stores());
    const event = anEvent(session);
    await stores().inbox.add(event, { session_id: session.id, turn_id: newId("turn") });
    return event;
  };
  const list = async (platform: "discord" | "slack", since = at) =>
    (await stores().outcomes.list(platform, since, 100)).map(({ event, address }) => [event.id, address]);

  test("who waits is known with the event and the way to tell them, until one has told them", async () => {
    const event = await stored();
    const address = { token: "t1" };
    await stores().outcomes.keep(event.id, { platform: "discord", at, address });
    await stores().outcomes.keep(event.id, { platform: "discord", at, address: { token: "t2" } });
    expect(await list("discord")).toContainEqual([event.id, address]);
    expect(await list("slack")).not.toContainEqual([event.id, address]);
    await stores().outcomes.drop([event.id]);
    expect(await stores().outcomes.take(event.id, at, soon)).toBe("gone");
    expect(await list("discord")).not.toContainEqual([event.id, address]);
  });

  test("of what was never stored, was let go, or is too old, nobody is told; what is too old is forgotten", async () => {
    const [old, gone] = [await stored(), await stored()];
    const never = `web:message:${newId("event")}`;
    await stores().outcomes.keep(old.id, { platform: "slack", at: before, address: {} });
    await stores().outcomes.keep(gone.id, { platform: "slack", at, address: {} });
    await stores().outcomes.keep(never, { platform: "slack", at, address: {} });
    await stores().outcomes.drop([gone.id]);
    await stores().outcomes.drop([]);
    expect(await list("slack")).toEqual([]);
    expect(await list("slack", before)).toEqual([]);
    expect(await stores().outcomes.take(never, at, soon)).toBe("mine");
  });

  test("of several who would tell it one may, and another once that one has had its time", async () => {
    const { id } = await stored();
    await stores().outcomes.keep(id, { platform: "discord", at, address: {} });
    const both = await Promise.all([1, 2].map(() => stores().outcomes.take(id, at, soon)));
    expect(both.toSorted()).toEqual(["held", "mine"]);
    expect(await stores().outcomes.take(id, soon, later)).toBe("mine");
    expect(await stores().outcomes.take(id, soon, later)).toBe("held");
    expect(await list("discord")).toContainEqual([id, {}]);
  });
};
