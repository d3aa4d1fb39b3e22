import { expect, test } from "vitest";
import { formModal, formPages, openerId, readOpenerId } from "../../../../src/adapters/discord/form-modal.ts";
import type { FormField } from "../../../../src/chat/reply.ts";
import { brokenModal } from "../../../fakes/discord/rules.ts";

const form = (fields: FormField[], title = "Sarah") => ({
  type: "form" as const,
  form_id: "frm_1",
  title,
  fields,
});
const field = (name: string, more: Partial<FormField> = {}): FormField => ({
  name,
  label: name,
  input: "text",
  ...more,
});

test("the button's id says which form of which message, and which page", () => {
  expect(readOpenerId(openerId("msg_01:x_1", 2, 1))).toEqual({ message_id: "msg_01:x_1", block: 2, page: 1 });
  expect(readOpenerId("cho_1")).toBeUndefined();
  expect(readOpenerId("form:frm_1")).toBeUndefined();
});

test("a modal shows five fields with their values, the next page the rest", () => {
  const seven = form(
    Array.from({ length: 7 }, (_, index) =>
      field(`f${index}`, { value: `v${index}`, required: index === 0 }),
    ),
  );
  expect(formPages(seven)).toBe(2);
  expect(brokenModal({ ...formModal(seven, 0) })).toEqual([]);
  expect(formModal(seven, 0)).toMatchObject({
    custom_id: "form:frm_1",
    components: Array.from({ length: 5 }, (_, index) => ({
      label: `f${index}`,
      component: { custom_id: `f${index}`, value: `v${index}`, required: index === 0 },
    })),
  });
  expect(formModal(seven, 1).components).toHaveLength(2);
});

test("long names are shortened, a list is a menu, and a value no input can hold is left out", () => {
  const modal = formModal(
    form(
      [
        field("role", { label: "r".repeat(60), input: "select", options: ["lead", "extra"], value: "extra" }),
        field("story", { value: "x".repeat(4_001) }),
      ],
      "t".repeat(60),
    ),
    0,
  );
  expect(brokenModal({ ...modal })).toEqual([]);
  expect(modal.components).toMatchObject([
    {
      description: "r".repeat(60),
      component: { type: 3, options: [{ value: "lead" }, { value: "extra", default: true }] },
    },
  ]);
});
