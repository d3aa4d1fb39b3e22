import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { applyReading } from "../../../../src/domain/bible/apply-reading.ts";
import { lookupKeys } from "../../../../src/domain/bible/name-index.ts";
import { createBible } from "../../../../src/features/bible/bible.ts";
import { authorOf } from "../../../../src/features/bible/parts.ts";
import { recounted } from "../../../contract/tally-turns.ts";
import { anyStatement, NAMES } from "../../domain/bible/any-talk.ts";
import { openRoom, openStores, type Room } from "../bible-room.ts";

let opened: Awaited<ReturnType<typeof openStores>>;

beforeAll(async () => {
  opened = await openStores();
  return () => opened.close();
});

const turns = fc.array(fc.array(anyStatement, { minLength: 1, maxLength: 4 }), {
  minLength: 2,
  maxLength: 5,
});

/** The bible as it is listed, counted, found by every name and by every link. What is counted is what is listed. */
async function seen(room: Room) {
  const { bible, projects } = room.stores;
  const entries = await room.entries();
  const keys = NAMES.flatMap(lookupKeys);
  const found = await Promise.all(keys.map((key) => bible.byKeys(room.project.id, [key], 50)));
  const linked = await Promise.all(entries.map(({ id }) => bible.linkedTo([id], 50)));
  const { counts, tallies } = await projects.totals(room.project.id);
  expect(tallies).toEqual(await recounted(room.stores, room.project.id));
  return {
    entries: entries.map(({ version: _version, updated_at: _at, ...content }) => content),
    names: found.map((hits) => hits.map((entry) => entry.id)),
    links: linked.map((users) => users.map((entry) => entry.id)),
    counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    tallies,
  };
}

it("undo and redo in a store give back every earlier and every later state: list, names, links and counts", async () => {
  await fc.assert(
    fc.asyncProperty(turns, async (spoken) => {
      const room = await openRoom(opened.stores);
      const bible = createBible(room.parts);
      const states = [await seen(room)];
      for (const statements of spoken) {
        const turn = await room.turn("words");
        const known = await room.entries();
        const { changes } = applyReading({ ...authorOf(room.parts, turn), reading: { statements }, known });
        await room.commit(turn, { blocks: [], changes });
        if (changes.length > 0) states.push(await seen(room));
      }
      const step = async (how: "undo" | "redo") => {
        const turn = await room.turn(how);
        await room.commit(turn, await bible[how](turn, {}));
        return seen(room);
      };
      for (const state of states.slice(0, -1).toReversed()) expect(await step("undo")).toEqual(state);
      for (const state of states.slice(1)) expect(await step("redo")).toEqual(state);
      for (const state of states.slice(0, -1).toReversed()) expect(await step("undo")).toEqual(state);
    }),
    { numRuns: 12 },
  );
});
