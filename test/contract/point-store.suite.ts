import { describe, expect, test } from "vitest";
import type { Point } from "../../src/domain/points/point.ts";
import type { Session } from "../../src/domain/session.ts";
import { AT, aRecord, aStage, newId } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

const aPoint = (session: Session, over: Partial<Point> = {}): Point => ({
  id: newId("point"),
  project_id: session.project_id,
  session_id: session.id,
  turn_id: newId("turn"),
  message_id: newId("message"),
  by: "u1",
  at: AT,
  state: "open",
  version: 0,
  asks: { type: "missing", entry_id: newId("entry"), kind: "character", name: "Maya", field: "age" },
  ...over,
});

export const pointStoreSuite: StoreSuite = (stores) => {
  const put = async (session: Session, ...points: Point[]) => {
    await stores().turns.commit(aRecord(session, { points }));
    return stores().points.get(points.map((point) => point.id));
  };

  describe("points", () => {
    test("stores a new point and answers it in the order asked", async () => {
      const { session } = await aStage(stores());
      const [first, second] = [aPoint(session), aPoint(session)];
      await put(session, first, second);
      expect(await stores().points.get([second.id, "pnt_none", first.id])).toEqual([
        { ...second, version: 1 },
        { ...first, version: 1 },
      ]);
    });

    test("lists open ones, newest first, of a project or one session", async () => {
      const { session } = await aStage(stores());
      const other = {
        ...session,
        id: newId("session"),
        place: { ...session.place, channel: newId("session") },
      };
      await stores().sessions.create(other);
      const [old] = await put(session, aPoint(session));
      const [elsewhere] = await put(other, aPoint(other));
      const [young] = await put(session, aPoint(session));
      const filter = { project_id: session.project_id };
      expect(await stores().points.open(filter, 10)).toEqual([young, elsewhere, old]);
      expect(await stores().points.open(filter, 2)).toEqual([young, elsewhere]);
      expect(await stores().points.open({ ...filter, session_id: session.id }, 10)).toEqual([young, old]);
      expect(await stores().points.open({ project_id: newId("project") }, 10)).toEqual([]);
    });

    test("an answered point is no longer open", async () => {
      const { session } = await aStage(stores());
      const [asked] = await put(session, aPoint(session));
      if (!asked) throw new Error("nothing stored");
      const [answered] = await put(session, {
        ...asked,
        state: "answered",
        answered_by: "u2",
        answered_at: AT,
      });
      expect(answered).toMatchObject({ state: "answered", answered_by: "u2", version: 2 });
      expect(await stores().points.open({ project_id: session.project_id }, 10)).toEqual([]);
    });

    test("of two answers to one point the second is refused, with all of its turn", async () => {
      const { session } = await aStage(stores());
      const [asked] = await put(session, aPoint(session));
      if (!asked) throw new Error("nothing stored");
      await put(session, { ...asked, state: "answered", answered_by: "u1" });
      const late = aRecord(session, { points: [{ ...asked, state: "dismissed", answered_by: "u2" }] });
      await expect(stores().turns.commit(late)).rejects.toMatchObject({ code: "conflict" });
      expect(await stores().messages.get(late.reply.id)).toBeUndefined();
      expect(await stores().points.get([asked.id])).toMatchObject([{ answered_by: "u1", state: "answered" }]);
    });

    test("an id that is taken already is refused", async () => {
      const { session } = await aStage(stores());
      const point = aPoint(session);
      await put(session, point);
      await expect(put(session, point)).rejects.toMatchObject({ code: "conflict" });
    });
  });
};
