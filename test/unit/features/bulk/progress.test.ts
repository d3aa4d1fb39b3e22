import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDeliverer, type Deliverer } from "../../../../src/features/deliver/deliverer.ts";
import { BulkRoom } from "../../../support/bulk-room.ts";
import { Stage, silent } from "../../../support/stage.ts";
import { DISCORD, type Rules, SLACK, StrictChannel } from "../../../support/strict-channel.ts";

const OPERATIONS = 20;
/** So many may run at once in one film. */
const A_FILM = 5;
const ITEMS = 12;
const STEP_MS = 400;

describe.each([DISCORD, SLACK])("twenty operations at once on $name", (rules: Rules) => {
  let stage: Stage;
  let room: BulkRoom;
  let channel: StrictChannel;
  let deliverer: Deliverer;

  beforeEach(async () => {
    stage = await Stage.open();
    channel = new StrictChannel(rules, stage.clock);
    deliverer = createDeliverer({
      ...stage.stores,
      platform: () => channel,
      bus: stage.bus,
      clock: stage.clock,
      logger: silent,
    });
    room = await BulkRoom.open(stage, {
      platform: rules.name,
      sends: () => true,
      editEveryMs: () => rules.editEveryMs,
      edits: () => channel.edits,
      kickDelivery: () => deliverer.kick(),
    });
  });
  afterEach(async () => {
    room.progress.stop();
    await deliverer.stop();
    await stage.close();
  });

  /** Lets time go by, and everything that falls due be done. */
  const pass = async (seconds: number, each = async () => {}) => {
    for (let ms = 0; ms < seconds * 1_000; ms += STEP_MS) {
      await each();
      stage.clock.pass(STEP_MS);
      await room.settle();
      await deliverer.drain();
    }
  };
  const startAll = async () => {
    for (let film = 0; film < OPERATIONS / A_FILM; film += 1) {
      const session = await stage.session(rules.name);
      for (let index = 0; index < A_FILM; index += 1) await room.start(ITEMS, { session });
    }
    await deliverer.drain();
  };

  test("stay within what it takes, each moves, and every end is shown", async () => {
    await startAll();
    await pass(48, () => room.runSome(2));
    const seen = channel.progress();
    expect(seen.filter(({ completed }) => completed > 0)).toHaveLength(OPERATIONS);
    await pass(45);
    expect(channel.violations).toEqual([]);
    expect(channel.progress().map(({ status, completed }) => `${status} ${completed}`)).toEqual(
      Array.from({ length: OPERATIONS }, () => `completed ${ITEMS}`),
    );
    // Each was edited on the way, not just at its end.
    expect(channel.made.length).toBeGreaterThan(OPERATIONS * 1.5);
  }, 60_000);

  test("a message that somebody deletes is posted once more, and the others go on", async () => {
    await startAll();
    await pass(8, () => room.runSome(4));
    const running = [...channel.posts].filter(([, { blocks }]) =>
      blocks.some((block) => block.type === "progress" && block.status === "processing"),
    );
    for (const [id] of running.slice(0, 3)) channel.posts.delete(id);
    await pass(40, () => room.runSome(4));
    await pass(45);
    expect(channel.violations).toEqual([]);
    expect(channel.progress().map(({ status }) => status)).toEqual(
      Array.from({ length: OPERATIONS }, () => "completed"),
    );
    expect([...channel.sends.values()].sort()).toEqual([...Array(OPERATIONS - 3).fill(1), 2, 2, 2]);
  }, 60_000);
});
