import { beforeAll, expect, test } from "vitest";
import { createReceiver } from "../../../../src/features/receive/receiver.ts";
import { Waiters } from "../../../../src/features/receive/waiters.ts";
import { Stage } from "../../../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  return () => stage.close();
});

test("an edit that is told twice begins what waits anew once", async () => {
  const session = await stage.session();
  const retaken: string[] = [];
  const { inbox, turns, sessions, messages } = stage.stores;
  const receiver = createReceiver({
    ...{ inbox, turns, sessions, messages },
    bus: stage.bus,
    clock: stage.clock,
    ids: stage.ids,
    waiters: new Waiters(stage.clock),
    sessionAt: async () => session,
    schedule: () => undefined,
    retake: ({ event_id }) => void retaken.push(event_id),
  });
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
