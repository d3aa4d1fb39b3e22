import fc from "fast-check";
import { expect, test } from "vitest";
import { asList, choicePage, listed, turns } from "../../../src/chat/choice-pages.ts";
import { choice } from "../../contract/platform-room.ts";

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => choice(`c${index}`, `C ${index}`));

test("the pages hold every choice once, in order, and lead to one another", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          state: fc.constantFrom("open", "pressed", "expired"),
          asks: fc.option(fc.constant("What?"), { nil: undefined }),
        }),
        { maxLength: 300 },
      ),
      fc.integer({ min: 1, max: 100 }),
      (states, size) => {
        const all = states.map((state, index) => choice(`c${index}`, `C ${index}`, state as object));
        const seen: string[] = [];
        let page: number | undefined = 0;
        while (page !== undefined) {
          const shown = choicePage(all, size, page);
          expect(shown.choices.length).toBeLessThanOrEqual(size);
          expect(shown.to - shown.from + 1).toBe(shown.choices.length);
          seen.push(...shown.choices.map(({ id }) => id));
          const next: number | undefined = turns(all, size, page).find(({ label }) =>
            label.endsWith("›"),
          )?.page;
          expect(next === undefined || next === page + 1).toBe(true);
          page = next;
        }
        expect(seen).toEqual(listed(all).map(({ id }) => id));
      },
    ),
  );
});

test("ten are buttons, more are a list, and a press does not change which", () => {
  expect(asList(many(10))).toBe(false);
  expect(asList(many(11))).toBe(true);
  expect(
    asList(many(11).map((one, index) => (index === 0 ? { ...one, state: "pressed" as const } : one))),
  ).toBe(true);
});

test("the turns say what lies there, and a page past the end is the last one", () => {
  expect(turns(many(51), 25, 1)).toEqual([
    { page: 0, label: "‹ 1–25" },
    { page: 2, label: "51 ›" },
  ]);
  expect(choicePage(many(51), 25, 9)).toMatchObject({ page: 2, from: 51, to: 51, total: 51 });
  expect(choicePage([], 25, 3)).toMatchObject({ page: 0, pages: 1, total: 0 });
});
