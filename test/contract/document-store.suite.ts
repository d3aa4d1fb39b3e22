import { describe, expect, test } from "vitest";
import type { DocumentChange } from "../../src/domain/document-change.ts";
import type { Session } from "../../src/domain/session.ts";
import { anEntry, commitChanges, creation } from "./bible-samples.ts";
import { AT, aRecord, aStage, newId } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

/** Every rewriting of a project's papers is kept, in one order with the changes of the bible. */
export const documentStoreSuite: StoreSuite = (stores) => {
  const write = async (
    session: Session,
    texts: Partial<DocumentChange>,
    undone: readonly string[] = [],
  ): Promise<DocumentChange> => {
    const change: DocumentChange = {
      id: newId("change"),
      project_id: session.project_id,
      session_id: session.id,
      turn_id: newId("turn"),
      document: "logline",
      undone: false,
      by: "u1",
      at: AT,
      ...texts,
    };
    await stores().turns.commit(aRecord(session, { turn_id: change.turn_id, documents: [change], undone }));
    return change;
  };

  describe("documents: history", () => {
    test("reads rewritings by id, by turn and by paper, newest first", async () => {
      const { session, project } = await aStage(stores());
      const first = await write(session, { after: "A nurse." });
      const beats = await write(session, { document: "beats", after: "One. Two." });
      const second = await write(session, { before: "A nurse.", after: "A cop." });
      const { change, ofTurn, history } = stores().documents;
      expect(await change(first.id)).toEqual(first);
      expect(await change("chg_never")).toBeUndefined();
      expect(await ofTurn(second.turn_id)).toEqual([second]);
      expect(await history({ project_id: project.id, document: "logline" }, 10)).toEqual([second, first]);
      expect(await history({ project_id: project.id }, 10)).toEqual([second, beats, first]);
      expect(await history({ project_id: project.id }, 10, second.id)).toEqual([beats, first]);
      expect(await history({ project_id: project.id }, 1)).toEqual([second]);
      expect(await history({ project_id: "prj_never" }, 10)).toEqual([]);
    });

    test("says what was undone, and what stands again", async () => {
      const { session } = await aStage(stores());
      const first = await write(session, { after: "A nurse." });
      const undo = await write(session, { before: "A nurse.", undoes: first.id }, [first.id]);
      expect(await stores().documents.change(first.id)).toEqual({ ...first, undone: true });
      await write(session, { after: "A nurse.", undoes: undo.id, redoes: first.id }, [undo.id]);
      expect(await stores().documents.change(first.id)).toEqual(first);
      expect(await stores().documents.change(undo.id)).toEqual({ ...undo, undone: true });
    });
  });

  describe("documents: with the bible", () => {
    const make = (session: Session, name: string, by = "u1") =>
      commitChanges(stores(), session, [creation(session, anEntry(session, "character", name), { by })]);

    test("are undone and redone in the order of writing", async () => {
      const { session } = await aStage(stores());
      const ana = await make(session, "Ana");
      const logline = await write(session, { after: "A nurse." });
      const { lastUndoable, lastRedoable } = stores().bible;
      expect(await lastUndoable(session.id)).toEqual({ changes: [], documents: [logline] });
      expect(await lastUndoable(session.id, 2)).toEqual({ changes: ana, documents: [logline] });
      const undo = await write(session, { before: "A nurse.", undoes: logline.id }, [logline.id]);
      expect(await lastUndoable(session.id)).toEqual({ changes: ana, documents: [] });
      expect(await lastRedoable(session.id)).toEqual({ changes: [], documents: [undo], since: false });
      await make(session, "Bo");
      expect(await lastRedoable(session.id)).toEqual({ changes: [], documents: [undo], since: true });
    });

    test("make one log, paged by either, of all or of one person", async () => {
      const { session, project } = await aStage(stores());
      const [ana] = await make(session, "Ana");
      const logline = await write(session, { after: "A nurse.", by: "bo" });
      const [bo] = await make(session, "Bo", "bo");
      const { log } = stores().documents;
      const all = [
        { type: "change", change: bo },
        { type: "document", change: logline },
        { type: "change", change: ana },
      ];
      expect(await log({ project_id: project.id }, 10)).toEqual(all);
      expect(await log({ project_id: project.id }, 2)).toEqual(all.slice(0, 2));
      expect(await log({ project_id: project.id }, 10, bo?.id)).toEqual(all.slice(1));
      expect(await log({ project_id: project.id }, 10, logline.id)).toEqual(all.slice(2));
      expect(await log({ project_id: project.id, by: "bo" }, 10)).toEqual(all.slice(0, 2));
      expect(await log({ project_id: "prj_never" }, 10)).toEqual([]);
    });
  });
};
