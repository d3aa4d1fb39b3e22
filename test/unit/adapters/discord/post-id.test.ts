import { expect, test } from "vitest";
import { formatPosted, parsePosted } from "../../../../src/adapters/discord/post-id.ts";

const place = { platform: "discord" as const, workspace: "1", channel: "2", thread: "3" };

test.each([
  [{ channel: "3", ids: ["7"] }, "7"],
  [{ channel: "3", ids: ["7", "8"] }, "7,8"],
  [{ channel: "2", ids: ["7", "8"] }, "2:7,8"],
])("%j is %s, both ways", (posted, id) => {
  expect(formatPosted(posted, place)).toBe(id);
  expect(parsePosted(id, place)).toEqual(posted);
});
