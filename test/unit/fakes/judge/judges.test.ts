import { existsSync } from "node:fs";
import type { KnownBlock } from "@slack/types";
import { describe, expect, test } from "vitest";
import { buildSpecs, keptSpec, PUBLISHED } from "../../../fakes/judge/build-specs.ts";
import { Complaints } from "../../../fakes/judge/complaints.ts";
import { judgeDiscord } from "../../../fakes/judge/discord-judge.ts";
import { FALSE_ALARMS } from "../../../fakes/judge/false-alarms.ts";
import { judgeReply, judgeScopes, judgeSlack, tierOf } from "../../../fakes/judge/slack-judge.ts";

function discord(method: string, path: string, body: unknown = {}, query = ""): string[] {
  const complaints = new Complaints();
  const files = path.endsWith("/messages") ? ["0"] : [];
  judgeDiscord(complaints, { method, path, body, query: new URLSearchParams(query), files });
  return complaints.open.map(({ at, rule }) => `${at}: ${rule}`);
}

function slack(name: string, given: Record<string, unknown>): string[] {
  const complaints = new Complaints();
  judgeSlack(complaints, name, given);
  return complaints.open.map(({ at, rule }) => `${at}: ${rule}`);
}

const text = (type: string, words: string) => ({ type, text: words });
const button = (more: object = {}) => ({
  type: "button",
  text: text("plain_text", "Go"),
  action_id: "a",
  ...more,
});

describe("Discord's OpenAPI", () => {
  const row = (component: object) => ({ type: 1, components: [component] });
  const press = { type: 2, style: 1, label: "Go", custom_id: "go" };

  test("takes what a bot sends", () => {
    const body = {
      flags: 1 << 15,
      nonce: "n-1",
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
      attachments: [{ id: 0, filename: "a.png", description: "A picture" }],
      components: [{ type: 17, components: [{ type: 10, content: "Hello" }, row(press)] }],
    };
    expect(discord("POST", "/channels/1/messages", body)).toEqual([]);
    expect(discord("GET", "/channels/1/messages", {}, "limit=50&after=12")).toEqual([]);
    expect(discord("POST", "/interactions/1/token/callback", { type: 5, data: { flags: 64 } })).toEqual([]);
    expect(discord("PUT", "/channels/1/messages/2/reactions/%E2%9C%85/@me")).toEqual([]);
  });

  test.each([
    [{ components: [row({ ...press, label: "x".repeat(81) })] }, "/components/0/components/0/label: "],
    [{ components: [row({ ...press, style: 9 })] }, "/components/0/components/0/style: "],
    [{ components: [{ type: 10 }] }, "/components/0: must have required property 'content'"],
    [{ components: [{ type: 99 }] }, "/components/0/type: "],
    [{ content: "x", nonce: "n".repeat(26) }, "/nonce: "],
    [{ content: "x", allowed_mention: {} }, "/allowed_mention: unknown field"],
    [{ content: 7 }, "/content: "],
  ])("names where and why: %o", (body, told) => {
    expect(discord("POST", "/channels/1/messages", body).join()).toContain(told);
  });

  test("knows its routes, their paths and their queries", () => {
    expect(discord("POST", "/channels/1/mesages", {})).toEqual([": Discord has no such route"]);
    expect(discord("GET", "/channels/film/messages")[0]).toContain("path/channel_id: must match");
    expect(discord("GET", "/channels/1/messages", {}, "limit=101")[0]).toContain(
      "query/limit: must be <= 100",
    );
    expect(discord("GET", "/channels/1/messages", {}, "befor=1")).toEqual(["query/befor: unknown parameter"]);
  });
});

describe("Slack's reference and Block Kit", () => {
  const post = { channel: "C000001", text: "Hello" };
  const blocks = (...all: object[]) => ({ ...post, blocks: JSON.stringify(all) });

  test("take what an app sends", () => {
    const section = { type: "section", text: text("mrkdwn", "Hello") };
    const metadata = JSON.stringify({ event_type: "reply", event_payload: { id: "1" } });
    const more = { thread_ts: "1767224888.280449", unfurl_links: "false", metadata };
    const sent = { ...blocks(section, { type: "actions", elements: [button()] }), ...more };
    expect(slack("chat.postMessage", sent)).toEqual([]);
    expect(slack("conversations.replies", { channel: "C01", ts: "1767224888.280449", limit: "100" })).toEqual(
      [],
    );
    expect(slack("files.completeUploadExternal", { files: '[{"id":"F0FAKE0001"}]' })).toEqual([]);
    expect(slack("chat.appendStream", { channel: "C01", ts: "1767224888.280449", chunks: "[]" })).toEqual([]);
  });

  test.each([
    ["chat.postMessage", { text: "x" }, ": must have required property 'channel'"],
    ["chat.postMessage", { ...post, txt: "x" }, ": unknown field txt"],
    ["chat.postMessage", { ...post, unfurl_links: "maybe" }, "/unfurl_links: must be boolean"],
    ["chat.postMessage", { ...post, channel: "film" }, "/channel: must match"],
    ["chat.postMessage", { ...post, blocks: "[{]" }, "/blocks: is not JSON"],
    ["chat.postMessage", { ...post, metadata: "{}" }, "/metadata/event_type: is required"],
    ["chat.postMessage", blocks({ type: "secton" }), "/blocks/0/type: "],
    [
      "chat.postMessage",
      blocks({ type: "actions", elements: [button({ tooltip: "x" })] }),
      "unknown field tooltip",
    ],
    [
      "chat.postMessage",
      blocks({ type: "actions", elements: [button({ text: text("plain_text", "x".repeat(76)) })] }),
      "/blocks/0/elements/0/text/text: must NOT have more than 75",
    ],
    ["conversations.replies", { channel: "C01", ts: "1.0", limit: "2000" }, "/limit: must be <= 1000"],
    ["views.open", { trigger_id: "1", view: '{"type":"modal","blocks":[]}' }, "/view: must have required"],
    ["chat.sing", {}, ": Slack has no such method"],
  ])("%s names where and why", (method, given, told) => {
    expect(slack(method, given).join()).toContain(told);
  });

  test("take what Slack's own types call a block", () => {
    const words = { type: "plain_text", text: "Go" } as const;
    const all: KnownBlock[] = [
      { type: "header", text: words },
      { type: "divider" },
      { type: "context", elements: [{ type: "mrkdwn", text: "small" }] },
      { type: "image", image_url: "https://example.org/a.png", alt_text: "A picture" },
      { type: "image", slack_file: { id: "F0FAKE00001" }, alt_text: "A picture" },
      { type: "markdown", text: "# Title" },
      { type: "table", rows: [[{ type: "raw_text", text: "a" }]] },
      {
        type: "rich_text",
        elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "x" }] }],
      },
      {
        type: "section",
        text: words,
        accessory: { type: "overflow", action_id: "o", options: [{ text: words }] },
      },
      {
        type: "actions",
        elements: [{ type: "static_select", action_id: "s", options: [{ text: words, value: "v" }] }],
      },
      { type: "input", label: words, element: { type: "plain_text_input", action_id: "p" } },
    ];
    expect(slack("chat.postMessage", blocks(...all))).toEqual([]);
  });

  test("judge what answers a press, too", () => {
    const complaints = new Complaints();
    judgeReply(complaints, "response_url", { text: "x", blocks: [{ type: "divider", color: "red" }] });
    expect(complaints.open).toEqual([
      { route: "response_url", at: "/blocks/0", rule: "unknown field color" },
    ]);
  });

  test("know which scope a method needs", () => {
    const complaints = new Complaints();
    judgeScopes(complaints, "chat.postMessage", new Set(["chat:write"]));
    judgeScopes(complaints, "conversations.history", new Set(["im:history"]));
    judgeScopes(complaints, "auth.test", new Set());
    expect(complaints.open).toEqual([]);
    judgeScopes(complaints, "users.info", new Set(["chat:write"]));
    expect(complaints.open[0]?.rule).toContain("users:read");
  });

  test("know how often a method may be called", () => {
    expect([tierOf("chat.update"), tierOf("chat.postMessage"), tierOf("chat.appendStream")]).toEqual([
      3, 5, 4,
    ]);
  });
});

test("complaints are told once, excused by a test, or thrown at the end", () => {
  const complaints = new Complaints();
  const one = { route: "chat.postMessage", at: "/text", rule: "too long" };
  complaints.note(one);
  complaints.note(one);
  expect(() => complaints.settle()).toThrow("- chat.postMessage /text: too long");
  expect(complaints.excuse(/short/)).toEqual([]);
  expect(complaints.excuse(/too long/)).toEqual([one]);
  expect(() => complaints.settle()).not.toThrow();
});

test("every false alarm has its reason, with where it is documented", () => {
  for (const { reason } of FALSE_ALARMS) expect(reason).toMatch(/https:\/\//);
});

const absent = existsSync(PUBLISHED) ? "" : " (skipped: no published schemas beside the checkout)";
test.skipIf(absent)(`the kept schemas are the published ones${absent}`, () => {
  for (const [name, built] of Object.entries(buildSpecs())) expect(keptSpec(name) === built, name).toBe(true);
});
