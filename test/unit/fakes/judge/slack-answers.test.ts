import { expect, test } from "vitest";
import { Complaints } from "../../../fakes/judge/complaints.ts";
import { judgeAnswer } from "../../../fakes/judge/slack-answers.ts";

function told(name: string, answer: Record<string, unknown>): string[] {
  const complaints = new Complaints();
  judgeAnswer(complaints, name, answer);
  return complaints.open.map(({ at, rule }) => `${at}: ${rule}`);
}

const posted = { ok: true, channel: "C0FILM", ts: "1700000000.000100", message: { text: "x" } };

test("takes what Slack answers, its errors by their names, and what every method may answer", () => {
  expect(told("chat.postMessage", posted)).toEqual([]);
  expect(told("chat.postMessage", { ok: false, error: "is_archived" })).toEqual([]);
  expect(told("chat.postMessage", { ok: false, error: "token_revoked" })).toEqual([]);
  expect(told("reactions.add", { ok: true })).toEqual([]);
  expect(told("not.a.method", { ok: false, error: "unknown_method" })).toEqual([]);
});

test.each<[string, Record<string, unknown>, string]>([
  ["chat.postMessage", { ok: false, error: "is_full" }, "/error: is no error: is_full"],
  ["chat.delete", { ok: false, error: "is_archived" }, "is no error: is_archived"],
  ["chat.postMessage", { ...posted, ts: "now" }, "/ts: must match pattern"],
  ["chat.postMessage", { ...posted, channel: "film" }, "/channel: must match pattern"],
  ["chat.postMessage", { ...posted, message: "x" }, "/message: must be object"],
  ["chat.postMessage", { ...posted, colour: "red" }, "unknown field colour"],
  ["chat.update", { ...posted, message: undefined }, "required property 'text'"],
  ["conversations.history", { ok: true, messages: [] }, "required property 'has_more'"],
  ["reactions.add", { ok: true, ts: "1" }, "unknown field ts"],
])("names what %s does not answer: %o", (name, answer, rule) => {
  expect(told(name, answer).join()).toContain(rule);
});

test("what is answered against the list is excused where others saw it", () => {
  expect(told("chat.postMessage", { ok: false, error: "thread_not_found" })).toEqual([]);
  expect(told("chat.delete", { ok: false, error: "thread_not_found" })).toHaveLength(1);
});
