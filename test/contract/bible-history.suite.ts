import { describe, expect, test } from "vitest";
import type { Change } from "../../src/domain/bible/change.ts";
import type { Session } from "../../src/domain/session.ts";
import { anEntry, commitChanges, creation, makeEntries, revision } from "./bible-samples.ts";
import { anOperation, aRecord, aSession, aStage } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

const ids = (changes: readonly Change[]) => changes.map((change) => change.id);

/** Every write can be read back, and the newest can be taken back. */
export const bibleHistorySuite: StoreSuite = (stores) => {
  const write = async (...args: Parameters<typeof commitChanges> extends [unknown, ...infer R] ? R : never) =>
    commitChanges(stores(), ...args);

  const lastUndoable = async (session: Session, units?: number) =>
    (await stores().bible.lastUndoable(session.id, units)).changes;

  describe("bible: history", () => {
    test("reads changes by id and by turn", async () => {
      const { session } = await aStage(stores());
      const written = await write(
        session,
        ["Ana", "Bo"].map((name) => creation(session, anEntry(session, "character", name))),
      );
      const [first] = written;
      expect(await stores().bible.change(first?.id ?? "")).toEqual(first);
      expect(await stores().bible.changesOfTurn(first?.turn_id ?? "")).toEqual(written);
      expect(await stores().bible.change("chg_never")).toBeUndefined();
      expect(await stores().bible.changesOfTurn("trn_never")).toEqual([]);
    });

    test("pages newest first, by project, entry and session", async () => {
      const { session, project } = await aStage(stores());
      const other = aSession(project);
      await stores().sessions.create(other);
      const ana = anEntry(session, "character", "Ana");
      const made = await write(session, [creation(session, ana)]);
      const lamp = await write(other, [creation(other, anEntry(other, "prop", "Lamp"))]);
      const edited = await write(session, [revision(session, ana, { name: "Anna" }).change]);
      const all = [...edited, ...lamp, ...made];
      const history = stores().bible.history;
      expect(await history({ project_id: project.id }, 10)).toEqual(all);
      expect(await history({ project_id: project.id }, 1, all[0]?.id)).toEqual(lamp);
      expect(await history({ project_id: project.id, entry_id: ana.id }, 10)).toEqual([...edited, ...made]);
      expect(await history({ project_id: project.id, session_id: other.id }, 10)).toEqual(lamp);
      const inTalk = all.filter(({ operation_id }) => operation_id === undefined);
      expect(await history({ project_id: project.id, in_talk: true }, 10)).toEqual(inTalk);
      expect(await history({ project_id: "prj_never", entry_id: ana.id }, 10)).toEqual([]);
      expect(await history({ project_id: project.id }, 10, "chg_never")).toEqual([]);
    });
  });

  describe("bible: lastUndoable", () => {
    test("is the newest turn of the session that changed something", async () => {
      const { session, project } = await aStage(stores());
      const other = aSession(project);
      await stores().sessions.create(other);
      expect(await lastUndoable(session)).toEqual([]);
      await makeEntries(stores(), session, anEntry(session, "prop", "Lamp"));
      const newest = await write(
        session,
        ["Ana", "Bo"].map((name) => creation(session, anEntry(session, "character", name))),
      );
      await stores().turns.commit(aRecord(session));
      await makeEntries(stores(), other, anEntry(other, "prop", "Rope"));
      expect(await lastUndoable(session)).toEqual(newest);
    });

    test("goes further back when the newest is undone, and never to an undo", async () => {
      const { session } = await aStage(stores());
      const [ana, bo] = [anEntry(session, "character", "Ana"), anEntry(session, "character", "Bo")];
      const first = await write(session, [creation(session, ana)]);
      const second = await write(session, [creation(session, bo)]);
      const undo = revision(session, bo, { status: "removed" }, { undoes: second[0]?.id ?? "" });
      const undoing = await write(session, [undo.change], ids(second));
      expect(await stores().bible.change(second[0]?.id ?? "")).toMatchObject({ undone: true });
      expect(await stores().bible.change(undoing[0]?.id ?? "")).toEqual(undoing[0]);
      expect(await lastUndoable(session)).toEqual(first);
      const rest = revision(session, ana, { status: "removed" }, { undoes: first[0]?.id ?? "" });
      await write(session, [rest.change], ids(first));
      expect(await lastUndoable(session)).toEqual([]);
    });

    test("takes an operation as one", async () => {
      const { session } = await aStage(stores());
      await makeEntries(stores(), session, anEntry(session, "prop", "Lamp"));
      const operation = anOperation(session, 3);
      await stores().turns.commit(aRecord(session, { operation: { operation, items: 3 } }));
      const changes = ["Ana", "Bo", "Cy"].map((name) =>
        creation(session, anEntry(session, "character", name), { operation_id: operation.id }),
      );
      for (const [index, change] of changes.entries())
        await stores().operations.complete(operation.id, index, change.name, change);
      expect(await lastUndoable(session)).toEqual(changes);
      expect(await stores().bible.changesOfOperation(operation.id)).toEqual(changes);
      const undos = changes.map(
        (change) =>
          revision(
            session,
            change.after ?? anEntry(session, "character", ""),
            { status: "removed" },
            {
              undoes: change.id,
            },
          ).change,
      );
      await write(session, undos, ids(changes));
      expect(ids(await lastUndoable(session))).toHaveLength(1);
    });
  });
};
