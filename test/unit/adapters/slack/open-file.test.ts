import { text } from "node:stream/consumers";
import { webApi } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Link } from "../../../../src/adapters/slack/link.ts";
import { openFile } from "../../../../src/adapters/slack/open-file.ts";
import { fileHosts } from "../../../support/file-hosts.ts";

const TOKEN = "xoxb-secret";
const link = { web: new webApi.WebClient(TOKEN), bolt: { webApi } } as unknown as Link;

describe("a file on Slack", () => {
  let hosts: Awaited<ReturnType<typeof fileHosts>>;
  beforeEach(async () => {
    hosts = await fileHosts();
  });
  afterEach(() => hosts.close());

  const open = (url: string, apiUrl: string | undefined = `${hosts.at}/api/`) => {
    const place = { platform: "slack" as const, workspace: "T1", channel: "C1" };
    const source = { file_id: "fil_1", platform_id: "F1", url };
    return openFile(
      link,
      apiUrl,
      { place, message_id: "1.1", name: "a.csv", source },
      AbortSignal.timeout(5_000),
    );
  };

  test("is opened with the token, at the address where Slack keeps it", async () => {
    expect(await text(await open(`${hosts.at}/file`))).toBe("a file");
    expect(hosts.asked[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  });

  test("takes the token nowhere else, not even by a redirection", async () => {
    await expect(open(`${hosts.at}/away`)).rejects.toMatchObject({ code: "forbidden" });
    for (const url of [`${hosts.elsewhere}/loot`, `http://x:y@${new URL(hosts.at).host}/file`, "no address"])
      await expect(open(url)).rejects.toMatchObject({ code: "unsupported_type" });
    expect(hosts.strange).toEqual([]);
    expect(hosts.asked).toHaveLength(1);
  });

  test.each([
    "http://files.slack.com/f",
    "https://files.slack.com.example.com/f",
    "https://files.slack.com:8443/f",
    "https://slack.com/f",
    "file:///etc/passwd",
    "http://169.254.169.254/latest/meta-data",
  ])("at %s is none of Slack's", async (url) => {
    const place = { platform: "slack" as const, workspace: "T1", channel: "C1" };
    const ref = { place, message_id: "1.1", name: "a.csv", source: { file_id: "f", platform_id: "F1", url } };
    await expect(openFile(link, undefined, ref, AbortSignal.timeout(1_000))).rejects.toMatchObject({
      hint: "Post the file itself.",
    });
  });

  test("that comes as a login page names the scope; what may pass is worth another try", async () => {
    await expect(open(`${hosts.at}/login`)).rejects.toThrow("files:read");
    await expect(open(`${hosts.at}/busy`)).rejects.toMatchObject({ retryable: true });
    await expect(open(`${hosts.at}/gone`)).rejects.toMatchObject({ hint: "Post it once more." });
  });
});
