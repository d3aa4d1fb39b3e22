import fc from "fast-check";
import { expect, it } from "vitest";
import { applyEdit } from "../../../../src/domain/bible/apply-edit.ts";
import { carriedWith } from "../../../../src/domain/bible/carried.ts";
import type { Change } from "../../../../src/domain/bible/change.ts";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import { undoAll } from "../../../../src/domain/bible/undo.ts";
import { anyEdit, anyStatement } from "./any-talk.ts";
import { author, openBible } from "./bible-maker.ts";

type Bible = ReturnType<typeof openBible>;

const talk = fc.record({ say: fc.array(anyStatement, { minLength: 1, maxLength: 4 }) });
const edit = fc.record({ edit: anyEdit, of: fc.nat(20) });
const turns = fc.array(fc.oneof({ weight: 3, arbitrary: talk }, edit), { minLength: 1, maxLength: 8 });
type Step = typeof turns extends fc.Arbitrary<(infer One)[]> ? One : never;

/** What a bible holds, byte for byte; only versions and times of writing go on. */
const visible = (bible: Bible) =>
  bible
    .living()
    .map(({ id, kind, name, status, facts, links, locked }) => ({
      id,
      kind,
      name,
      status,
      facts,
      links,
      locked,
    }))
    .sort((a, b) => a.id.localeCompare(b.id));

/** One turn: what was said, or a form sent for one of the entries. */
function take(bible: Bible, step: Step, writer: ReturnType<typeof author>): readonly Change[] {
  if ("say" in step) return bible.say(step.say, writer).changes;
  const living = bible.living();
  const entry = living[step.of % Math.max(1, living.length)];
  if (entry === undefined) return [];
  const { changes } = applyEdit({ ...writer, entry, known: living, values: step.edit });
  bible.keep(changes);
  return changes;
}

function reverse(
  bible: Bible,
  changes: readonly Change[],
  writer: ReturnType<typeof author>,
): readonly Change[] {
  const undone = undoAll(changes.toReversed(), bible.all(), writer);
  expect(undone).toMatchObject({ ok: true });
  if (!undone.ok) return [];
  bible.keep(undone.changes);
  return undone.changes;
}

/** Turns taken one after the other, each with the state before and after it. */
function play(steps: readonly Step[], bible: Bible, writer: ReturnType<typeof author>) {
  const states = [visible(bible)];
  const written: (readonly Change[])[] = [];
  for (const step of steps) {
    const changes = take(bible, step, writer);
    if (changes.length === 0) continue;
    written.push(changes);
    states.push(visible(bible));
  }
  return { states, written };
}

it("undo and redo walk back and forth over any turns, to the exact state of each", () => {
  fc.assert(
    fc.property(turns, fc.array(fc.boolean(), { maxLength: 16 }), (steps, walk) => {
      const bible = openBible();
      const writer = author({ by: "bo" });
      const { states, written } = play(steps, bible, writer);
      const undos: (readonly Change[])[] = [];
      let here = written.length;
      for (const back of [...walk, ...written.map(() => true)]) {
        if (back && here > 0) {
          here -= 1;
          undos.push(reverse(bible, written[here] ?? [], writer));
        } else if (!back && undos.length > 0) {
          reverse(bible, undos.pop() ?? [], writer);
          here += 1;
        }
        expect(visible(bible)).toEqual(states[here]);
      }
    }),
    { numRuns: 300 },
  );
});

it("undo of all turns at once, and redo of that, give back the first state and the last", () => {
  fc.assert(
    fc.property(turns, (steps) => {
      const bible = openBible();
      const writer = author({ by: "bo" });
      const { states, written } = play(steps, bible, writer);
      fc.pre(written.length > 0);
      const undone = reverse(bible, written.flat(), writer);
      expect(visible(bible)).toEqual([]);
      reverse(bible, undone, writer);
      expect(visible(bible)).toEqual(states.at(-1));
    }),
    { numRuns: 150 },
  );
});

it("undo of one change of the last turn, with what it took with it, is whole or refused, and redo mends it", () => {
  fc.assert(
    fc.property(turns, fc.nat(30), (steps, pick) => {
      const bible = openBible();
      const writer = author({ by: "bo" });
      const { states, written } = play(steps, bible, writer);
      const last = written.at(-1) ?? [];
      const change = last[pick % Math.max(1, last.length)];
      fc.pre(change !== undefined);
      if (!change) return;
      const undone = undoAll(carriedWith(change, last).toReversed(), bible.all(), writer);
      if (!undone.ok) return;
      bible.keep(undone.changes);
      const living = new Set(bible.living().map((entry) => entry.id));
      for (const entry of bible.living())
        for (const id of Object.values(entry.links).flat()) expect(living.has(id)).toBe(true);
      expect(names(bible.living())).toHaveLength(new Set(names(bible.living())).size);
      reverse(bible, undone.changes, writer);
      expect(visible(bible)).toEqual(states.at(-1));
    }),
    { numRuns: 300 },
  );
});

const names = (entries: readonly Entry[]): string[] =>
  entries.map((entry) => `${entry.kind} ${entry.name.toLowerCase()}`);
