import { describe, expect, test } from "vitest";
import { bibleWrite } from "../../../../src/adapters/postgres/bible-write.ts";
import { ConflictError } from "../../../../src/domain/errors.ts";
import { anEntry, creation, revision } from "../../../contract/bible-samples.ts";
import { aProject, aSession } from "../../../contract/samples.ts";

const session = aSession(aProject());
const ana = anEntry(session, "character", "Ana", {}, { links: { friends: ["ent_b", "ent_c"] } });

describe("bibleWrite", () => {
  test("has no part that is empty", () => {
    expect(bibleWrite([], [])).toEqual({});
    expect(Object.keys(bibleWrite([], ["chg_1"]))).toEqual(["undone"]);
    const prop = creation(session, anEntry(session, "prop", "Lamp"));
    expect(Object.keys(bibleWrite([prop], [])).sort()).toEqual(["changes", "created", "names_in", "totals"]);
  });

  test("a change of no fact touches neither names nor links nor totals", () => {
    const older = revision(session, ana, { updated_at: "2026-03-02T10:00:00Z" });
    const write = bibleWrite([older.change], []);
    expect(Object.keys(write).sort()).toEqual(["changes", "updated"]);
    expect(write.updated).toMatchObject([{ id: ana.id, expected: 1, version: 2, doc: older.after }]);
  });

  test("a new name and new links write their difference", () => {
    const { change } = revision(session, ana, { name: "Ana Ruiz", links: { friends: ["ent_c", "ent_d"] } });
    const write = bibleWrite([change], []);
    expect(write.names_out).toMatchObject([{ key: "ana", rank: 0 }]);
    expect(write.names_in).toMatchObject([
      { key: "ana ruiz", rank: 0 },
      { key: "ana", rank: 1 },
      { key: "ruiz" },
      { key: "~rs", rank: 2 },
      { key: "~*nrs", rank: 2 },
    ]);
    expect(write.links_out).toEqual([{ target_id: "ent_b", entry_id: ana.id }]);
    expect(write.links_in).toEqual([{ target_id: "ent_d", entry_id: ana.id }]);
  });

  test("a removal takes its names, links and count away, a restoration brings them back", () => {
    const gone = revision(session, ana, { status: "removed" });
    const removal = bibleWrite([gone.change], []);
    expect(removal.removed).toMatchObject([{ id: ana.id, living: false }]);
    expect(removal.names_out).toMatchObject([{ key: "ana" }, { key: "~*n" }]);
    expect(removal.links_out).toHaveLength(2);
    expect(removal.totals).toEqual([
      {
        project_id: ana.project_id,
        kind: "character",
        living: -1,
        tallies: { "has name": -1, confirmed: -1, facts: -1 },
      },
    ]);
    const back = bibleWrite([revision(session, gone.after, { status: "draft" }).change], []);
    expect(back.updated).toMatchObject([{ living: true, expected: 2 }]);
    expect(back.names_in).toMatchObject([{ key: "ana" }, { key: "~*n" }]);
    expect(back.totals).toEqual([
      {
        project_id: ana.project_id,
        kind: "character",
        living: 1,
        tallies: { "has name": 1, facts: 1 },
      },
    ]);
  });

  test("totals add up by kind, in one order, and what comes to nothing is left out", () => {
    const gone = revision(session, ana, { status: "removed" });
    const bo = creation(session, anEntry(session, "character", "Bo"));
    const scenes = ["A", "B"].map((name) => creation(session, anEntry(session, "scene", name)));
    const tallies = { "has name": 2, confirmed: 2, facts: 2 };
    const project_id = ana.project_id;
    expect(bibleWrite([gone.change, bo, ...scenes], []).totals).toEqual([
      { project_id, kind: "scene", living: 2, tallies },
    ]);
    const prop = creation(session, anEntry(session, "prop", "Lamp"));
    const ordered = [prop, ...scenes, bo];
    for (const changes of [ordered, ordered.toReversed()])
      expect(bibleWrite(changes, []).totals).toMatchObject([
        { kind: "character" },
        { kind: "prop" },
        { kind: "scene" },
      ]);
  });

  test("one entry is one row, however many changes it has", () => {
    const first = revision(session, ana, { name: "Anna" });
    const second = revision(session, first.after, { name: "Hanna" });
    const write = bibleWrite([first.change, second.change], []);
    expect(write.updated).toMatchObject([{ expected: 1, version: 3, name: "Hanna" }]);
    expect(write.changes).toHaveLength(2);
    expect(() => bibleWrite([first.change, first.change], [])).toThrow(ConflictError);
  });

  test("what was made and taken away in one turn is stored as removed", () => {
    const made = creation(session, ana);
    const write = bibleWrite([made, { ...revision(session, ana, {}).change, after: null }], []);
    expect(write.created).toMatchObject([{ id: ana.id, living: false, version: 2 }]);
    expect(write.totals).toBeUndefined();
    expect(write.names_in).toBeUndefined();
  });
});
