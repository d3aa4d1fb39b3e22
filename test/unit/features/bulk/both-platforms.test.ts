import { expect, test } from "vitest";
import { EMPTY_MEMORY, type Session } from "../../../../src/domain/session.ts";
import { createDeliverer } from "../../../../src/features/deliver/deliverer.ts";
import { BulkRoom } from "../../../support/bulk-room.ts";
import { Stage, silent } from "../../../support/stage.ts";
import { DISCORD, SLACK, StrictChannel } from "../../../support/strict-channel.ts";

test("work of one film asked for on both platforms at once is shown where each was asked for, at that place's pace", async () => {
  const stage = await Stage.open();
  const channels = {
    discord: new StrictChannel(DISCORD, stage.clock),
    slack: new StrictChannel(SLACK, stage.clock),
  };
  const channelOf = (name: string) => (name === "slack" ? channels.slack : channels.discord);
  const deliverer = createDeliverer({
    ...stage.stores,
    platform: channelOf,
    bus: stage.bus,
    clock: stage.clock,
    logger: silent,
  });
  const room = await BulkRoom.open(stage, {
    platform: "discord",
    sends: () => true,
    editEveryMs: (name) => channelOf(name).editEveryMs,
    edits: (name) => channelOf(name).edits,
    kickDelivery: () => deliverer.kick(),
  });
  const onSlack: Session = {
    ...room.session,
    id: stage.ids.next("session"),
    place: { platform: "slack", workspace: "T1", channel: "C1" },
    memory: EMPTY_MEMORY,
  };
  await stage.stores.sessions.create(onSlack);
  const one = await room.start(8);
  const two = await room.start(12, { session: onSlack });
  for (let step = 0; step < 60; step += 1) {
    await room.runSome(1);
    stage.clock.pass(400);
    await room.settle();
    await deliverer.drain();
  }
  const seen = (channel: StrictChannel) =>
    channel.progress().map(({ operation_id, status, completed }) => ({ operation_id, status, completed }));
  expect(seen(channels.discord)).toEqual([{ operation_id: one.id, status: "completed", completed: 8 }]);
  expect(seen(channels.slack)).toEqual([{ operation_id: two.id, status: "completed", completed: 12 }]);
  expect([...channels.discord.violations, ...channels.slack.violations]).toEqual([]);
  expect(channels.discord.made.length).toBeGreaterThan(2);
  expect(channels.slack.made.length).toBeGreaterThan(2);
  expect(await stage.stores.bible.list(room.session.project_id, { limit: 50 })).toHaveLength(20);
  room.progress.stop();
  await deliverer.stop();
  await stage.close();
});
