import { expect, test } from "vitest";
import type { InboundEvent } from "../../../../src/chat/inbound-event.ts";
import { createOutcomes } from "../../../../src/features/hear/outcomes.ts";
import type { OutcomeStore } from "../../../../src/ports/outcome-store.ts";
import { quietLogger } from "../../../contract/platform-room.ts";

const event = { id: "discord:interaction:1", place: { platform: "discord" } } as InboundEvent;

function lab(over: Partial<OutcomeStore> = {}) {
  const rows = new Map<string, unknown>();
  const held = new Map<string, Date>();
  let now = 0;
  let told = 0;
  const later: (() => void)[] = [];
  const lines: { level: string; message: string; data: object }[] = [];
  const outcomes: OutcomeStore = {
    keep: async (id, { address }) => void rows.set(id, address),
    take: async (id, now, until) => {
      if (!rows.has(id)) return "gone";
      if ((held.get(id) ?? now) > now) return "held";
      held.set(id, until);
      return "mine";
    },
    drop: async (ids) => {
      for (const id of ids) rows.delete(id);
    },
    list: async () => [],
    ...over,
  };
  const clock = {
    now: () => new Date(now),
    after: (ms: number, callback: () => void) => {
      later.push(() => {
        now += ms;
        callback();
      });
      return () => {};
    },
  };
  const made = createOutcomes({ outcomes, clock, logger: quietLogger(lines) });
  const tellBy = (work: () => Promise<void>) => made.tell(event.id, work);
  const tell = () =>
    tellBy(async () => {
      told += 1;
    });
  return { rows, later, lines, ...made, tellBy, tell, told: () => told };
}

test("it is told once and then forgotten, as is what needs no telling", async () => {
  const { keep, tell, told, ended, rows, later } = lab();
  keep(event, { token: "secret" });
  await tell();
  await tell();
  expect([told(), rows.size]).toEqual([1, 0]);
  keep(event, { token: "secret" });
  ended(event.id);
  ended(event.id);
  expect(later).toHaveLength(1);
  later[0]?.();
  await expect.poll(() => rows.size).toBe(0);
});

test("what could not be kept is told by who knows of it, and so is what cannot be asked for", async () => {
  const refuse = async () => {
    throw new Error("away");
  };
  const unkept = lab({ keep: refuse });
  unkept.keep(event, { token: "secret" });
  await unkept.tell();
  const away = lab({ take: refuse, list: refuse });
  away.keep(event, { token: "secret" });
  await away.tell();
  expect([unkept.told(), away.told()]).toEqual([1, 1]);
  expect(await away.kept("discord")).toEqual([]);
  expect(JSON.stringify([unkept.lines, away.lines])).not.toContain("secret");
});

test("what somebody else tells is left to them, and told all the same when they die before it is", async () => {
  const { keep, tell, tellBy, told, later, rows } = lab();
  keep(event, { token: "secret" });
  void tellBy(() => new Promise(() => {}));
  const second = tell();
  await expect.poll(() => later.length).toBe(1);
  expect(told()).toBe(0);
  later[0]?.();
  await second;
  expect([told(), rows.size]).toEqual([1, 0]);
});

test("what could not be told stands there for a later life", async () => {
  const { keep, tellBy, rows } = lab();
  keep(event, { token: "secret" });
  await expect(tellBy(() => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(rows.size).toBe(1);
});
