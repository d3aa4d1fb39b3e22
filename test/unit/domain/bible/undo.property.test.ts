import fc from "fast-check";
import { expect, it } from "vitest";
import { applyReading } from "../../../../src/domain/bible/apply-reading.ts";
import type { Change } from "../../../../src/domain/bible/change.ts";
import { Change as ChangeSchema } from "../../../../src/domain/bible/change.ts";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import { ENTRY_KINDS } from "../../../../src/domain/bible/kinds.ts";
import { undoAll } from "../../../../src/domain/bible/undo.ts";
import type { Statement } from "../../../../src/domain/reading/reading.ts";
import { author, merges, openBible, removes, renames, says, ties } from "./bible-maker.ts";

const NAMES = ["Sarah", "sarah connor", "John", "Jon", "Diner", "INT. DINER - NIGHT", "Knife", "The Pier"];
const name = fc.constantFrom(...NAMES);
const fields = fc.record(
  {
    age: fc.integer({ min: -5, max: 250 }),
    traits: fc.subarray(["brave", "kind", "calm"]),
    summary: fc.constantFrom("They meet.", "They part."),
    characters: fc.uniqueArray(name, { maxLength: 3 }),
    location: name,
    set: name,
    owner: name,
    scenes: fc.uniqueArray(name, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const statement: fc.Arbitrary<Statement> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...ENTRY_KINDS), name, fields, fc.boolean())
    .map(([kind, who, said, explicit]) => says(kind, who, said as Record<string, string>, explicit)),
  fc
    .tuple(
      name,
      name,
      fc.constantFrom("sibling" as const, "parent" as const, "child" as const, "client" as const),
      fc.boolean(),
    )
    .map((all) => ties(...all)),
  fc.tuple(name, name).map(([who, now]) => renames(who, now)),
  fc
    .tuple(name, name, fc.subarray(["age", "summary", "location", "owner"]))
    .map(([who, into, takes]) => merges(who, into, takes)),
  fc
    .tuple(name, fc.option(fc.constantFrom(...ENTRY_KINDS), { nil: undefined }))
    .map(([who, kind]) => removes(who, kind)),
);
const turns = fc.array(fc.array(statement, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });

/** What a person can see: living entries by id. Versions and times of writing are not part of it. */
const visible = (entries: readonly Entry[]) =>
  new Map(
    entries.map(({ id, name: called, status, facts, links }) => [id, { called, status, facts, links }]),
  );

it("undo of any sequence of turns, newest first, gives back every earlier state", () => {
  fc.assert(
    fc.property(turns, (spoken) => {
      const bible = openBible();
      const states: { before: ReturnType<typeof visible>; changes: readonly Change[] }[] = [];
      for (const statements of spoken)
        states.push({ before: visible(bible.living()), changes: bible.say(statements).changes });
      for (const { before, changes } of states.toReversed().filter((turn) => turn.changes.length > 0)) {
        const undone = undoAll(changes.toReversed(), bible.all(), author());
        expect(undone).toMatchObject({ ok: true });
        if (undone.ok) bible.keep(undone.changes);
        expect(visible(bible.living())).toEqual(before);
      }
    }),
    { numRuns: 400 },
  );
});

it("undo of the turns all at once gives back the first state", () => {
  fc.assert(
    fc.property(turns, (spoken) => {
      const bible = openBible();
      const changes = spoken.flatMap((statements) => [...bible.say(statements).changes]);
      fc.pre(changes.length > 0);
      const undone = undoAll(changes.toReversed(), bible.all(), author());
      expect(undone.ok).toBe(true);
      if (undone.ok) bible.keep(undone.changes);
      expect(bible.living()).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it("whatever is said, changes keep to the schema, versions grow by one, links point at the living, quotes at their place", () => {
  const span = fc.record({ start: fc.nat(60), end: fc.nat(60) });
  const placed = fc.tuple(statement, span).map(([said, at]): Statement => ({ ...said, span: at }));
  fc.assert(
    fc.property(
      fc.array(fc.array(placed, { maxLength: 5 }), { maxLength: 6 }),
      fc.string({ maxLength: 50 }),
      (spoken, text) => {
        const bible = openBible();
        for (const statements of spoken) {
          const { changes } = bible.say(statements, { message: { id: "msg_1", text } });
          expect(new Set(changes.map((change) => change.entry_id)).size).toBe(changes.length);
          for (const change of changes) {
            ChangeSchema.parse(change);
            expect(change.after?.version).toBe((change.before?.version ?? 0) + 1);
            for (const { evidence } of [change, ...Object.values(change.after?.facts ?? {})]) {
              if (evidence) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
            }
          }
          const living = new Set(bible.living().map((entry) => entry.id));
          for (const entry of bible.living())
            for (const id of Object.values(entry.links).flat()) expect(living.has(id)).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});

it("a thousand statements over a thousand entries are applied at once", () => {
  const statements = Array.from({ length: 1_000 }, (_, index) =>
    says("character", `Person ${index}`, { age: index % 90 }),
  );
  const { changes } = applyReading({ ...author(), known: [], reading: { statements } });
  expect(changes).toHaveLength(1_000);
});
