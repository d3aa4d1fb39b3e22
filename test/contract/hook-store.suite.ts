import { describe, expect, test } from "vitest";
import type { Session } from "../../src/domain/session.ts";
import { failed, type HookRun, type HookWrite } from "../../src/domain/workflow/hook-run.ts";
import type { Stores } from "../../src/ports/stores.ts";
import { AT, aMessage, aRecord, aStage, newId } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

function aRun(session: Session, over: Partial<HookRun> = {}): HookRun {
  const turn = over.turn_id ?? newId("turn");
  const { step = "characters", index = 0 } = over;
  return {
    id: `hkr_${turn}_${step}_${index}`,
    project_id: session.project_id,
    session_id: session.id,
    turn_id: turn,
    origin: turn,
    step,
    step_name: "Characters",
    index,
    hook: { type: "webhook", url: "https://example.com/hook?key=k1" },
    status: "pending",
    round: 0,
    attempts: 0,
    by: "u1",
    role: "producer",
    at: AT,
    told: false,
    version: 1,
    ...over,
  };
}

const aWrite = (session: Session, over: Partial<HookWrite>): HookWrite => ({
  project_id: session.project_id,
  gone: [],
  back: [],
  runs: [],
  ...over,
});

const theEnd = (run: HookRun): HookRun => ({ ...failed(run, AT, "it answered 500"), told: true });

export const hookStoreSuite: StoreSuite = (stores) => {
  const idsOf = (runs: readonly HookRun[]) => runs.map(({ id }) => id);
  const openIn = async (session: Session) =>
    (await all(stores())).filter((run) => run.project_id === session.project_id);

  describe("hook runs", () => {
    test("are stored with their turn, in the definition's order", async () => {
      const { session } = await aStage(stores());
      const first = aRun(session);
      const second = aRun(session, {
        turn_id: first.origin,
        index: 1,
        hook: { type: "sheets", kind: "character" },
      });
      const hooks = aWrite(session, { runs: [first, second] });
      await stores().turns.commit(aRecord(session, { turn_id: first.origin, hooks }));
      expect(await stores().hooks.ofOrigin(first.origin)).toEqual([first, second]);
      expect(await stores().hooks.get(second.id)).toEqual(second);
      expect(await stores().hooks.list(session.project_id, 1)).toEqual([second]);
      expect(await stores().hooks.get("hkr_none")).toBeUndefined();
    });

    test("of a turn that is refused are not stored", async () => {
      const { session } = await aStage(stores());
      const reply = aMessage(session);
      await stores().turns.commit(aRecord(session, { reply }));
      const run = aRun(session);
      const twice = aRecord(session, { reply, hooks: aWrite(session, { runs: [run] }) });
      await expect(stores().turns.commit(twice)).rejects.toMatchObject({ code: "conflict" });
      expect(await stores().hooks.get(run.id)).toBeUndefined();
    });

    test("of one completion are stored once, whoever sees it first", async () => {
      const { session } = await aStage(stores());
      const [mine, theirs] = [aRun(session), aRun(session)];
      await Promise.all([
        stores().turns.commit(aRecord(session, { hooks: aWrite(session, { runs: [mine] }) })),
        stores().hooks.add(aWrite(session, { runs: [theirs] })),
      ]);
      expect(await stores().hooks.list(session.project_id, 10)).toHaveLength(1);
    });

    test("come again when the step was not complete in between", async () => {
      const { session } = await aStage(stores());
      const [once, again] = [aRun(session), aRun(session)];
      await stores().hooks.add(aWrite(session, { runs: [once] }));
      await stores().hooks.add(aWrite(session, { gone: ["characters"] }));
      await stores().hooks.add(aWrite(session, { runs: [again] }));
      expect(idsOf(await stores().hooks.list(session.project_id, 10))).toEqual([again.id, once.id]);
    });

    test("do not come again when the completion itself came back", async () => {
      const { session } = await aStage(stores());
      const [once, again] = [aRun(session), aRun(session)];
      await stores().hooks.add(aWrite(session, { runs: [once] }));
      await stores().hooks.add(aWrite(session, { gone: ["characters"] }));
      await stores().hooks.add(aWrite(session, { back: ["characters"] }));
      await stores().hooks.add(aWrite(session, { runs: [again] }));
      expect(idsOf(await stores().hooks.list(session.project_id, 10))).toEqual([once.id]);
    });

    test("of one step say nothing of another's, or of another film's", async () => {
      const [here, there] = [await aStage(stores()), await aStage(stores())];
      await stores().hooks.add(aWrite(here.session, { runs: [aRun(here.session)] }));
      await stores().hooks.add(aWrite(here.session, { runs: [aRun(here.session, { step: "beats" })] }));
      await stores().hooks.add(aWrite(there.session, { runs: [aRun(there.session)] }));
      expect(await stores().hooks.list(here.session.project_id, 10)).toHaveLength(2);
      expect(await stores().hooks.list(there.session.project_id, 10)).toHaveLength(1);
    });

    test("are written by one at a time", async () => {
      const { session } = await aStage(stores());
      const run = aRun(session);
      await stores().hooks.add(aWrite(session, { runs: [run] }));
      expect(await stores().hooks.put({ ...run, status: "running", attempts: 1 })).toBe(true);
      expect(await stores().hooks.put({ ...run, status: "failed" })).toBe(false);
      expect(await stores().hooks.get(run.id)).toMatchObject({ status: "running", attempts: 1, version: 2 });
      expect(await stores().hooks.put(aRun(session))).toBe(false);
    });

    test("are taken up until they have ended and people were told", async () => {
      const { session } = await aStage(stores());
      const run = aRun(session);
      await stores().hooks.add(aWrite(session, { runs: [run] }));
      expect(idsOf(await openIn(session))).toEqual([run.id]);
      await stores().hooks.put({ ...theEnd(run), told: false });
      expect(idsOf(await openIn(session))).toEqual([run.id]);
      await stores().hooks.put({ ...theEnd(run), version: 2 });
      expect(await openIn(session)).toEqual([]);
    });

    test("are taken up page by page, oldest first", async () => {
      const { session } = await aStage(stores());
      const runs = ["a", "b", "c"].map((step) => aRun(session, { step }));
      await stores().hooks.add(aWrite(session, { runs }));
      const [first] = runs;
      const page = await stores().hooks.unfinished(1, first?.id);
      expect(idsOf(page)).toEqual([runs[1]?.id]);
    });
  });
};

async function all(stores: Stores): Promise<readonly HookRun[]> {
  return stores.hooks.unfinished(1_000);
}
