import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { webhookSecret } from "../../../../src/adapters/webhook/sign.ts";
import { createWebhook, type WebhookOptions } from "../../../../src/adapters/webhook/webhook.ts";
import { StillClock } from "../../../support/stage.ts";
import { Receiver, status } from "./receiver.ts";

const AUTH = "a secret of this installation, 32 characters and more";
const never = new AbortController().signal;

describe("a call to a stranger's server", () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await new Receiver().open();
  });
  afterEach(() => receiver.close());

  const call = (url = receiver.url(), over: Partial<WebhookOptions> = {}, signal = never) =>
    createWebhook({ clock: new StillClock(), authSecret: AUTH, allowPrivate: true, ...over }).call(
      {
        url,
        id: "hkr_1_characters_0",
        project_id: "prj_1",
        body: { event: "step.completed", film: "Ünruh" },
      },
      signal,
    );

  test("brings the body as JSON, with a signature that its receiver can check", async () => {
    await call(receiver.url("/hook?key=k1"));
    const [got] = receiver.received;
    expect(got?.path).toBe("/hook?key=k1");
    expect(JSON.parse(got?.body ?? "")).toEqual({ event: "step.completed", film: "Ünruh" });
    expect(got?.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(got?.headers["webhook-id"]).toBe("hkr_1_characters_0");
    expect(got?.headers["webhook-timestamp"]).toBe(String(Date.parse("2026-11-22T10:00:00Z") / 1_000));
    const key = Buffer.from(webhookSecret(AUTH, "prj_1").replace("whsec_", ""), "base64");
    const signed = `hkr_1_characters_0.${got?.headers["webhook-timestamp"]}.${got?.body}`;
    const expected = createHmac("sha256", key).update(signed).digest("base64");
    expect(got?.headers["webhook-signature"]).toBe(`v1,${expected}`);
  });

  test("each project signs with a secret of its own, and none without the installation's", async () => {
    expect(webhookSecret(AUTH, "prj_1")).not.toBe(webhookSecret(AUTH, "prj_2"));
    await call(receiver.url(), { authSecret: undefined });
    expect(receiver.received[0]?.headers["webhook-signature"]).toBeUndefined();
  });

  test.each([
    [500, true, "it answered 500"],
    [503, true, "it answered 503"],
    [408, true, "it answered 408"],
    [425, true, "it answered 425"],
    [429, true, "it answered 429"],
    [400, false, "it answered 400"],
    [404, false, "it answered 404"],
    [410, false, "it answered 410: it is gone"],
  ])("a %i may be tried again: %s", async (code, retryable, message) => {
    receiver.answers = [status(code)];
    await expect(call()).rejects.toMatchObject({ retryable, message });
  });

  test("a redirect is not followed, to a private address least of all", async () => {
    receiver.answers = [status(302, { location: "http://169.254.169.254/latest/meta-data" })];
    await expect(call()).rejects.toMatchObject({
      retryable: false,
      message: expect.stringContaining("elsewhere (302)"),
    });
    expect(receiver.received).toHaveLength(1);
  });

  test.each([
    "http://127.0.0.1:1/",
    "http://localhost:1/",
    "http://[::1]:1/",
    "http://[::ffff:127.0.0.1]:1/",
    "http://2130706433:1/",
    "http://0.0.0.0:1/",
    "http://10.1.2.3/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "https://127.0.0.1:1/",
  ])("%s is refused and not tried again", async (url) => {
    await expect(call(url, { allowPrivate: false })).rejects.toMatchObject({
      code: "forbidden",
      retryable: false,
    });
  });

  test("a private server is not asked where that is not allowed", async () => {
    await expect(call(receiver.url("/", "localhost"), { allowPrivate: false })).rejects.toMatchObject({
      message: expect.stringContaining("private network"),
    });
    expect(receiver.received).toEqual([]);
  });

  test("other protocols are refused", async () => {
    await expect(call("ftp://example.com/x")).rejects.toMatchObject({ code: "invalid", retryable: false });
  });

  test("one that does not answer in time may be tried again", async () => {
    receiver.answers = [() => {}];
    await expect(call(receiver.url(), { timeoutMs: 150 })).rejects.toMatchObject({
      retryable: true,
      message: "it did not answer within 1 s",
    });
  });

  test("an answer without an end is not read to the end", async () => {
    let sent = 0;
    receiver.answers = [
      (answer) => {
        const more = () => {
          while (!answer.destroyed && answer.write(Buffer.alloc(16 * 1024))) sent += 1;
          if (!answer.destroyed) sent += 1;
        };
        answer.on("drain", more);
        more();
      },
    ];
    await call();
    expect(sent * 16).toBeLessThan(16 * 1024);
  });

  test("an answer that is well and stays open is well", async () => {
    receiver.answers = [(answer) => void answer.writeHead(200).write("and")];
    await call(receiver.url(), { timeoutMs: 150 });
  });

  test("a connection broken off, and nobody there, may be tried again", async () => {
    receiver.answers = [(answer) => answer.destroy()];
    await expect(call()).rejects.toMatchObject({ retryable: true, message: "it broke the connection off" });
    const url = receiver.url("/hook?key=very-secret");
    await receiver.close();
    const error: unknown = await call(url).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ retryable: true, message: "nothing answers at its address" });
    expect(JSON.stringify(error) + String(error)).not.toContain("very-secret");
    receiver = await new Receiver().open();
  });

  test("who stops the work gets the stop, not a verdict", async () => {
    receiver.answers = [() => {}];
    const stop = new AbortController();
    const calling = call(receiver.url(), {}, stop.signal);
    stop.abort("stopped");
    await expect(calling).rejects.toBe("stopped");
  });
});
