import { text } from "node:stream/consumers";
import * as discord from "discord.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Link } from "../../../../src/adapters/discord/link.ts";
import { openFile } from "../../../../src/adapters/discord/open-file.ts";
import { fileHosts } from "../../../support/file-hosts.ts";

const nobody = { rest: { get: () => Promise.resolve({ attachments: [] }) } };
const link = { discord, client: nobody } as unknown as Link;

describe("a file on Discord", () => {
  let hosts: Awaited<ReturnType<typeof fileHosts>>;
  beforeEach(async () => {
    hosts = await fileHosts();
  });
  afterEach(() => hosts.close());

  const open = (url: string, apiUrl: string | undefined) => {
    const place = { platform: "discord" as const, workspace: "1", channel: "2" };
    const source = { file_id: "fil_1", platform_id: "7", url };
    return openFile(
      link,
      apiUrl,
      { place, message_id: "3", name: "a.csv", source },
      AbortSignal.timeout(5_000),
    );
  };

  test("is opened without any token", async () => {
    expect(await text(await open(`${hosts.at}/file`, `${hosts.at}/api`))).toBe("a file");
    expect(hosts.asked[0]?.headers.authorization).toBeUndefined();
  });

  test("leads nowhere else, not even by a redirection", async () => {
    await expect(open(`${hosts.at}/away`, `${hosts.at}/api`)).rejects.toThrow();
    await expect(open(`${hosts.elsewhere}/loot`, `${hosts.at}/api`)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(hosts.strange).toEqual([]);
  });

  test.each([
    "http://cdn.discordapp.com/a",
    "https://cdn.discordapp.com.example.com/a",
    "https://cdn.discordapp.com:8443/a",
    "https://x@cdn.discordapp.com/a",
    "https://discord.com/a",
    "http://127.0.0.1/a",
  ])("at %s is none of Discord's", async (url) => {
    await expect(open(url, undefined)).rejects.toMatchObject({ hint: "Post it once more." });
  });

  test("that is gone says so; what may pass is worth another try", async () => {
    await expect(open(`${hosts.at}/gone`, `${hosts.at}/api`)).rejects.toMatchObject({ code: "not_found" });
    await expect(open(`${hosts.at}/busy`, `${hosts.at}/api`)).rejects.toMatchObject({ retryable: true });
  });
});
