import { expect, test } from "vitest";
import type { InboundEvent } from "../../../src/chat/inbound-event.ts";
import { typedForm } from "../../../src/chat/typed-form.ts";

type Sent = InboundEvent & { type: "form" };

const page = (
  id: string,
  values: Record<string, string>,
  before?: string,
  more: Partial<Sent> = {},
): Sent => ({
  id,
  type: "form",
  place: { platform: "discord", workspace: "w", channel: "c" },
  person: { id: "ana", role: "writer" },
  at: "2026-03-01T10:00:00.000Z",
  form_id: "frm_1",
  values,
  part: { page: 0, pages: 3, last: false, ...(before === undefined ? {} : { before }) },
  ...more,
});
const among = (all: readonly Sent[]) => async (id: string) => all.find((one) => one.id === id);

test("the pages together, each over the pages before it", async () => {
  const one = page("1", { name: "Sara", age: "28" });
  const again = page("2", { name: "Sarah" }, "1");
  const last = page("3", { trade: "nurse" }, "2");
  expect(await typedForm(last, among([one, again]))).toEqual({ name: "Sarah", age: "28", trade: "nurse" });
  expect(await typedForm(one, among([]))).toEqual({ name: "Sara", age: "28" });
});

test("nothing when a page is gone, of another form or somebody else's", async () => {
  const last = page("2", { age: "28" }, "1");
  expect(await typedForm(last, among([]))).toBeUndefined();
  expect(await typedForm(last, among([page("1", {}, undefined, { form_id: "frm_2" })]))).toBeUndefined();
  const theirs = page("1", {}, undefined, { person: { id: "bo", role: "writer" } });
  expect(await typedForm(last, among([theirs]))).toBeUndefined();
});

test("ends where pages name one another in a ring", async () => {
  const ring = [page("1", { a: "1" }, "2"), page("2", { b: "2" }, "1")];
  expect(await typedForm(page("3", {}, "1"), among(ring))).toEqual({ a: "1", b: "2" });
});
