import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FakeSlack } from "../../../fakes/slack/fake-slack.ts";
import { Tiers } from "../../../fakes/slack/tiers.ts";

let fake: FakeSlack;
let channel: string;
beforeEach(async () => {
  fake = await FakeSlack.start();
  channel = fake.channel("film");
});
afterEach(() => fake.close());

type Told = { ok: boolean; error?: string; ts?: string; view?: { id: string; hash: string } };

async function call(method: string, given: Record<string, string>) {
  const response = await fetch(fake.apiUrl + method, {
    method: "POST",
    headers: { authorization: `Bearer ${fake.workspace.botToken}` },
    body: new URLSearchParams(given),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, told: JSON.parse(text || "{}") as Told };
}

/** An app on an address of its own that answers events as `answers` says, by number. */
async function app(answer: (count: number) => number) {
  const heard: { retry: string; reason: string; event_id: string; isSigned: boolean }[] = [];
  const server = createServer(async (request, response) => {
    const raw = String(await buffer(request));
    const { headers } = request;
    const stamp = headers["x-slack-request-timestamp"];
    const digest = createHmac("sha256", fake.workspace.signingSecret)
      .update(`v0:${stamp}:${raw}`)
      .digest("hex");
    heard.push({
      retry: String(headers["x-slack-retry-num"] ?? ""),
      reason: String(headers["x-slack-retry-reason"] ?? ""),
      event_id: JSON.parse(raw).event_id,
      isSigned: headers["x-slack-signature"] === `v0=${digest}`,
    });
    response.writeHead(answer(heard.length)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  fake.overHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  return { heard, close: () => new Promise((resolve) => server.close(resolve)) };
}

describe("events", () => {
  test("are signed, and told again at once, after a minute, after five, and never again", async () => {
    const { heard, close } = await app(() => 500);
    const put: { ms: number; work: () => void }[] = [];
    const waiting = () => new Promise<void>((resolve) => setImmediate(resolve));
    fake.telling.later = (ms, work) => void put.push({ ms, work });
    await fake.say(channel, fake.person("Ana"), "hello");
    expect(heard.map(({ retry }) => retry)).toEqual(["", "1"]);
    expect(put.map(({ ms }) => ms)).toEqual([60_000]);
    put[0]?.work();
    while (put.length < 2) await waiting();
    put[1]?.work();
    while (fake.telling.givenUp.length === 0) await waiting();
    expect(heard.map(({ retry }) => retry)).toEqual(["", "1", "2", "3"]);
    expect(put.map(({ ms }) => ms)).toEqual([60_000, 300_000]);
    expect(new Set(heard.map(({ event_id }) => event_id)).size).toBe(1);
    expect(heard.every(({ isSigned }) => isSigned)).toBe(true);
    await close();
  });

  test("are lost, told twice or in another order by script", async () => {
    const { heard, close } = await app(() => 200);
    const ana = fake.person("Ana");
    fake.telling.mischief.lose = 1;
    await fake.say(channel, ana, "lost");
    fake.telling.mischief.repeat = 1;
    await fake.say(channel, ana, "twice");
    fake.telling.mischief.swap = true;
    await fake.say(channel, ana, "second");
    await fake.say(channel, ana, "first");
    const ids = heard.map(({ event_id }) => event_id);
    expect(ids).toHaveLength(4);
    expect(ids[0]).toBe(ids[1]);
    expect((ids[2] ?? "") > (ids[3] ?? "")).toBe(true);
    await close();
  });
});

describe("views", () => {
  const view = JSON.stringify({
    type: "modal",
    title: { type: "plain_text", text: "Sarah" },
    blocks: [{ type: "divider" }],
  });
  const trigger = (from?: string) => {
    const id = fake.workspace.nextId("trigger.");
    fake.workspace.triggers.set(id, performance.now() + 3_000);
    if (from) fake.workspace.triggerViews.set(id, from);
    return id;
  };

  test("open by a trigger, once and in time", async () => {
    const trigger_id = trigger();
    expect((await call("views.open", { trigger_id, view })).told.ok).toBe(true);
    expect((await call("views.open", { trigger_id, view })).told.error).toBe("exchanged_trigger_id");
    expect((await call("views.open", { trigger_id: "1", view })).told.error).toBe("invalid_trigger_id");
    const late = trigger();
    fake.workspace.triggers.set(late, performance.now() - 1);
    expect((await call("views.open", { trigger_id: late, view })).told.error).toBe("expired_trigger_id");
  });

  test("stack three high, and are updated by who saw the last of them", async () => {
    let top = (await call("views.open", { trigger_id: trigger(), view })).told.view;
    for (let height = 2; height <= 3; height += 1)
      top = (await call("views.push", { trigger_id: trigger(top?.id), view })).told.view;
    const fourth = await call("views.push", { trigger_id: trigger(top?.id), view });
    expect(fourth.told.error).toBe("push_limit_reached");
    const { id: view_id = "", hash = "" } = top ?? {};
    expect((await call("views.update", { view_id, hash, view })).told.ok).toBe(true);
    expect((await call("views.update", { view_id, hash, view })).told.error).toBe("hash_conflict");
    expect((await call("views.update", { view_id: "V0", view })).told.error).toBe("not_found");
  });
});

test("methods have the rates of their tiers, by the minute", async () => {
  let now = 0;
  fake.workspace.tiers = new Tiers(() => now);
  const { ts = "" } = (await call("chat.postMessage", { channel, text: "x" })).told;
  const edit = () => call("chat.update", { channel, ts, text: "y" });
  for (let count = 0; count < 50; count += 1) expect((await edit()).status).toBe(200);
  now = 20_000;
  const refused = await edit();
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "40"]);
  now = 60_000;
  expect((await edit()).told.ok).toBe(true);
  expect(fake.workspace.tiers.violations).toEqual(["chat.update"]);
});

test("answers come late or break off by script, and what was asked is done", async () => {
  fake.faults.push({ method: "chat.postMessage", delayMs: 40, times: 1 });
  const began = performance.now();
  expect((await call("chat.postMessage", { channel, text: "late" })).told.ok).toBe(true);
  expect(performance.now() - began).toBeGreaterThanOrEqual(39);
  fake.faults.push({ method: "chat.postMessage", cut: true, times: 1 });
  await expect(call("chat.postMessage", { channel, text: "cut" })).rejects.toThrow();
  expect(fake.seen(channel).map(({ text }) => text)).toEqual(["late", "cut"]);
});

test("what Slack would not take fails the test in the end", async () => {
  await call("chat.postMessage", { channel, text: "x", blocks: '[{"type":"section"}]', reply: "yes" });
  expect(() => fake.complaints.settle()).toThrow("unknown field reply");
  expect(fake.complaints.excuse(/unknown field reply|section/).length).toBeGreaterThan(1);
});
