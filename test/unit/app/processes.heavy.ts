import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createModels } from "../../../src/app/model.ts";
import type { Product } from "../../../src/app/product-parts.ts";
import { systemClock } from "../../../src/app/system-clock.ts";
import type { Session } from "../../../src/domain/session.ts";
import { type Crew, openCrew } from "../../support/crew.ts";
import { PostingChannel } from "../../support/posting-channel.ts";
import { silent } from "../../support/stage.ts";
import { DISCORD, StrictChannel } from "../../support/strict-channel.ts";

const OFFLINE = createModels({ kind: "offline" }, {}, silent);

describe("bots and workers over one database", () => {
  let crew: Crew;
  let session: Session;
  beforeEach(async () => {
    crew = await openCrew();
    session = await crew.session();
  });
  afterEach(() => crew.close());

  const ask = async ({ receiver }: Product, id: string, text: string) => {
    await receiver.receive(crew.said(session, id, text));
    const view = await receiver.finished(id, 10_000);
    if (!view) throw new Error(`no answer to ${text}`);
    return view;
  };

  test("what two bots hear is answered once and in order, and both know the answer", async () => {
    const channel = new PostingChannel();
    const bots = [await crew.join("bot", channel), await crew.join("bot", channel)];
    const names = Array.from({ length: 12 }, (_, at) => `Person ${"ABCDEFGHIJKL"[at]}`);
    const answers = await Promise.all(
      names.map(async (name, at) => {
        const event = crew.said(
          session,
          `m${at}`,
          `Create a character named ${name}, a ${20 + at}-year-old pilot`,
        );
        return Promise.all(
          bots.map(async ({ product }) => {
            await product.receiver.receive(event);
            return product.receiver.finished(event.id, 20_000);
          }),
        );
      }),
    );
    for (const [one, two] of answers) {
      expect(one?.reply.text).toBeTruthy();
      expect(two?.message_id).toBe(one?.message_id);
    }
    await expect.poll(() => channel.order.length, { timeout: 10_000 }).toBe(names.length);
    const said = await crew.stores.messages.page(session.id, 100);
    const replies = said.filter(({ role }) => role === "backlot").map(({ text }) => text);
    expect(channel.order.map(({ text }) => text)).toEqual(replies);
    expect(replies).toHaveLength(names.length);
    expect(await crew.stores.bible.list(session.project_id, { limit: 50 })).toHaveLength(names.length);
  });

  test("when the bot that delivers stops, the other delivers", async () => {
    const channel = new PostingChannel();
    const [first, second] = [await crew.join("bot", channel), await crew.join("bot", channel)];
    await ask(first.product, "m1", "Create a character named Ann, a pilot");
    await expect.poll(() => channel.order.length).toBe(1);
    await first.stop();
    await ask(second.product, "m2", "Create a character named Bob, a cook");
    await expect.poll(() => channel.order.length, { timeout: 2_500 }).toBe(2);
  });

  test("workers make the items, and the bot's message shows how far they are and how they ended", async () => {
    const channel = new StrictChannel(DISCORD, systemClock);
    const bot = await crew.join("bot", channel);
    await Promise.all([crew.join("worker"), crew.join("worker")]);
    const { operation } = await ask(bot.product, "m1", "/bulk characters 60 extras");
    const id = operation?.id ?? "";
    await expect
      .poll(() => channel.progress().map(({ status, completed }) => `${status} ${completed}`), {
        timeout: 15_000,
      })
      .toEqual(["completed 60"]);
    expect(channel.violations).toEqual([]);
    expect([...channel.sends.values()]).toEqual([1]);
    const entries = await crew.stores.bible.list(session.project_id, { limit: 200 });
    expect(new Set(entries.map(({ name }) => name)).size).toBe(60);
    await expect.poll(async () => (await crew.stores.operations.get(id))?.shown).toBe(true);
  });

  test("what runs in workers stops within a second of Cancel", async () => {
    const aborted: number[] = [];
    let running = 0;
    const model = {
      ...OFFLINE.model,
      info: { name: "slow", offline: false },
      draft: (_: unknown, options?: { signal?: AbortSignal }) =>
        new Promise<never>((_resolve, reject) => {
          running += 1;
          options?.signal?.addEventListener("abort", () => {
            aborted.push(performance.now());
            reject(new Error("aborted"));
          });
        }),
    };
    const bot = await crew.join("bot", new PostingChannel(), { ...OFFLINE, model });
    for (let at = 0; at < 2; at += 1) await crew.join("worker", undefined, { ...OFFLINE, model });
    const { operation } = await ask(bot.product, "m1", "/bulk characters 20");
    await expect.poll(() => running, { timeout: 10_000 }).toBe(16);
    const from = performance.now();
    await ask(bot.product, "m2", `/jobs cancel ${operation?.id}`);
    await expect.poll(() => aborted.length).toBe(16);
    expect(Math.max(...aborted) - from).toBeLessThan(1_000);
    expect(running).toBe(16);
    expect((await crew.stores.operations.get(operation?.id ?? ""))?.status).toBe("cancelled");
  });
});
