import fc from "fast-check";
import { expect, test } from "vitest";
import {
  eventOf,
  modalId,
  openerId,
  readOpenerId,
  readSentId,
  saveId,
} from "../../../../src/adapters/discord/form-id.ts";
import { formModal, formPages } from "../../../../src/adapters/discord/form-modal.ts";
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
const at = (page = 0) => ({ message_id: "msg_1", block: 0, page });

test("the ids say which page of which form, and what was sent before, within a hundred characters", () => {
  const before = "12345678901234567890";
  const sent = {
    form_id: `frm_${"x".repeat(26)}`,
    message_id: `msg_${"y".repeat(26)}_1`,
    block: 12,
    page: 17,
    pages: 18,
  };
  for (const one of [sent, { ...sent, before }]) {
    expect(readOpenerId(openerId(one))).toEqual({
      message_id: one.message_id,
      block: 12,
      page: 17,
      before: (one as { before?: string }).before,
    });
    expect(readSentId(modalId(one))).toMatchObject({ form_id: one.form_id, save: false, at: one });
    expect(readSentId(saveId(one))).toMatchObject({ form_id: one.form_id, save: true, at: one });
    expect(saveId(one).length).toBeLessThanOrEqual(100);
    expect(readSentId(openerId(one))).toBeUndefined();
  }
  expect(readOpenerId(openerId({ ...at(1), message_id: "msg_01:x_1" }))).toMatchObject({
    message_id: "msg_01:x_1",
  });
  expect(readSentId("form:frm_1")).toEqual({ form_id: "frm_1", save: false });
  for (const other of ["cho_1", "details:msg_1:0", ""]) {
    expect(readOpenerId(other)).toBeUndefined();
    expect(readSentId(other)).toBeUndefined();
  }
  expect(eventOf("7")).toBe("discord:interaction:7");
});

test("a modal shows five fields with their values, the next page the rest", () => {
  const seven = form(
    Array.from({ length: 7 }, (_, index) =>
      field(`f${index}`, { value: `v${index}`, required: index === 0 }),
    ),
  );
  expect(formPages(seven)).toBe(2);
  expect(brokenModal({ ...formModal(seven, at(0)) })).toEqual([]);
  expect(formModal(seven, at(0))).toMatchObject({
    title: "Sarah (1 of 2)",
    components: Array.from({ length: 5 }, (_, index) => ({
      label: `f${index}`,
      component: { custom_id: `f${index}`, value: `v${index}`, required: index === 0 },
    })),
  });
  expect(formModal(seven, at(1)).components).toHaveLength(2);
});

test("what was typed stands in place of what is known, also where it was emptied", () => {
  const modal = formModal(
    form([field("age", { value: "28" }), field("trade", { value: "nurse" }), field("town")]),
    at(),
    {
      age: "31",
      trade: "",
    },
  );
  const values = modal.components.map((one) =>
    "component" in one && "value" in one.component ? one.component.value : undefined,
  );
  expect(values).toEqual(["31", undefined, undefined]);
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
    at(),
  );
  expect(brokenModal({ ...modal })).toEqual([]);
  expect(modal.components).toMatchObject([
    {
      description: "r".repeat(60),
      component: { type: 3, options: [{ value: "lead" }, { value: "extra", default: true }] },
    },
  ]);
});

test("whatever the form, its pages fit Discord and hold every field once", () => {
  const any = fc.record({
    label: fc.string({ maxLength: 80 }),
    input: fc.constantFrom("text" as const, "paragraph" as const, "number" as const, "select" as const),
    value: fc.option(fc.string({ maxLength: 200 }), { nil: undefined }),
    options: fc.option(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 120 }), { maxLength: 40 }), {
      nil: undefined,
    }),
  });
  fc.assert(
    fc.property(
      fc.array(any, { minLength: 1, maxLength: 95 }),
      fc.string({ maxLength: 80 }),
      (fields, title) => {
        const whole = form(
          fields.map((one, index) => ({ ...one, name: `f${index}` }) as FormField),
          title,
        );
        const seen: string[] = [];
        for (let page = 0; page < formPages(whole); page += 1) {
          const modal = formModal(whole, at(page));
          expect(brokenModal({ ...modal })).toEqual([]);
          for (const one of modal.components) if ("component" in one) seen.push(one.component.custom_id);
        }
        expect(seen).toEqual(whole.fields.map(({ name }) => name));
      },
    ),
    { numRuns: 60 },
  );
});
