import { describe, expect, test } from "vitest";
import { DISCORD_HAND_RULES } from "../../../fakes/judge/discord-hand-rules.ts";
import type { HandRule } from "../../../fakes/judge/hand-rule.ts";
import { SLACK_HAND_RULES } from "../../../fakes/judge/slack-hand-rules.ts";

type Body = Record<string, unknown>;

const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
const button = (more: Body = {}) => ({ type: 2, style: 1, label: "Go", custom_id: "go", ...more });
const row = (...components: Body[]) => ({ type: 1, components });
const shown = (...components: Body[]): Body => ({ components });
const option = (name: string, more: Body = {}) => ({ type: 3, name, description: "x", ...more });
const command = (...options: Body[]): Body => [{ name: "go", description: "x", options }] as unknown as Body;

/** By the name of the rule: a route it is about, what it takes, and what breaks it. */
const DISCORD: Record<string, [route: string, fits: Body, breaks: Body[]]> = {
  "embeds hold 6,000 characters together": [
    "POST /channels/{channel_id}/messages",
    { embeds: [{ description: "x".repeat(6_000), color: 1 }] },
    [
      {
        embeds: [{ description: "x".repeat(3_000), title: "x" }, { fields: [{ value: "x".repeat(3_000) }] }],
      },
    ],
  ],
  "a message has 40 components, what is nested and what stands beside a section counted": [
    "POST /channels/{channel_id}/messages",
    shown({ type: 17, components: many(39, () => ({ type: 14 })) }),
    [
      shown({ type: 17, components: many(40, () => ({ type: 14 })) }),
      shown(
        ...many(14, (i) => ({
          type: 9,
          components: [{ type: 10 }],
          accessory: button({ custom_id: `${i}` }),
        })),
      ),
    ],
  ],
  "custom_id and id are unique in a message or modal": [
    "POST /interactions/{interaction_id}/{interaction_token}/callback",
    { type: 4, data: shown(row(button(), button({ custom_id: "stop" }))) },
    [
      { type: 4, data: shown(row(button(), button())) },
      { type: 9, data: shown({ type: 18, id: 7 }, { type: 18, id: 7 }) },
    ],
  ],
  "a button has a custom_id, a link has its address and none": [
    "PATCH /channels/{channel_id}/messages/{message_id}",
    shown(row(button(), { type: 2, style: 5, label: "Read", url: "https://example.org" })),
    [
      shown(row(button({ custom_id: undefined }))),
      shown(row({ type: 2, style: 5, label: "Read", custom_id: "read" })),
      shown(row(button({ url: "https://example.org" }))),
    ],
  ],
  "a menu asks for no more than it has": [
    "POST /channels/{channel_id}/messages",
    shown(row({ type: 3, options: [{}, {}], max_values: 2 })),
    [
      shown(row({ type: 3, options: [{}, {}], max_values: 3 })),
      shown(row({ type: 3, options: [{}, {}], min_values: 2 })),
    ],
  ],
  "text displays hold 4,000 characters together": [
    "POST /webhooks/{webhook_id}/{webhook_token}",
    shown(...many(2, () => ({ type: 10, content: "x".repeat(2_000) }))),
    [shown(...many(2, () => ({ type: 10, content: "x".repeat(2_001) })))],
  ],
  "content, embeds, stickers and polls do not go with components of version 2": [
    "POST /channels/{channel_id}/messages",
    { flags: 1 << 15, content: "", components: [{ type: 10, content: "x" }] },
    [
      { flags: 1 << 15, content: "x" },
      { flags: 1 << 15, embeds: [{ title: "x" }] },
    ],
  ],
  "a command's required options come first": [
    "PUT /applications/{application_id}/commands",
    command(option("a", { required: true }), option("b")),
    [command(option("a"), option("b", { required: true }))],
  ],
  "options of a command have different names, choices of their own or autocomplete": [
    "PUT /applications/{application_id}/guilds/{guild_id}/commands",
    command(option("a", { autocomplete: true }), option("b", { choices: [{ name: "x", value: "x" }] })),
    [
      command(option("a"), option("a")),
      command(option("a", { autocomplete: true, choices: [{ name: "x", value: "x" }] })),
      command({ type: 1, name: "sub", description: "x", options: [option("a"), option("a")] }),
    ],
  ],
  "a command holds 8,000 characters of names, descriptions and values": [
    "PUT /applications/{application_id}/commands",
    command(option("a")),
    [
      command(
        ...many(25, (i) =>
          option(`a${i}`, { choices: many(4, () => ({ name: "x".repeat(99), value: "" })) }),
        ),
      ),
    ],
  ],
};

const section = (more: Body = {}) => ({ type: "section", text: { type: "mrkdwn", text: "x" }, ...more });
const press = (action_id: string) => ({ type: "button", action_id });
const actions = (...elements: Body[]) => ({ type: "actions", elements });
const blocks = (...all: Body[]): Body => ({ blocks: all });

const SLACK: Record<string, [route: string, fits: Body, breaks: Body[]]> = {
  "block_id is unique in a message or view": [
    "chat.postMessage",
    blocks(section({ block_id: "a" }), section({ block_id: "b" }), section()),
    [
      blocks(section({ block_id: "a" }), section({ block_id: "a" })),
      { view: blocks(section({ block_id: "a" }), section({ block_id: "a" })) },
    ],
  ],
  "action_id is unique in its block": [
    "chat.update",
    blocks(actions(press("a"), press("b")), actions(press("a"))),
    [blocks(actions(press("a"), press("a")))],
  ],
  "a message has 50 blocks, a view 100": [
    "views.open",
    { view: blocks(...many(100, () => section())) },
    [blocks(...many(51, () => section())), { view: blocks(...many(101, () => section())) }],
  ],
  "a section has a text or up to 10 fields of 2,000 characters": [
    "response_url",
    blocks(section(), { type: "section", fields: many(10, () => ({ text: "x".repeat(2_000) })) }),
    [
      blocks({ type: "section" }),
      blocks(section({ fields: many(11, () => ({ text: "x" })) })),
      blocks(section({ fields: [{ text: "x".repeat(2_001) }] })),
    ],
  ],
  "a menu has options or groups of options, at least one": [
    "chat.postMessage",
    blocks(actions({ type: "static_select", options: [{}] })),
    [blocks(actions({ type: "static_select", options: [] })), blocks(actions({ type: "checkboxes" }))],
  ],
  "a message has one table, of 100 rows and 20 columns": [
    "chat.postMessage",
    blocks({ type: "table", rows: many(100, () => many(20, () => ({}))) }),
    [
      blocks({ type: "table", rows: [] }, { type: "table", rows: [] }),
      blocks({ type: "table", rows: many(101, () => []) }),
      blocks({ type: "table", rows: [many(21, () => ({}))] }),
    ],
  ],
  "markdown blocks hold 12,000 characters together": [
    "chat.postMessage",
    blocks({ type: "markdown", text: "x".repeat(12_000) }),
    [blocks(...many(2, () => ({ type: "markdown", text: "x".repeat(6_001) })))],
  ],
  "markdown_text stands alone, with up to 12,000 characters": [
    "chat.appendStream",
    { markdown_text: "x".repeat(12_000) },
    [{ markdown_text: "x".repeat(12_001) }, { markdown_text: "x", text: "x" }],
  ],
  "a view with inputs has a submit button": [
    "views.open",
    { view: { type: "modal", submit: { text: "Save" }, blocks: [{ type: "input" }] } },
    [{ view: { type: "modal", blocks: [{ type: "input" }] } }],
  ],
  "a stream is a reply to a person, who is named in channels": [
    "chat.startStream",
    { channel: "C01", thread_ts: "1.0", recipient_user_id: "U01", recipient_team_id: "T01" },
    [{ channel: "D01" }, { channel: "C01", thread_ts: "1.0", recipient_user_id: "U01" }],
  ],
  "chunks of a stream are of a known type": [
    "chat.appendStream",
    { chunks: [{ type: "markdown_text", text: "x" }] },
    [{ chunks: [{ type: "text", text: "x" }] }],
  ],
  "text has up to 40,000 characters": [
    "chat.postMessage",
    { text: "x".repeat(40_000) },
    [{ text: "x".repeat(40_001) }],
  ],
};

describe.each([
  ["Discord", DISCORD_HAND_RULES, DISCORD],
  ["Slack", SLACK_HAND_RULES, SLACK],
])("what %s says in words", (_, rules: readonly HandRule[], cases) => {
  test("every rule is tried here", () => {
    expect(Object.keys(cases).sort()).toEqual(rules.map(({ name }) => name).sort());
  });

  test.each(rules.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
    const [route, fits, breaks] = cases[name] ?? expect.fail("untried");
    expect(rule.source).toMatch(/^https:\/\/docs\.(discord\.com|slack\.dev)\//);
    expect(route).toMatch(rule.on);
    expect(rule.broken(fits)).toEqual([]);
    for (const body of breaks) expect(rule.broken(body), JSON.stringify(body).slice(0, 80)).not.toEqual([]);
  });
});
