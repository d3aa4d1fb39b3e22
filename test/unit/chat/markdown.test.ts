import { expect, test } from "vitest";
import { blockMarkdown } from "../../../src/chat/markdown.ts";
import type { ProgressBlock } from "../../../src/chat/reply.ts";

const progress = (more: Partial<ProgressBlock> = {}): ProgressBlock => ({
  type: "progress",
  operation_id: "o",
  label: "characters",
  status: "processing",
  completed: 5,
  total: 10,
  failed: 0,
  cancelled: 0,
  names: ["Maya"],
  failures: [],
  ...more,
});

test.each([
  [10, "less than a minute left"],
  [125, "about 3 min left"],
  [3_600, "about 1 h left"],
  [4_800, "about 1 h 20 min left"],
])("%i seconds are %s", (seconds_left, said) => {
  expect(blockMarkdown(progress({ seconds_left }))).toContain(` 50 % · ${said}\n`);
});

test("a form says what is known a line each, and in one line what is not", () => {
  const field = (label: string, value?: string) => ({
    name: label,
    label,
    input: "text" as const,
    ...(value === undefined ? {} : { value }),
  });
  const form = (...fields: ReturnType<typeof field>[]) =>
    blockMarkdown({ type: "form", form_id: "frm_1", title: "Edit Sarah", fields });
  expect(form(field("Name", "Sarah"), field("Age"), field("Town"))).toBe(
    "**Edit Sarah**\n- Name: Sarah\nStill open: Age · Town",
  );
  expect(form(field("Name"), field("Age"))).toBe("**Edit Sarah**\nIt asks for: Name · Age");
  expect(form(field("Name", "Sarah"))).toBe("**Edit Sarah**\n- Name: Sarah");
});

test("a paper says its name once", () => {
  const fields = [{ name: "logline", value: "A nurse finds a town that never sleeps." }];
  expect(blockMarkdown({ type: "card", title: "Logline", fields })).toBe(
    "**Logline**\nA nurse finds a town that never sleeps.",
  );
});

test("a receipt names fields in words", () => {
  const line = { action: "updated", kind: "scene", name: "Diner", entry_id: "e", change_id: "c" } as const;
  const fields = [{ name: "time_of_day", before: "DAY", after: "NIGHT" }];
  expect(blockMarkdown({ type: "receipt", lines: [{ ...line, fields }] })).toContain(
    "time of day DAY → NIGHT",
  );
});
