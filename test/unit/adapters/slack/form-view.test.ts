import fc from "fast-check";
import { expect, test } from "vitest";
import { formView, openerId, readOpenerId } from "../../../../src/adapters/slack/form-view.ts";
import type { FormField } from "../../../../src/chat/reply.ts";
import { brokenView } from "../../../fakes/slack/rules.ts";

const place = { platform: "slack" as const, workspace: "T1", channel: "C1", thread: "1.0" };

test("the button's id says which form of which message", () => {
  expect(readOpenerId(openerId("msg_01:x_1", 2))).toEqual({ message_id: "msg_01:x_1", block: 2 });
  expect(readOpenerId("cho_1")).toBeUndefined();
});

test("whatever the form, its view fits Slack", () => {
  const any = fc.record({
    label: fc.string({ maxLength: 80 }),
    input: fc.constantFrom("text" as const, "paragraph" as const, "number" as const, "select" as const),
    value: fc.option(fc.string({ maxLength: 200 }), { nil: undefined }),
    options: fc.option(fc.array(fc.string({ maxLength: 180 }), { maxLength: 120 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(
      fc.array(any, { minLength: 1, maxLength: 95 }),
      fc.string({ maxLength: 80 }),
      (all, title) => {
        const fields = all.map((one, index) => ({ ...one, name: `f${index}` })) as FormField[];
        const view = formView({ type: "form", form_id: "frm_1", title, fields }, place, {
          message_id: "msg_1",
          block: 0,
        });
        expect(brokenView(view as unknown as Parameters<typeof brokenView>[0])).toEqual([]);
        expect(view.blocks).toHaveLength(fields.length);
      },
    ),
    { numRuns: 60 },
  );
});

test("what was typed stands in place of what is known, and leads back by the button's id", () => {
  const fields: FormField[] = [{ name: "age", label: "Age", input: "text", value: "28" }];
  const view = formView({ type: "form", form_id: "frm_1", title: "Sarah", fields }, place, undefined, {
    age: "old",
  });
  expect(view.blocks).toMatchObject([{ element: { initial_value: "old" } }]);
  const id = openerId("msg_1", 2, "V1:123.456");
  expect(readOpenerId(id)).toEqual({ message_id: "msg_1", block: 2, before: "V1:123.456" });
  expect(openerId("msg_1", 2, "x".repeat(300))).toBe(openerId("msg_1", 2));
});

test("a view fits Slack, carries its place, and names a value that no input can hold", () => {
  const view = formView(
    {
      type: "form",
      form_id: "frm_1",
      title: "A title longer than Slack takes",
      fields: [
        { name: "age", label: "Age", input: "number", value: "28", required: true },
        { name: "role", label: "Role", input: "select", options: ["lead", "extra"], value: "extra" },
        { name: "story", label: "Story", input: "paragraph", value: "x".repeat(3_001) },
      ],
    },
    place,
  );
  expect(brokenView(view as unknown as Parameters<typeof brokenView>[0])).toEqual([]);
  expect(view).toMatchObject({ callback_id: "form:frm_1", private_metadata: JSON.stringify(place) });
  expect(view.blocks).toMatchObject([
    { block_id: "age", optional: false, element: { type: "plain_text_input", initial_value: "28" } },
    {
      block_id: "role",
      optional: true,
      element: { type: "static_select", initial_option: { value: "extra" } },
    },
    { type: "section", text: { text: expect.stringMatching(/^Too long .*: Story\. Say in words/) } },
  ]);
});
