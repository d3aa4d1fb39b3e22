import { describe, expect, test } from "vitest";
import type { Change } from "../../src/domain/bible/change.ts";
import type { Entry } from "../../src/domain/bible/entry.ts";
import type { Session } from "../../src/domain/session.ts";
import { anEntry, commitChanges, creation, makeEntries, revision } from "./bible-samples.ts";
import { aStage } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

const ids = (changes: readonly Change[]) => changes.map((change) => change.id);

/** What was undone last can be brought back, once, until something new is written. */
export const bibleRedoSuite: StoreSuite = (stores) => {
  /** Turns that make, undo and redo, as the product marks them. */
  const writer = (session: Session) => {
    const write = (changes: readonly Change[], undone: readonly string[] = []) =>
      commitChanges(stores(), session, changes, undone);
    const reverse = async (made: readonly Change[], status: Entry["status"]) => {
      const changes = made.map((change) => {
        const marks =
          change.undoes === undefined ? { undoes: change.id } : { undoes: change.id, redoes: change.undoes };
        return revision(session, change.after as Entry, { status }, marks).change;
      });
      return write(changes, ids(made));
    };
    return {
      make: (...names: string[]) =>
        write(names.map((name) => creation(session, anEntry(session, "character", name)))),
      undo: (made: readonly Change[]) => reverse(made, "removed"),
      redo: (undone: readonly Change[]) => reverse(undone, "confirmed"),
    };
  };
  const redoable = async (session: Session, units?: number) => {
    const { changes, since } = await stores().bible.lastRedoable(session.id, units);
    return { ids: ids(changes), since };
  };
  const undoable = async (session: Session, units?: number) =>
    ids((await stores().bible.lastUndoable(session.id, units)).changes);

  describe("bible: lastRedoable", () => {
    test("is nothing until something is undone", async () => {
      const { session } = await aStage(stores());
      expect(await redoable(session)).toEqual({ ids: [], since: false });
      await makeEntries(stores(), session, anEntry(session, "prop", "Lamp"));
      expect(await redoable(session)).toEqual({ ids: [], since: false });
    });

    test("walks back and forth over the same turns", async () => {
      const { session } = await aStage(stores());
      const { make, undo, redo } = writer(session);
      const [first, second] = [await make("Ana"), await make("Bo", "Cy")];
      const undoneSecond = await undo(second);
      const undoneFirst = await undo(first);
      expect(await undoable(session)).toEqual([]);
      expect(await redoable(session)).toEqual({ ids: ids(undoneFirst), since: false });
      await redo(undoneFirst);
      expect(await stores().bible.change(first[0]?.id ?? "")).toMatchObject({ undone: false });
      expect(await undoable(session)).toEqual(ids(first));
      expect(await redoable(session)).toEqual({ ids: ids(undoneSecond), since: false });
      const redone = await redo(undoneSecond);
      expect(await redoable(session)).toEqual({ ids: [], since: false });
      expect(await undoable(session)).toEqual(ids(second));
      const stored = await stores().bible.changesOfTurn(redone[0]?.turn_id ?? "");
      expect(stored).toEqual(redone);
      expect(stored.map((change) => change.redoes)).toEqual(ids(second));
    });

    test("says that something new was written since, and ends there", async () => {
      const { session } = await aStage(stores());
      const { make, undo } = writer(session);
      const old = await undo(await make("Ana"));
      const later = await make("Bo");
      expect(await redoable(session)).toEqual({ ids: ids(old), since: true });
      const undone = await undo(later);
      expect(await redoable(session)).toEqual({ ids: ids(undone), since: false });
      expect(await redoable(session, 3)).toEqual({ ids: ids(undone), since: false });
    });

    test("reads several, oldest first, of this session alone", async () => {
      const { session } = await aStage(stores());
      const { session: other } = await aStage(stores());
      const { make, undo } = writer(session);
      const [first, second, third] = [await make("Ana"), await make("Bo"), await make("Cy")];
      await makeEntries(stores(), other, anEntry(other, "prop", "Rope"));
      expect(await undoable(session, 2)).toEqual([...ids(second), ...ids(third)]);
      expect(await undoable(session, 20)).toEqual([...ids(first), ...ids(second), ...ids(third)]);
      const undone = [...(await undo(third)), ...(await undo(second))];
      expect(await redoable(session, 5)).toEqual({ ids: ids(undone), since: false });
      expect(await redoable(other)).toEqual({ ids: [], since: false });
    });
  });

  describe("bible: history of one person", () => {
    test("holds what they wrote, newest first", async () => {
      const { session, project } = await aStage(stores());
      const byBo = creation(session, anEntry(session, "character", "Ana"), { by: "bo" });
      const [first] = await commitChanges(stores(), session, [byBo]);
      await makeEntries(stores(), session, anEntry(session, "prop", "Lamp"));
      const read = (by: string) => stores().bible.history({ project_id: project.id, by }, 10);
      expect(await read("bo")).toEqual([first]);
      expect(await read("u1")).toHaveLength(1);
      expect(await read("nobody")).toEqual([]);
    });
  });
};
