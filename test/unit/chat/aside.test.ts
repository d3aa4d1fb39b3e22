import { expect, test } from "vitest";
import { type Aside, asideId, readAsideId } from "../../../src/chat/aside.ts";

const AT = { message_id: "msg_01JD:x_1", block: 12 };
const LONGEST = { message_id: `msg_${"x".repeat(26)}_1`, block: 99 };

test.each<Aside>([
  { type: "details", ...AT },
  { type: "page", ...AT, page: 0, thread: undefined },
  { type: "page", ...AT, page: 3, thread: "1724148123.001200" },
  { type: "say", ...AT, choice_id: "cho_1:again" },
])("an id says all of %j", (aside) => {
  expect(readAsideId(asideId(aside))).toEqual(aside);
});

test("fits the shortest id a platform takes, which is Discord's", () => {
  const thread = "9".repeat(20);
  expect(asideId({ type: "page", ...LONGEST, page: 999, thread }).length).toBeLessThanOrEqual(100);
  expect(asideId({ type: "say", ...LONGEST, choice_id: `cho_${"x".repeat(26)}` }).length).toBeLessThanOrEqual(
    100,
  );
});

test.each(["cho_1", "form:open:msg_1:0:0", "page:msg_1:0", "page:msg_1:0:x", "say:msg_1:0", "details:", ""])(
  "%j is no such id",
  (id) => {
    expect(readAsideId(id)).toBeUndefined();
  },
);
