import { beforeAll, expect, test } from "vitest";
import type { Session } from "../../../../src/domain/session.ts";
import { createReceiver, type ReceiverParts } from "../../../../src/features/receive/receiver.ts";
import { Waiters } from "../../../../src/features/receive/waiters.ts";
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
