import { describe, expect, test } from "vitest";
import { readEnv } from "../../../src/app/env.ts";
import { createSecrets } from "../../../src/app/secrets.ts";
import { slackConfig } from "../../../src/app/slack-config.ts";

const KEY = "a key of thirty-two characters, yes";
const config = (source: Record<string, string>) => slackConfig(readEnv(source, {}));
const ONE = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };
const MANY = {
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "hush",
  SLACK_STATE_SECRET: KEY,
  SLACK_SIGNING_SECRET: "sign",
  SECRET_KEY: KEY,
};

test("nothing set is no Slack", () => {
  expect(config({})).toBeUndefined();
});

test("a token is for one workspace, by Socket Mode or over HTTP", () => {
  expect(config(ONE)).toEqual({ mode: "socket", host: "127.0.0.1", port: 5060 });
  const { SLACK_APP_TOKEN: _, ...http } = { ...ONE, SLACK_SIGNING_SECRET: "sign", SLACK_PORT: "7000" };
  expect(config(http)).toEqual({ mode: "http", host: "127.0.0.1", port: 7000 });
});

test("a client id is for many, by either way; the config holds no secret", () => {
  expect(config(MANY)).toEqual({ mode: "http", host: "127.0.0.1", port: 5060, oauth: { clientId: "1.2" } });
  expect(config({ ...MANY, SLACK_APP_TOKEN: "xapp-1" })).toMatchObject({ mode: "socket" });
  expect(JSON.stringify(config(MANY))).not.toMatch(/hush|thirty|sign/);
});

describe("what is half set is named with what to do", () => {
  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(MANY).filter(([name]) => !names.includes(name)));

  test.each<[string, Record<string, string>, RegExp]>([
    ["no token", { SLACK_APP_TOKEN: "xapp-1" }, /SLACK_BOT_TOKEN is missing/],
    ["a client secret alone", { SLACK_CLIENT_SECRET: "hush" }, /SLACK_BOT_TOKEN is missing/],
    ["no way in", { SLACK_BOT_TOKEN: "xoxb-1" }, /SLACK_BOT_TOKEN needs a way in/],
    ["no way in for many", without("SLACK_SIGNING_SECRET"), /SLACK_CLIENT_ID needs a way in/],
    ["both", { ...MANY, ...ONE }, /for one workspace/],
    [
      "no secrets",
      without("SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"),
      /CLIENT_SECRET and SLACK_STATE_SECRET/,
    ],
    ["no key", without("SECRET_KEY"), /SECRET_KEY is missing/],
  ])("%s", (_, source, message) => {
    expect(() => config(source)).toThrow(message);
  });

  test("a short key is no key", () => {
    expect(() => config({ ...MANY, SECRET_KEY: "short" })).toThrow(/SECRET_KEY/);
  });
});

test("the login's secret seals where there is no key of its own, and opens what it sealed when there is", () => {
  const auth = { AUTH_SECRET: "the secret of the login, and long" };
  const { SECRET_KEY: _, ...bare } = MANY;
  expect(config({ ...bare, ...auth })).toBeDefined();
  expect(createSecrets(readEnv({ ...bare, ...auth }, {}))).toMatchObject({ secretKey: auth.AUTH_SECRET });
  const both = createSecrets(readEnv({ ...MANY, ...auth, SECRET_KEY_OLD: "one, two" }, {}));
  expect(both).toMatchObject({ secretKey: KEY, formerKeys: ["one", "two", auth.AUTH_SECRET] });
});
