import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { printSlackManifest } from "../../../src/app/print-slack-manifest.ts";

let out = "";
let told = "";
beforeEach(() => {
  out = "";
  told = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    told += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});
const print = (args: string[], clientId?: string) =>
  printSlackManifest(args, () => ({ SLACK_CLIENT_ID: clientId }));

test("prints a manifest for Socket Mode, and tells beside it what Slack keeps for itself", () => {
  print([]);
  expect(JSON.parse(out).settings.socket_mode_enabled).toBe(true);
  expect(told).toBe("Slack has a command /open of its own: there it is /backlot open.\n");
});

test("an address is for HTTP, and for installing by OAuth where that is on", () => {
  print(["--url", "https://backlot.test"], "123.456");
  const manifest = JSON.parse(out);
  expect(manifest.settings.socket_mode_enabled).toBe(false);
  expect(manifest.oauth_config.redirect_urls).toEqual(["https://backlot.test/slack/oauth_redirect"]);
});

test.each([
  [["--url", "http://backlot.test"], undefined, /https alone/],
  [["--url", "backlot"], undefined, /cannot be read/],
  [["--nonsense"], undefined, /cannot be read/],
  [["--oauth"], undefined, /needs a public address/],
  [[], "123.456", /needs a public address/],
])("%j says what is wrong and how it is typed, and prints nothing", (args, clientId, why) => {
  print(args, clientId);
  expect(out).toBe("");
  expect(told).toMatch(why);
  expect(told).toContain("npm run slack:manifest");
  expect(process.exitCode).toBe(1);
});
