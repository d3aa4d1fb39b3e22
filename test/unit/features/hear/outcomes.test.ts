import { expect, test } from "vitest";
import type { InboundEvent } from "../../../../src/chat/inbound-event.ts";
import { createOutcomes } from "../../../../src/features/hear/outcomes.ts";
import type { OutcomeStore } from "../../../../src/ports/outcome-store.ts";
import { quietLogger } from "../../../contract/platform-room.ts";

const event = { id: "discord:interaction:1", place: { platform: "discord" } } as InboundEvent;

function lab(over: Partial<OutcomeStore> = {}) {
  const rows = new Map<string, unknown>();
  const later: (() => void)[] = [];
  const lines: { level: string; message: string; data: object }[] = [];
  const outcomes: OutcomeStore = {
    keep: async (id, { address }) => void rows.set(id, address),
    take: async (id) => rows.delete(id),
    drop: async (ids) => {
      for (const id of ids) rows.delete(id);
    },
    list: async () => [],
    ...over,
  };
  const clock = {
    now: () => new Date(0),
    after: (_ms: number, callback: () => void) => {
      later.push(callback);
      return () => {};
    },
  };
  return { rows, later, lines, ...createOutcomes({ outcomes, clock, logger: quietLogger(lines) }) };
}

test("one of several who would tell it may, and what needs no telling is forgotten", async () => {
  const { keep, claim, ended, rows, later } = lab();
  keep(event, { token: "secret" });
  expect(await claim(event.id)).toBe(true);
  expect(await claim(event.id)).toBe(false);
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
  expect(await unkept.claim(event.id)).toBe(true);
  const away = lab({ take: refuse, list: refuse });
  away.keep(event, { token: "secret" });
  expect(await away.claim(event.id)).toBe(true);
  expect(await away.kept("discord")).toEqual([]);
  expect(JSON.stringify([unkept.lines, away.lines])).not.toContain("secret");
});
