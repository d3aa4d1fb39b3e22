import { expect, it } from "vitest";
import { applyEdit } from "../../../../src/domain/bible/apply-edit.ts";
import type { Change } from "../../../../src/domain/bible/change.ts";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import { compareFields, valuesToRestore, versionsOf } from "../../../../src/domain/bible/versions.ts";
import { author, openBible, removes, renames, says } from "./bible-maker.ts";

/** What became of Sarah, newest first. */
function history(): { changes: Change[]; now: Entry } {
  const bible = openBible();
  const changes = [
    bible.say([says("character", "Sarah", { age: 28, traits: ["brave"] })]),
    bible.say([says("character", "Sarah", { age: 29 }, false)]),
    bible.say([renames("Sarah", "Jane")]),
  ].flatMap((applied) => [...applied.changes]);
  return { changes: changes.toReversed(), now: bible.named("Jane") };
}

it("a version is what an entry said for a time, numbered as the entry was, newest first", () => {
  const { changes } = history();
  const versions = versionsOf(changes);
  expect(versions.map(({ version, values }) => [version, values.name, values.age])).toEqual([
    [3, "Jane", 29],
    [2, "Sarah", 29],
    [1, "Sarah", 28],
  ]);
  expect(versions[1]).toMatchObject({ by: "ana", change_id: changes[1]?.id, at: changes[1]?.at });
});

it("what alters no value makes no version, and a removal makes one", () => {
  const { changes, now } = history();
  const linked = { ...now, links: { characters: ["ent_x"] }, version: 4 };
  const locked = { ...linked, status: "locked" as const, version: 5 };
  const [newest] = changes;
  if (!newest) throw new Error("no change");
  const quiet: Change[] = [
    { ...newest, before: linked, after: locked },
    { ...newest, before: now, after: linked },
  ];
  expect(versionsOf(quiet)).toEqual([]);
  const bible = openBible([now]);
  expect(versionsOf(bible.say([removes("Jane")]).changes)).toMatchObject([{ version: 4 }]);
  expect(versionsOf([{ ...newest, after: null }])).toEqual([]);
});

it("fields are compared in words, what differs first in the order of a card, the rest counted", () => {
  const versions = versionsOf(history().changes);
  expect(compareFields(versions)).toEqual({
    rows: [
      { field: "name", values: ["Jane", "Sarah", "Sarah"] },
      { field: "age", values: ["29", "29", "28"] },
      { field: "aliases", values: ["Sarah", "", ""] },
    ],
    same: 1,
  });
  expect(compareFields(versions.slice(0, 1))).toEqual({ rows: [], same: 4 });
  expect(compareFields([])).toEqual({ rows: [], same: 0 });
});

it("an edit with the values to restore says what the version said", () => {
  const { changes, now } = history();
  const first = versionsOf(changes).at(-1);
  if (!first) throw new Error("no version");
  const values = valuesToRestore(now, first.entry);
  expect(values).toEqual({ name: "Sarah", age: 28, aliases: null });
  const [change] = applyEdit({ ...author(), entry: now, known: [], values }).changes;
  const [restored] = versionsOf(change ? [change] : []);
  expect(restored?.values).toEqual(first.values);
  expect(valuesToRestore(now, now)).toEqual({});
});
