import { describe, expect, test } from "vitest";
import { type Edit, EditGate } from "../../../../src/features/deliver/edit-gate.ts";
import type { EditLimits } from "../../../../src/ports/platform.ts";

const limits = (over: Partial<EditLimits>): EditLimits => ({ channelOf: () => "c", ...over });
const edit = (message_id: string, over: Partial<Edit> = {}, editEveryMs = 0, edits?: EditLimits): Edit => ({
  platform: { name: "discord", editEveryMs, ...(edits ? { edits } : {}) },
  message_id,
  channel: "c",
  urgent: false,
  ...over,
});

describe("the gate of edits", () => {
  test("lets a message be edited once in 1.2 s, and in the platform's own time where that is longer", () => {
    const gate = new EditGate();
    const end = gate.begin(edit("a"));
    expect(gate.waitMs(edit("a"), 0)).toBeGreaterThan(0);
    end(100);
    expect(gate.waitMs(edit("a", { urgent: true }), 100)).toBe(1_200);
    expect(gate.waitMs(edit("b"), 100)).toBe(0);
    expect(gate.waitMs(edit("a"), 1_300)).toBe(0);
    gate.begin(edit("s", {}, 2_000))(0);
    expect(gate.waitMs(edit("s", {}, 2_000), 0)).toBe(2_000);
  });

  test("counts a channel's edits together, and leaves room for those that somebody waits for", () => {
    const gate = new EditGate();
    const edits = limits({ perChannel: { count: 5, withinMs: 5_000 } });
    for (const id of "abcd") gate.begin(edit(id, {}, 0, edits))(0);
    expect(gate.waitMs(edit("e", {}, 0, edits), 0)).toBe(5_000);
    expect(gate.waitMs(edit("e", { channel: "other" }, 0, edits), 0)).toBe(0);
    expect(gate.waitMs(edit("e", { urgent: true }, 0, edits), 0)).toBe(0);
    gate.begin(edit("e", { urgent: true }, 0, edits))(0);
    expect(gate.waitMs(edit("f", { urgent: true }, 0, edits), 0)).toBe(5_000);
  });

  test("counts all channels together where the platform does", () => {
    const gate = new EditGate();
    const edits = limits({ inAll: { count: 2, withinMs: 60_000 } });
    gate.begin(edit("a", { channel: "x" }, 0, edits))(0);
    expect(gate.waitMs(edit("b", { channel: "y" }, 0, edits), 0)).toBe(60_000);
    expect(gate.waitMs(edit("b", { channel: "y", urgent: true }, 0, edits), 0)).toBe(0);
  });

  test("a platform that asks to wait is left alone that long, by all that it counts together", () => {
    const gate = new EditGate();
    const edits = limits({ inAll: { count: 50, withinMs: 60_000 } });
    gate.refused(edit("a", {}, 0, edits), 30_000);
    expect(gate.waitMs(edit("b", { urgent: true }, 0, edits), 10_000)).toBe(20_000);
    expect(gate.waitMs(edit("b", {}, 0, edits), 30_000)).toBe(0);
  });
});
