import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { InboundEvent } from "../../../../src/chat/inbound-event.ts";
import type { Session } from "../../../../src/domain/session.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";

const DAY_MS = 86_400_000;

describe("what was said while Backlot was away", () => {
  let stage: Stage;
  let studio: Studio;
  let session: Session;

  beforeAll(async () => {
    stage = await Stage.open();
    studio = new Studio(stage);
  });
  beforeEach(async () => {
    session = await stage.session("discord");
  });
  afterAll(() => stage.close());

  const said = (text: string, daysAgo: number, name = "Ben"): InboundEvent & { type: "message" } => ({
    ...stage.said(session, text),
    person: { id: name.toLowerCase(), name, role: "writer" },
    at: new Date(stage.clock.now().getTime() - daysAgo * DAY_MS).toISOString(),
  });
  const missed = (events: readonly InboundEvent[], more = false) =>
    studio.product.receiver.hearing?.missed({ home: session.place, events, more });
  const lines = async () =>
    (await stage.stores.messages.page(session.id, 20)).filter(({ role }) => role === "backlot");
  const choicesOf = async () =>
    (await lines()).at(-1)?.blocks.flatMap((block) => (block.type === "choices" ? block.choices : [])) ?? [];

  test("is told in one line, however often the catching up is tried", async () => {
    const events = [said("Create Sarah", 3), said("Create John", 2, "Cleo")];
    await missed(events);
    await missed(events);
    const [line, ...others] = await lines();
    expect(others).toEqual([]);
    expect(line?.text).toContain(
      "While I was away, 2 messages for me came in, from Ben and Cleo (the first 3 days ago, 19 Nov 2026).",
    );
    expect((await choicesOf()).map(({ label }) => label)).toEqual(["Read them now", "Leave them"]);
    expect(await stage.stores.inbox.next(session.id)).toBeUndefined();
  });

  test("is read after all with one press, in order, and then no more", async () => {
    const events = [said("Create a character named Sarah", 3), said("Create a character named John", 3)];
    await missed(events);
    const [read] = await choicesOf();
    const view = await studio.press(session, read?.id ?? "");
    expect(view.reply.text).toContain("I read 2 messages now");
    for (const { id } of events) await studio.product.receiver.finished(id, 10_000);
    const texts = (await lines()).map(({ text }) => text);
    expect(texts.findIndex((text) => text.includes("John"))).toBeGreaterThan(
      texts.findIndex((text) => text.includes("Sarah")),
    );
    const again = await studio.say(session, "/missed read");
    expect(again.reply.text).toContain("Nothing that was said here waits");
  });

  test("is read as it was changed meanwhile, and not at all when it was taken back", async () => {
    const [changed, gone] = [
      said("Create a character named Sara", 3),
      said("Create a character named Bob", 3),
    ];
    await missed([changed, gone]);
    const { receiver } = studio.product;
    const text = "Create a character named Sarah";
    await receiver.amend({ event_id: changed.id, place: session.place, text });
    await receiver.amend({ event_id: gone.id, place: session.place, text: null });
    const view = await studio.say(session, "/missed");
    expect(view.reply.text).toContain("a message for me came in, from Ben (3 days ago, 19 Nov 2026)");
    await studio.say(session, "/missed read");
    await receiver.finished(changed.id, 10_000);
    const names = await stage.stores.bible.names(session.project_id, "character", 10);
    expect(names).toEqual(["Sarah"]);
  });

  test("is left when people say so", async () => {
    await missed([said("Create Sarah", 3)], true);
    expect((await lines())[0]?.text).toContain("There was more than I could read back.");
    expect((await studio.say(session, "/missed leave")).reply.text).toContain("I leave it.");
    expect((await studio.say(session, "/missed")).reply.text).toContain("Nothing that was said here waits");
  });

  test("that was answered by now is not told of", async () => {
    const known = said("Create Sarah", 3);
    await studio.product.receiver.receive(known);
    await missed([known]);
    expect((await lines()).some(({ text }) => text.includes("While I was away"))).toBe(false);
  });
});
