import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { BOT_SCOPES } from "../../../../src/adapters/slack/scopes.ts";

const ADAPTER = new URL("../../../../src/adapters/slack/", import.meta.url);
/** Slack's reference, a file a method. */
const REFERENCE = new URL(
  "../../../../../shared/specs/slack/slack-api-ref/docs.slack.dev/methods/",
  import.meta.url,
);
/** What the library's upload makes of itself. */
const UPLOAD = ["files.getUploadURLExternal", "files.completeUploadExternal"];
/** For scopes that no method takes. */
const HEARD = ["app_mentions:read", "commands"];

const source = readdirSync(ADAPTER)
  .map((name) => readFileSync(new URL(name, ADAPTER), "utf8"))
  .join("\n");
const called = [...source.matchAll(/\bweb\.((?:[a-z]\w+\.)+[a-z]\w+)\(/g)].map(([, method = ""]) => method);
const chosen = source.includes("web.reactions[") ? ["reactions.add", "reactions.remove"] : [];
const methods = [...new Set([...called, ...chosen, ...(source.includes("filesUploadV2") ? UPLOAD : [])])];

const scopesOf = (method: string): readonly string[] => {
  const { scope } = JSON.parse(readFileSync(new URL(`${method}.json`, REFERENCE), "utf8"));
  return scope?.bot ?? (UPLOAD.includes(method) ? ["files:write"] : []);
};

test("finds the methods that are called", () => {
  expect(methods).toEqual(expect.arrayContaining(["chat.postMessage", "chat.update", "users.info"]));
});

test.skipIf(!existsSync(REFERENCE))(
  "every method has a scope it takes, and no scope is asked for in vain (skipped where Slack's reference is not at hand)",
  () => {
    for (const method of methods) {
      const takes = scopesOf(method);
      if (takes.length > 0) expect({ method, takes: takes.some(isAsked) }).toEqual({ method, takes: true });
    }
    const needed = new Set([...methods.flatMap(scopesOf), ...HEARD]);
    expect(BOT_SCOPES.filter((scope) => !needed.has(scope))).toEqual([]);
  },
);

const isAsked = (scope: string) => (BOT_SCOPES as readonly string[]).includes(scope);
