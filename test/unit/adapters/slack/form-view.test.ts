import { expect, test } from "vitest";
import { formView, openerId, readOpenerId } from "../../../../src/adapters/slack/form-view.ts";
import { brokenView } from "../../../fakes/slack/rules.ts";

const place = { platform: "slack" as const, workspace: "T1", channel: "C1", thread: "1.0" };

test("the button's id says which form of which message", () => {
  expect(readOpenerId(openerId("msg_01:x_1", 2))).toEqual({ message_id: "msg_01:x_1", block: 2 });
  expect(readOpenerId("cho_1")).toBeUndefined();
});

test("a view fits Slack, carries its place, and leaves out a value that no input can hold", () => {
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
  ]);
});
