import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Place, Session } from "../../src/domain/session.ts";
import { createDeliverer } from "../../src/features/deliver/deliverer.ts";
import { type Room, realClock } from "../contract/platform-room.ts";
import { openDiscordRoom } from "../fakes/discord/discord-room.ts";
import { EditLedger } from "../fakes/edit-ledger.ts";
import { openSlackRoom } from "../fakes/slack/slack-room.ts";
import { BulkRoom } from "../support/bulk-room.ts";
import { Stage, silent } from "../support/stage.ts";

const FILMS = 4;
const A_FILM = 5;
const ITEMS = 12;
const OPERATIONS = FILMS * A_FILM;
/** All items take this long together, so that each message has something new to show for a while. */
const RUN_MS = 30_000;
const END_WITHIN_MS = 90_000;

interface Strict {
  readonly room: Room;
  readonly ledger: EditLedger;
}

const strictDiscord = async (): Promise<Strict> => {
  const room = await openDiscordRoom([]);
  const ledger = new EditLedger({ perMessageMs: 1_200, perChannel: { count: 5, withinMs: 5_000 } });
  room.fake.world.edits = ledger;
  return { room, ledger };
};
const strictSlack = async (): Promise<Strict> => {
  const room = await openSlackRoom([], "socket");
  const ledger = new EditLedger({ perMessageMs: 1_200, inAll: { count: 50, withinMs: 60_000 } });
  room.fake.workspace.edits = ledger;
  return { room, ledger };
};

/** Twenty operations at once, through the real client libraries, against servers that enforce their limits. Both are mostly waiting, so they run beside each other. */
describe.concurrent.each([
  ["Discord", strictDiscord],
  ["Slack", strictSlack],
] as const)("twenty operations at once on %s", (_name, open) => {
  test("break none of its limits, and every end is shown", async () => {
    const { room, ledger } = await open();
    const stage = await Stage.open();
    const { platform } = room;
    const deliverer = createDeliverer({
      ...stage.stores,
      platform: () => platform,
      bus: stage.bus,
      clock: realClock,
      logger: silent,
    });
    const bulk = await BulkRoom.open(stage, {
      platform: platform.name,
      clock: realClock,
      sends: () => true,
      editEveryMs: () => platform.editEveryMs,
      edits: () => platform.edits,
      kickDelivery: () => deliverer.kick(),
    });
    try {
      const places: Place[] = [];
      for (let film = 0; film < FILMS; film += 1) {
        const session = await sessionIn(stage, room);
        places.push(session.place);
        for (let one = 0; one < A_FILM; one += 1) await bulk.start(ITEMS, { session });
      }
      await deliverer.drain();
      const items = OPERATIONS * ITEMS;
      for (let made = 0; made < items; made += 4) {
        await bulk.runSome(4);
        await delay((RUN_MS * 4) / items);
      }
      const ends = () =>
        places.flatMap((place) =>
          room.seen(place).filter(({ text }) => text.includes("Done: 12 characters")),
        );
      for (let waited = 0; waited < END_WITHIN_MS && ends().length < OPERATIONS; waited += 250)
        await delay(250);
      expect(ends()).toHaveLength(OPERATIONS);
      expect(ledger.violations).toEqual([]);
      expect(ledger.edits).toBeGreaterThan(OPERATIONS);
      expect(ledger.shortestMs).toBeGreaterThanOrEqual(1_200);
    } finally {
      bulk.progress.stop();
      await deliverer.stop();
      await room.close();
      await stage.close();
    }
  }, 240_000);
});

/** A film that is talked about in a channel of the room. */
async function sessionIn(stage: Stage, room: Room): Promise<Session> {
  const film = await stage.session(room.platform.name);
  const place = { ...film.place, channel: room.channel() };
  const session = { ...film, id: stage.ids.next("session"), place };
  await stage.stores.sessions.create(session);
  return session;
}
