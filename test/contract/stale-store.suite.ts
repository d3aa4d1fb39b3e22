import { describe, expect, test } from "vitest";
import type { Change } from "../../src/domain/bible/change.ts";
import type { Entry } from "../../src/domain/bible/entry.ts";
import { NO_STALE, type StaleMark, type StaleWrite } from "../../src/domain/bible/stale.ts";
import type { Session } from "../../src/domain/session.ts";
import type { Stores } from "../../src/ports/stores.ts";
import { anEntry, commitChanges, creation, makeEntries, revision } from "./bible-samples.ts";
import { AT, aRecord, aStage, newId } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

/** What is out of date is marked with the change that made it so, and comes and goes with that change. */
export const staleStoreSuite: StoreSuite = (stores) => {
  const set = async () => {
    const { session } = await aStage(stores());
    const sarah = anEntry(session, "character", "Sarah", { age: 28 });
    const john = anEntry(session, "character", "John");
    const diner = aScene(session, "INT. DINER - NIGHT", [sarah]);
    const park = aScene(session, "EXT. PARK - DAY", [sarah, john]);
    const knife = anEntry(session, "prop", "Knife", {}, { links: { owner: [sarah.id] } });
    await makeEntries(stores(), session, sarah, john, diner, park, knife);
    return { session, sarah, john, diner, park };
  };
  const list = (session: Session, limit = 100) =>
    stores().stale.list({ project_id: session.project_id }, limit);
  const behind = async (session: Session) =>
    (await list(session)).map((mark) => mark.dependant_id).toSorted();

  describe("a cause", () => {
    test("marks the scenes that are linked to it, with the reason, newest first", async () => {
      const { session, sarah, diner, park } = await set();
      const change = age(session, sarah, 31);
      await commit(stores(), session, [change], { causes: [causeOf(change)] });
      expect(await list(session)).toEqual(
        [park, diner].map((scene) => ({ ...causeOf(change), dependant_id: scene.id })),
      );
      expect(await list(session, 1)).toHaveLength(1);
      expect(
        await stores().stale.list({ project_id: session.project_id, dependant_ids: [diner.id] }, 9),
      ).toEqual([{ ...causeOf(change), dependant_id: diner.id }]);
      expect(await stores().stale.list({ project_id: session.project_id, dependant_ids: [] }, 9)).toEqual([]);
    });

    test("leaves out what the turn makes, what it writes anew, and what is removed", async () => {
      const { session, sarah, diner, park } = await set();
      const gone = revision(session, park, { status: "removed" });
      await commitChanges(stores(), session, [gone.change]);
      const change = age(session, sarah, 31);
      const said = revision(session, diner, {});
      const made = creation(session, aScene(session, "INT. CAR - NIGHT", [sarah]));
      await commit(stores(), session, [change, said.change, made], {
        causes: [causeOf(change)],
        rewritten: [{ dependant_id: diner.id, by: said.change.id }],
      });
      expect(await list(session)).toEqual([]);
    });

    test("marks a scene that the turn writes without writing it anew", async () => {
      const { session, sarah, diner, park } = await set();
      const change = age(session, sarah, 31);
      await commit(stores(), session, [change, revision(session, diner, {}).change], {
        causes: [causeOf(change)],
      });
      expect(await behind(session)).toEqual([diner.id, park.id]);
    });

    test("with several links marks what has them all", async () => {
      const { session, sarah, john, park } = await set();
      const change = age(session, sarah, 31);
      await commit(stores(), session, [change], {
        causes: [{ ...causeOf(change), linked: [sarah.id, john.id] }],
      });
      expect(await list(session)).toEqual([{ ...causeOf(change), dependant_id: park.id }]);
    });

    test("reaches no other project", async () => {
      const one = await set();
      const other = await set();
      const change = age(one.session, one.sarah, 31);
      await commit(stores(), one.session, [change], { causes: [causeOf(change)] });
      expect(await list(other.session)).toEqual([]);
      expect(
        await stores().stale.list({ project_id: other.session.project_id, dependant_ids: [one.diner.id] }, 9),
      ).toEqual([]);
    });
  });

  test("marks by name stand once, however often they are written", async () => {
    const { session, sarah } = await set();
    const change = age(session, sarah, 31);
    const mark: StaleMark = { ...causeOf(change), dependant_id: `${session.project_id}:synopsis` };
    await commit(stores(), session, [change], { marks: [mark, mark] });
    await commit(stores(), session, [], { marks: [mark] });
    expect(await list(session)).toEqual([mark]);
  });

  test("what is fine as it is loses its marks, and only it", async () => {
    const { session, sarah, diner, park } = await set();
    const change = age(session, sarah, 31);
    await commit(stores(), session, [change], { causes: [causeOf(change)] });
    await commit(stores(), session, [], { fine: [diner.id] });
    expect(await behind(session)).toEqual([park.id]);
  });

  test("tells the changes that marks name, oldest first", async () => {
    const { session, sarah } = await set();
    const first = age(session, sarah, 31);
    const second = { ...age(session, first.after as Entry, 35) };
    await commitChanges(stores(), session, [first]);
    await commitChanges(stores(), session, [second]);
    const found = await stores().stale.changes([second.id, first.id, "chg_never"]);
    expect(found.map(({ id, before, after }) => [id, before?.version, after?.version])).toEqual([
      [first.id, 1, 2],
      [second.id, 2, 3],
    ]);
    expect(await stores().stale.changes([])).toEqual([]);
  });
};

/** Marks follow their changes through undo and redo. */
export const staleUndoSuite: StoreSuite = (stores) => {
  const set = async () => {
    const { session } = await aStage(stores());
    const sarah = anEntry(session, "character", "Sarah", { age: 28 });
    const diner = aScene(session, "INT. DINER - NIGHT", [sarah]);
    const park = aScene(session, "EXT. PARK - DAY", [sarah]);
    await makeEntries(stores(), session, sarah, diner, park);
    const change = age(session, sarah, 31);
    await commit(stores(), session, [change], { causes: [causeOf(change)] });
    const behind = async () =>
      (await stores().stale.list({ project_id: session.project_id }, 99)).map((mark) => [
        mark.dependant_id,
        mark.change_id,
      ]);
    return { session, sarah, diner, park, change, behind };
  };
  const takeBack = (session: Session, change: Change, more: Partial<Change> = {}) => {
    const { after, before } = change;
    if (!after || !before) throw new Error("nothing to take back");
    return revision(session, after, { facts: before.facts }, { undoes: change.id, ...more }).change;
  };

  describe("marks and undo", () => {
    test("the undo of a change takes its marks away, and the redo brings them back", async () => {
      const { session, diner, park, change, behind } = await set();
      const undo = takeBack(session, change);
      await commit(stores(), session, [undo], {}, [change.id]);
      expect(await behind()).toEqual([]);
      await commit(stores(), session, [takeBack(session, undo, { redoes: change.id })], {}, [undo.id]);
      expect(await behind()).toEqual([
        [park.id, change.id],
        [diner.id, change.id],
      ]);
    });

    test("what was written anew is up to date until that is undone, and again once it is redone", async () => {
      const { session, diner, park, change, behind } = await set();
      const said = revision(session, diner, {}).change;
      const rewritten = [{ dependant_id: diner.id, by: said.id }];
      await commit(stores(), session, [said], { rewritten });
      expect(await behind()).toEqual([[park.id, change.id]]);
      const undo = takeBack(session, said);
      await commit(stores(), session, [undo], {}, [said.id]);
      expect(await behind()).toHaveLength(2);
      const redo = takeBack(session, undo, { redoes: said.id });
      await commit(stores(), session, [redo], { rewritten }, [undo.id]);
      expect(await behind()).toEqual([[park.id, change.id]]);
    });

    test("what was brought up to date with a change is behind once the change is undone, and up to date once it is redone", async () => {
      const { session, diner, park, change, behind } = await set();
      const said = revision(session, diner, {}).change;
      await commit(stores(), session, [said], { rewritten: [{ dependant_id: diner.id, by: said.id }] });
      expect(await stores().stale.rewritten([change.id, "chg_never"], 9)).toEqual([
        { dependant_id: diner.id, by: said.id },
      ]);
      const undo = takeBack(session, change);
      const reversal = { ...causeOf(undo), undoes: change.id };
      await commit(stores(), session, [undo], { reversals: [reversal] }, [change.id]);
      expect(await behind()).toEqual([[diner.id, undo.id]]);
      expect(await stores().stale.rewritten([change.id], 9)).toEqual([]);
      await commit(stores(), session, [takeBack(session, undo, { redoes: change.id })], {}, [undo.id]);
      expect(await behind()).toEqual([[park.id, change.id]]);
    });

    test("nothing is behind when the change and what followed from it are undone together", async () => {
      const { session, diner, change, behind } = await set();
      const said = revision(session, diner, {}).change;
      await commit(stores(), session, [said], { rewritten: [{ dependant_id: diner.id, by: said.id }] });
      const undo = takeBack(session, change);
      const reversals = [{ ...causeOf(undo), undoes: change.id }];
      await commit(stores(), session, [undo, takeBack(session, said)], { reversals }, [change.id, said.id]);
      expect(await behind()).toEqual([]);
    });
  });
};

const aScene = (session: Session, name: string, people: readonly Entry[]): Entry =>
  anEntry(
    session,
    "scene",
    name,
    { summary: "They meet.", characters: people.map((each) => each.name) },
    { links: { characters: people.map((each) => each.id) } },
  );

function age(session: Session, entry: Entry, value: number): Change {
  const facts = { ...entry.facts, age: { value, status: "confirmed" as const, by: "u1", at: AT } };
  return revision(session, entry, { facts }).change;
}

const causeOf = ({ id, entry_id, project_id }: Change) => ({
  project_id,
  cause_id: entry_id,
  change_id: id,
  reason: "Sarah’s age changed from 28 to 31",
  at: AT,
});

async function commit(
  stores: Stores,
  session: Session,
  changes: readonly Change[],
  stale: Partial<StaleWrite>,
  undone: readonly string[] = [],
): Promise<void> {
  const record = aRecord(session, {
    turn_id: newId("turn"),
    changes,
    undone,
    stale: { ...NO_STALE, ...stale },
  });
  await stores.turns.commit(record);
}
