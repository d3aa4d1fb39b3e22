import { expect, test } from "vitest";
import type { Turn } from "../../../../src/chat/turn.ts";
import type { Change } from "../../../../src/domain/bible/change.ts";
import { type SummaryParts, summaryOf } from "../../../../src/features/projects/summary.ts";

const change = (at: number, more: Partial<Change>): Change =>
  ({
    id: `chg_${at}`,
    entry_id: `ent_${at}`,
    kind: "character",
    name: `N${at}`,
    fields: {},
    action: "created",
    ...more,
  }) as Change;
const said = [change(0, { name: "Ezra", by_name: "Ana" })];
const made = Array.from({ length: 12 }, (_, at) => change(at + 1, { operation_id: "opn_1" }));
const parts = {
  bible: { history: async ({ in_talk }: { in_talk?: true }) => (in_talk ? said : [...made, ...said]) },
  points: { open: async () => [] },
  model: { info: { offline: true } },
} as unknown as SummaryParts;
const turn = { session: { id: "ses_1" }, project: { id: "prj_1" } } as unknown as Turn;

test("what people said comes before what bulk work made, which is one line", async () => {
  const [list] = await summaryOf(parts, turn);
  expect(list).toMatchObject({
    title: "Settled here, by Ana",
    items: [expect.stringContaining("Ezra: made"), "12 characters by bulk work"],
  });
});
