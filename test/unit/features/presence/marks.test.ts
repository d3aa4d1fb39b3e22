import { expect, test } from "vitest";
import { Marks } from "../../../../src/features/presence/marks.ts";
import type { Marking } from "../../../../src/ports/platform.ts";
import { StillClock, silent } from "../../../support/stage.ts";

test("a workspace whose marks wait in hundreds takes no place of another's", () => {
  const clock = new StillClock();
  const marked: string[] = [];
  const marking: Marking = {
    sets: { count: 1, withinMs: 60_000 },
    set: async ({ workspace }, messageId) => void marked.push(`${workspace} ${messageId}`),
    unset: async () => undefined,
  };
  const marks = new Marks({ clock, logger: silent });
  const want = (workspace: string, message_id: string) => {
    const target = { place: { platform: "slack" as const, workspace, channel: "C1" }, message_id, marking };
    marks.want(target, "taken");
    return marks.has(target);
  };
  const busy = Array.from({ length: 600 }, (_, index) => want("T1", String(index)));
  expect(busy.filter(Boolean)).toHaveLength(500);
  expect(want("T2", "one")).toBe(true);
  expect(marked).toEqual(["T1 0", "T2 one"]);
});
