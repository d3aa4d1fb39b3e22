import * as bolt from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createBudget } from "../../../../src/adapters/slack/budget.ts";
import { createClient } from "../../../../src/adapters/slack/client.ts";
import { FakeSlack } from "../../../fakes/slack/fake-slack.ts";
import { Tiers } from "../../../fakes/slack/tiers.ts";
import { StillClock } from "../../../support/stage.ts";

const MINUTE_MS = 60_000;
let fake: FakeSlack;
let channel: string;
let clock: StillClock;
beforeEach(async () => {
  fake = await FakeSlack.start();
  channel = fake.channel("film");
  clock = new StillClock();
  fake.workspace.tiers = new Tiers(() => clock.now().getTime());
});
afterEach(async () => {
  expect(fake.workspace.tiers?.violations ?? []).toEqual([]);
  await fake.close();
});

/** The clients of one workspace: what is waited for, and what is not. */
function workspace(of = fake) {
  const clientOptions = {
    slackApiUrl: of.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
  const parts = { bolt, clientOptions, budget: createBudget(clock) };
  const { botToken } = of.workspace;
  return {
    web: createClient(parts, botToken),
    patient: createClient({ ...parts, patient: true }, botToken),
  };
}

const made = (method: string) => fake.workspace.calls.get(method) ?? 0;
const waitOf = (work: Promise<unknown>): Promise<number> =>
  work.then(
    () => 0,
    ({ retryAfter }: { retryAfter: number }) => retryAfter,
  );

describe("a workspace's budget", () => {
  test("is that of each method's tier; a call too many is not made, and says how long to wait", async () => {
    const { web } = workspace();
    const { ts = "" } = await web.chat.postMessage({ channel, text: "x" });
    const edit = () => waitOf(web.chat.update({ channel, ts, text: "y" }));
    for (let count = 0; count < 50; count += 1) expect(await edit()).toBe(0);
    clock.pass(20_000);
    expect(await edit()).toBe(40);
    expect(made("chat.update")).toBe(50);
    expect(await waitOf(web.conversations.history({ channel }))).toBe(0);
    clock.pass(40_000);
    expect(await edit()).toBe(0);
  });

  test("is no other workspace's", async () => {
    const other = await FakeSlack.start();
    other.workspace.channels.set(channel, { id: channel, name: "film", direct: false, posts: [] });
    const [busy, calm] = [workspace(), workspace(other)];
    for (let count = 0; count < 60; count += 1) await waitOf(busy.web.conversations.info({ channel }));
    for (let count = 0; count < 4; count += 1) await busy.web.chat.postMessage({ channel, text: "x" });
    let posted = false;
    const fifth = busy.web.chat.postMessage({ channel, text: "x" }).then(() => {
      posted = true;
    });
    expect(await waitOf(busy.web.conversations.info({ channel }))).toBe(60);
    expect(await waitOf(calm.web.conversations.info({ channel }))).toBe(0);
    await calm.web.chat.postMessage({ channel, text: "x" });
    expect(posted).toBe(false);
    clock.pass(1_000);
    await fifth;
    await other.close();
  });

  test("leaves a fifth to what is waited for", async () => {
    const { web, patient } = workspace();
    const read = (client: typeof web) => waitOf(client.conversations.history({ channel }));
    for (let count = 0; count < 40; count += 1) expect(await read(patient)).toBe(0);
    expect(await read(patient)).toBe(60);
    expect(await read(web)).toBe(0);
    clock.pass(MINUTE_MS);
    expect(await read(patient)).toBe(0);
  });

  test("holds back nothing that answers a press", async () => {
    const { web } = workspace();
    fake.workspace.tiers = undefined;
    const ana = fake.person("Ana");
    for (let count = 0; count < 120; count += 1)
      await web.chat.postEphemeral({ channel, user: ana.id, text: "x" });
    expect(made("chat.postEphemeral")).toBe(120);
  });

  test("counts a call while nobody knows when it arrives", async () => {
    const { web } = workspace();
    fake.faults.push({ method: "usergroups.list", delayMs: 50, times: 20 });
    const calls = Array.from({ length: 20 }, () => web.usergroups.list());
    expect(await waitOf(web.usergroups.list())).toBe(1);
    await Promise.all(calls);
    expect(await waitOf(web.usergroups.list())).toBe(60);
  });
});
