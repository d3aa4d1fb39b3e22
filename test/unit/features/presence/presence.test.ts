import { beforeEach, describe, expect, test } from "vitest";
import type { InboundEvent } from "../../../../src/chat/inbound-event.ts";
import type { Project } from "../../../../src/domain/project.ts";
import { createPresence, type Presence } from "../../../../src/features/presence/presence.ts";
import type { DeliveryFailure, Mark, Marking, Platform } from "../../../../src/ports/platform.ts";
import { aProject } from "../../../contract/samples.ts";
import { StillClock, silent } from "../../../support/stage.ts";

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("what people see of work", () => {
  let clock: StillClock;
  let presence: Presence;
  let marks: Map<string, Mark[]>;
  let calls: number;
  let typed: string[];
  let refusal: Partial<DeliveryFailure> | undefined;
  let warnings: string[];
  let limits: Pick<Marking, "sets" | "unsets">;

  beforeEach(() => {
    clock = new StillClock();
    marks = new Map();
    [calls, typed, warnings, refusal, limits] = [0, [], [], undefined, {}];
    const change = (id: string, to: (now: Mark[]) => Mark[]) => {
      calls += 1;
      if (refusal) throw Object.assign(new Error("no"), refusal);
      marks.set(id, to(marks.get(id) ?? []));
    };
    const platform = (): Platform => ({
      name: "discord",
      delivery: "send",
      editEveryMs: 0,
      start: async () => {},
      send: async () => "",
      edit: async () => "",
      check: async () => {},
      stop: async () => {},
      typing: () => void typed.push("typing"),
      typingEnds: () => void typed.push("ends"),
      marking: {
        ...limits,
        set: async (_, id, mark) => change(id, (now) => [...now, mark]),
        unset: async (_, id, mark) => change(id, (now) => now.filter((one) => one !== mark)),
      },
    });
    presence = createPresence({
      platform,
      clock,
      logger: { ...silent, warn: (_, message) => void warnings.push(message) },
    });
  });

  const said = (id: string, at = clock.now().toISOString()): InboundEvent => ({
    type: "message",
    id: `discord:message:${id}`,
    platform_id: id,
    place: { platform: "discord", workspace: "g", channel: "c" },
    person: { id: "ada", role: "writer" },
    at,
    text: "words",
  });
  const begin = (event: InboundEvent, project: Project | undefined = aProject()) => {
    const rest = presence.begin({ event, session_id: "s" });
    if (project) presence.opened("s", project);
    return rest;
  };
  const pass = async (ms: number) => {
    clock.pass(ms);
    await settled();
    await settled();
  };
  const change = { changes: [{}] } as never;
  const nothing = { changes: [] };
  const off = (): Project =>
    aProject({ settings: { saving: "receipt", corrections: "open", receipts: "off" } });

  test("typing is shown soon, kept up for as long as the turn runs, and no longer", async () => {
    const rest = begin(said("1"));
    expect(typed).toEqual([]);
    await pass(300);
    expect(typed).toEqual(["typing"]);
    await pass(24_000);
    expect(typed).toHaveLength(4);
    rest();
    await pass(60_000);
    expect(typed.slice(4)).toEqual(["ends"]);
  });

  test("what is answered at once shows no typing", async () => {
    const rest = begin(said("1"));
    await pass(200);
    rest();
    await pass(60_000);
    expect(typed).toEqual([]);
  });

  test("what is answered soon is marked only with what came of it", async () => {
    const event = said("1");
    const rest = begin(event);
    presence.ended(event.id, change);
    rest();
    await pass(10_000);
    expect(marks.get("1")).toEqual(["saved"]);
    expect(calls).toBe(1);
  });

  test("what takes longer is marked as taken, then as saved, failed, or not at all", async () => {
    const ends = [
      ["1", change, ["saved"]],
      ["2", { changes: [], error: { code: "internal", message: "no" } }, ["failed"]],
      ["3", nothing, []],
    ] as const;
    for (const [id, view, wanted] of ends) {
      const event = said(id);
      const rest = begin(event);
      await pass(2_000);
      expect(marks.get(id)).toEqual(["taken"]);
      presence.ended(event.id, view);
      rest();
      await pass(10);
      expect(marks.get(id)).toEqual(wanted);
    }
  });

  test("what arrives while a turn runs is seen to wait, and then to be taken", async () => {
    const first = said("1");
    const rest = begin(first);
    const second = said("2");
    presence.arrived(second, "s");
    await pass(1_000);
    expect(marks.get("2")).toBeUndefined();
    await pass(1_000);
    expect(marks.get("2")).toEqual(["waits"]);
    presence.ended(first.id, nothing);
    rest();
    const next = begin(second);
    await pass(10);
    expect(marks.get("2")).toEqual(["taken"]);
    presence.ended(second.id, change);
    next();
    await pass(10);
    expect(marks.get("2")).toEqual(["saved"]);
  });

  test("where receipts are off nothing is asked of the platform", async () => {
    const first = said("1");
    const rest = begin(first, off());
    presence.arrived(said("2"), "s");
    await pass(20_000);
    presence.ended(first.id, change);
    rest();
    await pass(20_000);
    expect(calls).toBe(0);
  });

  test("where it may not mark it says so once, and asks again after an hour", async () => {
    refusal = { final: true };
    for (const id of ["1", "2", "3"]) {
      const event = said(id);
      const rest = begin(event);
      presence.ended(event.id, change);
      rest();
      await pass(5_000);
    }
    expect([calls, warnings.length]).toEqual([1, 1]);
    refusal = undefined;
    await pass(3_600_000);
    const event = said("4");
    const rest = begin(event);
    presence.ended(event.id, change);
    rest();
    await pass(10);
    expect(marks.get("4")).toEqual(["saved"]);
  });

  test("a message that was deleted meanwhile stops nothing else from being marked", async () => {
    refusal = { final: true, gone: true };
    const first = said("1");
    const rest = begin(first);
    presence.ended(first.id, change);
    rest();
    await pass(10);
    refusal = undefined;
    const second = said("2");
    const next = begin(second);
    presence.ended(second.id, change);
    next();
    await pass(10);
    expect([marks.get("1"), marks.get("2"), warnings]).toEqual([undefined, ["saved"], []]);
  });

  test("a platform that asks to wait is waited for, and the newest mark wins", async () => {
    refusal = { retryAfterMs: 5_000 };
    const event = said("1");
    const rest = begin(event);
    await pass(1_500);
    presence.ended(event.id, change);
    rest();
    refusal = undefined;
    await pass(5_000);
    expect(marks.get("1")).toEqual(["saved"]);
  });

  test("no more marks are set than the platform takes", async () => {
    limits = { sets: { count: 2, withinMs: 60_000 } };
    for (const id of ["1", "2", "3", "4"]) {
      const event = said(id);
      const rest = begin(event);
      presence.ended(event.id, change);
      rest();
      await pass(10);
    }
    expect(marks.size).toBe(2);
    await pass(61_000);
    expect(marks.size).toBe(4);
  });

  test("marks that a process left behind when it died are taken away by the next", async () => {
    marks.set("1", ["waits", "taken"]);
    const event = said("1", new Date(clock.now().getTime() - 60_000).toISOString());
    const rest = begin(event);
    presence.ended(event.id, change);
    rest();
    await pass(10);
    expect(marks.get("1")).toEqual(["saved"]);
  });
});
