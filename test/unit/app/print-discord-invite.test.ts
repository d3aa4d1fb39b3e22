import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { printDiscordInvite } from "../../../src/app/print-discord-invite.ts";
import { FakeDiscord } from "../../fakes/discord/fake-discord.ts";

const written = { out: "", err: "" };
beforeEach(() => {
  Object.assign(written, { out: "", err: "" });
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written.out += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    written.err += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

test("prints the link of an application by its id alone", async () => {
  await printDiscordInvite(["123456789012345678"], () => ({}));
  expect(written.out).toMatch(/^https:\/\/discord\.com\/oauth2\/authorize\?client_id=123456789012345678&/);
});

test("asks Discord whose token it is", async () => {
  const fake = await FakeDiscord.start();
  try {
    const env = { DISCORD_TOKEN: fake.world.token, DISCORD_API_URL: fake.apiUrl };
    await printDiscordInvite([], () => env);
    const url = new URL(written.out);
    expect(url.origin).toBe(new URL(fake.apiUrl).origin);
    expect(url.searchParams.get("client_id")).toBe(fake.world.applicationId);
    await printDiscordInvite([], () => ({ ...env, DISCORD_TOKEN: "wrong" }));
    expect(written.err).not.toBe("");
    expect(process.exitCode).toBe(1);
  } finally {
    await fake.close();
  }
});

test.each([
  [[], /DISCORD_TOKEN is not set/],
  [["backlot"], /number of 17 to 20 digits/],
])("%j says what is missing and how it is typed", async (args, why) => {
  await printDiscordInvite(args, () => ({}));
  expect(written).toMatchObject({ out: "", err: expect.stringMatching(why) });
  expect(written.err).toContain("npm run discord:invite");
  expect(process.exitCode).toBe(1);
});
