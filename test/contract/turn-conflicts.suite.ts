import { describe, expect, test } from "vitest";
import type { TurnRecord } from "../../src/chat/turn-record.ts";
import { ConflictError } from "../../src/domain/errors.ts";
import { anEntry, commitChanges, creation, makeEntries, revision } from "./bible-samples.ts";
import { anEvent, aRecord, aSession, aStage, newId } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

/** Whoever wrote second reads again; a turn that is refused leaves no trace. */
export const turnConflictsSuite: StoreSuite = (stores) => {
  const refused = (record: TurnRecord) =>
    expect(stores().turns.commit(record)).rejects.toBeInstanceOf(ConflictError);

  describe("turns: conflicts", () => {
    test("an entry that someone else wrote is not overwritten, and nothing else is written", async () => {
      const { session, project } = await aStage(stores());
      const event = anEvent(session);
      await stores().inbox.add(event, { session_id: session.id, turn_id: newId("turn") });
      const sarah = anEntry(session, "character", "Sarah");
      await makeEntries(stores(), session, sarah);
      const first = revision(session, sarah, { name: "Sara" });
      const second = revision(session, sarah, { name: "Zara" });
      await commitChanges(stores(), session, [first.change]);
      const lamp = creation(session, anEntry(session, "prop", "Lamp"));
      const record = aRecord(
        { ...session, title: "changed" },
        { event_id: event.id, changes: [lamp, second.change], project: { ...project, title: "changed" } },
      );
      const before = await stores().messages.lastSeq(session.id);
      await refused(record);
      expect(await stores().bible.get([sarah.id, lamp.entry_id])).toEqual([first.after]);
      expect(await stores().bible.change(second.change.id)).toBeUndefined();
      expect((await stores().projects.counts(project.id)).prop).toBe(0);
      expect(await stores().bible.byKeys(project.id, ["zara", "lamp"], 10)).toEqual([]);
      expect(await stores().messages.get(record.reply.id)).toBeUndefined();
      expect(await stores().messages.lastSeq(session.id)).toBe(before);
      expect(await stores().projects.get(project.id)).toEqual(project);
      expect((await stores().sessions.get(session.id))?.title).toBe(session.title);
      expect(await stores().inbox.next(session.id)).toMatchObject({ event, status: "pending" });
      expect(await stores().turns.commit({ ...record, changes: [lamp] })).toEqual({ clear: false });
    });

    test.each([
      ["only talks", {}],
      ["opens a form", { opened: true }],
    ] as const)("a turn that %s answers no other words than are there", async (_, over) => {
      const { session } = await aStage(stores());
      const event = anEvent(session, "Create Sara");
      await stores().inbox.add(event, { session_id: session.id, turn_id: newId("turn") });
      await stores().inbox.replaceText(event.id, "Create Zara");
      const record = { ...aRecord(session, { event_id: event.id, touches: true }), ...over };
      await refused({ ...record, words: "Create Sara" });
      expect(await stores().messages.get(record.reply.id)).toBeUndefined();
      expect(await stores().inbox.next(session.id)).toMatchObject({ event: { text: "Create Zara" } });
      expect(await stores().turns.commit({ ...record, words: "Create Zara" })).toEqual({ clear: false });
    });

    test.each([
      ["only talks", {}],
      ["opens a form", { opened: true }],
    ] as const)("a turn that %s and remembers nothing leaves what its session remembers", async (_, over) => {
      const { session } = await aStage(stores());
      const remembers = {
        ...session,
        memory: { ...session.memory, introduced: true, new_here: true as const },
      };
      await stores().turns.commit(aRecord(remembers, { touches: true }));
      await stores().turns.commit({ ...aRecord(session, { touches: true, keeps: true }), ...over });
      expect((await stores().sessions.get(session.id))?.memory).toEqual(remembers.memory);
      await stores().turns.commit({ ...aRecord(session, { touches: true }), ...over });
      expect((await stores().sessions.get(session.id))?.memory).toEqual(session.memory);
    });

    test("a project that someone else wrote is not overwritten", async () => {
      const { session, project } = await aStage(stores());
      await stores().turns.commit(aRecord(session, { project: { ...project, title: "First" } }));
      await refused(aRecord(session, { project: { ...project, title: "Second" } }));
      expect(await stores().projects.get(project.id)).toMatchObject({ title: "First", version: 2 });
    });

    test.each(["character", "location", "prop"] as const)("a %s has its name alone", async (kind) => {
      const { session } = await aStage(stores());
      await makeEntries(stores(), session, anEntry(session, kind, "Zoë O'Neil"));
      await refused(aRecord(session, { changes: [creation(session, anEntry(session, kind, "zoe ONEIL"))] }));
      const other = anEntry(session, kind, "Ivo");
      await makeEntries(stores(), session, other);
      await refused(aRecord(session, { changes: [revision(session, other, { name: "Zoë O’Neil" }).change] }));
    });

    test.each(["scene", "relationship"] as const)("a %s may be called like another", async (kind) => {
      const { session, project } = await aStage(stores());
      await makeEntries(stores(), session, anEntry(session, kind, "Diner"), anEntry(session, kind, "Diner"));
      expect((await stores().projects.counts(project.id))[kind]).toBe(2);
    });

    test("names of other kinds, other projects and removed entries are free", async () => {
      const { session } = await aStage(stores());
      const elsewhere = (await aStage(stores())).session;
      const ash = anEntry(session, "character", "Ash");
      await makeEntries(stores(), session, ash, anEntry(session, "location", "Ash"));
      await makeEntries(stores(), elsewhere, anEntry(elsewhere, "character", "Ash"));
      const gone = revision(session, ash, { status: "removed" });
      const heir = creation(session, anEntry(session, "character", "Ash"));
      await commitChanges(stores(), session, [heir, gone.change]);
      const back = revision(session, gone.after, { status: "confirmed" }, { action: "restored" });
      await refused(aRecord(session, { changes: [back.change] }));
    });

    test("an open place is taken", async () => {
      const { session, project } = await aStage(stores());
      await refused(aRecord(session, { sessions: [aSession(project, { place: session.place })] }));
    });

    test("of two turns side by side that change the same entry one is written", async () => {
      const { session } = await aStage(stores());
      const entry = anEntry(session, "character", "Sarah");
      await makeEntries(stores(), session, entry);
      const turns = ["Ada", "Bea", "Cleo"].map((name) => revision(session, entry, { name }));
      const results = await Promise.allSettled(
        turns.map(({ change }) => stores().turns.commit(aRecord(session, { changes: [change] }))),
      );
      const winner = turns[results.findIndex((result) => result.status === "fulfilled")];
      expect(results.filter((result) => result.status === "rejected")).toHaveLength(2);
      expect(await stores().bible.get([entry.id])).toEqual([winner?.after]);
      expect(await stores().messages.page(session.id, 10)).toHaveLength(2);
    });

    test("of many turns side by side that take the same name one is written", async () => {
      const { session, project } = await aStage(stores());
      const results = await Promise.allSettled(
        Array.from({ length: 5 }, () =>
          makeEntries(stores(), session, anEntry(session, "location", "The Diner")),
        ),
      );
      expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
      expect((await stores().projects.counts(project.id)).location).toBe(1);
    });

    test("an entry touched twice in a turn ends as the last change says", async () => {
      const { session, project } = await aStage(stores());
      const made = creation(session, anEntry(session, "character", "Jon"));
      const renamed = revision(session, made.after ?? anEntry(session, "character", ""), { name: "John" });
      await commitChanges(stores(), session, [made, renamed.change]);
      expect(await stores().bible.get([made.entry_id])).toEqual([renamed.after]);
      expect(await stores().bible.byKeys(project.id, ["jon"], 5)).toEqual([]);
      expect((await stores().projects.counts(project.id)).character).toBe(1);
    });
  });
};
