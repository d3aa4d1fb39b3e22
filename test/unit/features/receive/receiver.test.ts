import { beforeAll, expect, test } from "vitest";
import type { Session } from "../../../../src/domain/session.ts";
import { createReceiver, type ReceiverParts } from "../../../../src/features/receive/receiver.ts";
import { Waiters } from "../../../../src/features/receive/waiters.ts";
import { aRecord } from "../../../contract/samples.ts";
import { Stage } from "../../../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  return () => stage.close();
});

/** Hears what is said in the session, and answers nothing. */
const receiving = (session: Session, more: Partial<ReceiverParts> = {}) => {
  const { inbox, turns, sessions, messages } = stage.stores;
  return createReceiver({
    ...{ inbox, turns, sessions, messages },
    bus: stage.bus,
    clock: stage.clock,
    ids: stage.ids,
    waiters: new Waiters(stage.clock),
    sessionAt: async () => session,
    schedule: () => undefined,
    ...more,
  });
};

test("an edit that is told twice begins what waits anew once", async () => {
  const session = await stage.session();
  const retaken: string[] = [];
  const { inbox } = stage.stores;
  const receiver = receiving(session, { retake: ({ event_id }) => void retaken.push(event_id) });
  const said = stage.said(session, "helo");
  await receiver.receive(said);
  const edit = (text: string | null) => receiver.amend({ event_id: said.id, place: session.place, text });
  await edit("hello");
  await edit("hello");
  expect(retaken).toEqual([said.id]);
  expect((await inbox.find(said.id))?.event).toMatchObject({ text: "hello" });
  await edit("hello!");
  await edit(null);
  await edit(null);
  expect(retaken).toEqual([said.id, said.id, said.id]);
});

test("what stands beside the thread of its place is not thought deleted because it is missing there", async () => {
  const session = await stage.session();
  const { inbox } = stage.stores;
  const receiver = receiving(session);
  const said = { ...stage.said(session, "hello"), beside: true as const };
  await receiver.receive(said);
  const gone = { event_id: said.id, place: session.place, text: null };
  await receiver.amend({ ...gone, missing: true });
  expect(await inbox.find(said.id)).toMatchObject({ status: "pending" });
  await receiver.amend(gone);
  expect((await inbox.find(said.id))?.status).not.toBe("pending");
});

test("whoever waits for the answer to what is taken back is told at once that none comes", async () => {
  const session = await stage.session();
  const receiver = receiving(session);
  const said = stage.said(session, "hello");
  await receiver.receive(said);
  const heard = receiver.finished(said.id, 60_000);
  await receiver.amend({ event_id: said.id, place: session.place, text: null });
  expect(await heard).toBeUndefined();
});

test("an answer that nobody told of is found when the wait ends", async () => {
  const session = await stage.session();
  const receiver = receiving(session);
  const said = stage.said(session, "hello");
  await receiver.receive(said);
  const heard = receiver.finished(said.id, 60_000);
  const record = aRecord(session, { event_id: said.id });
  await stage.stores.turns.commit(record);
  stage.clock.pass(60_000);
  expect((await heard)?.message_id).toBe(record.reply.id);
});

test("a press that frees its id as it is made again is made anew", async () => {
  const session = await stage.session();
  const { inbox, turns } = stage.stores;
  const { text: _, ...base } = stage.said(session, "");
  const press = { ...base, type: "choice", choice_id: "cho_1" } as const;
  let isRefused = false;
  const refusing: ReceiverParts["inbox"] = {
    ...inbox,
    find: async (id) => {
      if (!isRefused) await turns.commit(aRecord(session, { event_id: id, again: true }));
      isRefused = true;
      return inbox.find(id);
    },
  };
  const receiver = receiving(session, { inbox: refusing });
  const [first, second] = [await receiver.receive(press), await receiver.receive(press)];
  expect(second.duplicate).toBe(false);
  expect(second.turn_id).not.toBe(first.turn_id);
  expect(await inbox.find(press.id)).toMatchObject({ status: "pending", turn_id: second.turn_id });
});

test("of a press that another process refused whoever waits is told, although its word was lost", async () => {
  const session = await stage.session();
  const missed: (() => void)[] = [];
  const bus = {
    ...stage.bus,
    onMissed: (listener: () => void) => {
      missed.push(listener);
      return () => {};
    },
  };
  const receiver = receiving(session, { bus });
  const { text: _, ...base } = stage.said(session, "");
  const press = { ...base, type: "choice", choice_id: "cho_2" } as const;
  const { turn_id } = await receiver.receive(press);
  const heard = receiver.finished(press.id, 60_000);
  await stage.stores.turns.commit(aRecord(session, { event_id: press.id, turn_id, again: true }));
  for (const listener of missed) listener();
  expect((await heard)?.turn_id).toBe(turn_id);
});

test("whoever waits in another process is told, too, that what was taken back has no answer", async () => {
  const session = await stage.session();
  const [receiver, other] = [receiving(session), receiving(session)];
  const said = stage.said(session, "hello");
  await receiver.receive(said);
  await other.receive(said);
  const heard = other.finished(said.id, 60_000);
  await receiver.amend({ event_id: said.id, place: session.place, text: null });
  expect(await heard).toBeUndefined();
});
