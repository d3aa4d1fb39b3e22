import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../../../commands/index.ts";
import { appManifest } from "../../../../src/adapters/slack/manifest.ts";
import { BOT_SCOPES } from "../../../../src/adapters/slack/scopes.ts";

const SCHEMA = new URL(
  "../../../../../shared/specs/slack/manifest-schema/schemas/manifest.schema.1.0.0.json",
  import.meta.url,
);
const ways = [
  ["Socket Mode", { socket: true, oauth: false }],
  ["HTTP", { socket: false, oauth: false, url: "https://backlot.test/" }],
  ["HTTP and OAuth", { socket: false, oauth: true, url: "https://backlot.test" }],
  ["Socket Mode and OAuth", { socket: true, oauth: true, url: "https://backlot.test" }],
] as const;
const made = ways.map(([name, way]) => [name, appManifest({ commands: COMMANDS, ...way })] as const);

test.skipIf(!existsSync(SCHEMA)).each(made)(
  "over %s it is what Slack's own schema takes (skipped where the schema is not at hand)",
  (_, manifest) => {
    const ajv = new Ajv({ strict: false, logger: false, formats: { uri: true } });
    const takes = ajv.compile(JSON.parse(readFileSync(SCHEMA, "utf8")));
    takes(manifest);
    expect(takes.errors ?? []).toEqual([]);
  },
);

describe.each(made)("over %s", (_, { features, display_information, oauth_config, settings }) => {
  // https://docs.slack.dev/reference/app-manifest
  test("it keeps to the documented limits", () => {
    const commands = features.slash_commands;
    expect(commands.length).toBeLessThanOrEqual(50);
    expect(new Set(commands.map(({ command }) => command)).size).toBe(commands.length);
    for (const { command, description, usage_hint = "x" } of commands) {
      expect(command).toMatch(/^\/[a-z][a-z0-9-]{0,30}$/);
      expect(description.length).toBeLessThanOrEqual(2_000);
      expect(usage_hint.length).toBeGreaterThan(0);
      expect(usage_hint.length).toBeLessThanOrEqual(1_000);
    }
    expect(display_information.name.length).toBeLessThanOrEqual(35);
    expect(display_information.description.length).toBeLessThanOrEqual(140);
    expect(new Set(oauth_config.scopes.bot).size).toBe(oauth_config.scopes.bot.length);
  });

  test("people can write to the app itself, press buttons and fill in forms", () => {
    expect(features.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(settings.interactivity.is_enabled).toBe(true);
    expect(settings.event_subscriptions.bot_events).toContain("message.im");
  });
});

test("every command is there but those Slack has itself, and one name for all", () => {
  const [[, { features }]] = made as [(typeof made)[number]];
  const names = features.slash_commands.map(({ command }) => command.slice(1));
  expect(names).toEqual(["backlot", ...COMMANDS.map(({ name }) => name).filter((name) => name !== "open")]);
});

test("addresses are there where Slack calls, and nowhere else", () => {
  const [socket, http, oauth, both] = made.map(([, manifest]) => manifest);
  expect(JSON.stringify(socket)).not.toContain("https://");
  expect(socket?.settings).toMatchObject({ socket_mode_enabled: true, org_deploy_enabled: false });
  expect(http?.settings.interactivity).toEqual({
    is_enabled: true,
    request_url: "https://backlot.test/slack/events",
  });
  expect(http?.settings.event_subscriptions.request_url).toBe("https://backlot.test/slack/events");
  expect(http?.features.slash_commands.every(({ url }) => url === "https://backlot.test/slack/events")).toBe(
    true,
  );
  expect(http?.oauth_config).not.toHaveProperty("redirect_urls");
  expect(oauth?.oauth_config.redirect_urls).toEqual(["https://backlot.test/slack/oauth_redirect"]);
  expect(oauth?.settings).toMatchObject({ socket_mode_enabled: false, org_deploy_enabled: true });
  expect(both?.settings.socket_mode_enabled).toBe(true);
  expect(both?.settings.interactivity).toEqual({ is_enabled: true });
  expect(both?.oauth_config.redirect_urls).toHaveLength(1);
});

/** The scopes that each subscribed event takes: https://docs.slack.dev/reference/events */
const SCOPES_OF_EVENTS: Readonly<Record<string, string>> = {
  app_mention: "app_mentions:read",
  "message.channels": "channels:history",
  "message.groups": "groups:history",
  "message.im": "im:history",
  "message.mpim": "mpim:history",
};

test("every event comes with the scope it takes: without it a manifest is refused", () => {
  const [[, { settings }]] = made as [(typeof made)[number]];
  for (const event of settings.event_subscriptions.bot_events) {
    const scope = SCOPES_OF_EVENTS[event];
    if (scope !== undefined) expect(BOT_SCOPES).toContain(scope);
    else expect(["app_uninstalled", "tokens_revoked"]).toContain(event);
  }
});
