import { describe, expect, test } from "vitest";
import { anEntry, creation } from "./bible-samples.ts";
import { aChoice } from "./choice-store.suite.ts";
import { AT, aMessage, anEvent, anOperation, aProject, aRecord, aSession, aStage, newId } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

/** A turn is written whole, once. */
export const turnStoreSuite: StoreSuite = (stores) => {
  describe("turns", () => {
    test("writes the reply, the frames, the session and its event", async () => {
      const { session } = await aStage(stores());
      const event = anEvent(session);
      const turn_id = newId("turn");
      await stores().inbox.add(event, { session_id: session.id, turn_id });
      const remembered = {
        ...session,
        memory: { focus: [], introduced: true },
        last_message_at: "2026-03-01T10:00:05Z",
      };
      const record = aRecord(remembered, { event_id: event.id, turn_id });
      expect(await stores().turns.commit(record)).toEqual({ clear: false });
      expect(await stores().messages.get(record.reply.id)).toEqual(record.reply);
      expect(await stores().sessions.get(session.id)).toEqual(remembered);
      expect(await stores().inbox.find(event.id)).toMatchObject({ status: "done" });
      const feed = await stores().messages.feed(session.id, 0, 10);
      expect(feed.map(({ frame }) => frame)).toEqual(record.frames);
    });

    test("writes one that only talks as whole as any other, once", async () => {
      const { session } = await aStage(stores());
      const event = anEvent(session);
      const turn_id = newId("turn");
      await stores().inbox.add(event, { session_id: session.id, turn_id });
      const choice = aChoice(session);
      const { action: _action, ...shown } = choice;
      const reply = aMessage(session, { blocks: [{ type: "choices", choices: [shown] }] });
      const talked = {
        ...session,
        title: "not talk",
        memory: { focus: [], introduced: true },
        last_message_at: "2026-03-01T10:00:05Z",
      };
      const talk = { event_id: event.id, turn_id, reply, choices: [choice], touches: true as const };
      const record = aRecord(talked, { ...talk, deliver: true });
      expect(await stores().turns.commit(record)).toEqual({ clear: true });
      expect(await stores().turns.commit(record)).toBeUndefined();
      expect(await stores().messages.page(session.id, 10)).toEqual([reply]);
      expect(await stores().sessions.get(session.id)).toEqual({ ...talked, title: session.title });
      expect(await stores().inbox.find(event.id)).toMatchObject({ status: "done" });
      expect(await stores().turns.findByEvent(event.id)).toMatchObject({ turn_id, choices: [shown] });
      expect(await stores().choices.get(choice.id)).toMatchObject({ choice, message_id: reply.id });
      const feed = await stores().messages.feed(session.id, 0, 10);
      expect(feed.map(({ frame }) => frame)).toEqual(record.frames);
      await stores().deliveries.dead(reply.id, "the test is over");
    });

    test("frees the id of a press that was refused, so that it can come again", async () => {
      const { session } = await aStage(stores());
      const event = anEvent(session);
      const turn_id = newId("turn");
      await stores().inbox.add(event, { session_id: session.id, turn_id });
      const refused = { code: "forbidden", message: "Not you.", hint: "Ask Ada." };
      const record = aRecord(session, { event_id: event.id, turn_id, error: refused, again: true });
      expect(await stores().turns.commit(record)).toEqual({ clear: false });
      expect(await stores().inbox.find(event.id)).toBeUndefined();
      expect(await stores().turns.findByEvent(event.id)).toBeUndefined();
      const second = newId("turn");
      expect(await stores().inbox.add(event, { session_id: session.id, turn_id: second })).toBe(true);
      await stores().turns.commit(aRecord(session, { event_id: event.id, turn_id: second }));
      expect(await stores().turns.findByEvent(event.id)).toMatchObject({ turn_id: second });
      expect(await stores().messages.get(record.reply.id)).toEqual(record.reply);
    });

    test("answers the finished turn of an event", async () => {
      const { session } = await aStage(stores());
      const choice = aChoice(session);
      const { action: _action, ...shown } = choice;
      const change = creation(session, anEntry(session, "character", "Ana Ruiz"));
      const { before: _before, after: _after, ...told } = change;
      const operation = anOperation(session, 3);
      const reply = aMessage(session, { blocks: [{ type: "choices", choices: [shown] }] });
      const error = { code: "blocked", message: "Not yet.", hint: "Write a logline.", reference: "r1" };
      const record = aRecord(session, {
        reply,
        choices: [choice],
        changes: [change],
        operation: { operation, items: 3 },
        error,
      });
      await stores().turns.commit(record);
      expect(await stores().turns.findByEvent(record.event_id)).toEqual({
        turn_id: record.turn_id,
        session_id: session.id,
        project_id: session.project_id,
        message_id: reply.id,
        reply: { message_id: reply.id, text: reply.text, blocks: reply.blocks },
        changes: [told],
        choices: [shown],
        operation,
        error,
      });
      expect(await stores().turns.findByEvent("web:message:never")).toBeUndefined();
    });

    test("a turn without errors and operations has no such keys", async () => {
      const { session } = await aStage(stores());
      const record = aRecord(session);
      await stores().turns.commit(record);
      const view = await stores().turns.findByEvent(record.event_id);
      expect(Object.keys(view ?? {}).sort()).toEqual(
        ["changes", "choices", "message_id", "project_id", "reply", "session_id", "turn_id"].sort(),
      );
    });

    test("is not written twice", async () => {
      const { session } = await aStage(stores());
      const event = anEvent(session);
      await stores().inbox.add(event, { session_id: session.id, turn_id: newId("turn") });
      const first = aRecord(session, { event_id: event.id, deliver: true });
      await stores().turns.commit(first);
      const change = creation(session, anEntry(session, "prop", "Lamp"));
      const again = aRecord({ ...session, title: "other" }, { event_id: event.id, changes: [change] });
      expect(await stores().turns.commit(again)).toBeUndefined();
      expect(await stores().turns.commit(first)).toBeUndefined();
      expect(await stores().messages.page(session.id, 10)).toEqual([first.reply]);
      expect(await stores().messages.feed(session.id, 0, 10)).toHaveLength(1);
      expect((await stores().sessions.get(session.id))?.title).toBe(session.title);
      expect(await stores().bible.get([change.entry_id])).toEqual([]);
      expect(await stores().turns.findByEvent(event.id)).toMatchObject({ turn_id: first.turn_id });
    });

    test("a message that was edited since keeps its newer version", async () => {
      const { session } = await aStage(stores());
      const record = aRecord(session);
      await stores().turns.commit(record);
      const newer = { ...record.reply, version: 3, text: "6 of 10" };
      await stores().messages.update(newer, false);
      await stores().turns.commit(
        aRecord(session, { updated_messages: [{ ...record.reply, version: 2, text: "5 of 10" }] }),
      );
      expect(await stores().messages.get(record.reply.id)).toEqual(newer);
    });

    test("raises the project's version, and makes projects and sessions", async () => {
      const { session, project } = await aStage(stores());
      const made = aProject({ workspace_id: project.workspace_id });
      const opened = aSession(made);
      const renamed = { ...project, title: "Day Shift" };
      await stores().turns.commit(
        aRecord(session, { project: renamed, new_project: made, sessions: [opened] }),
      );
      expect(await stores().projects.get(project.id)).toEqual({ ...renamed, version: 2 });
      expect(await stores().projects.get(made.id)).toEqual(made);
      expect(await stores().sessions.get(opened.id)).toEqual(opened);
    });

    test("moves a place from one session to another in one turn", async () => {
      const { session, project } = await aStage(stores());
      const next = aSession(project, { place: session.place });
      const closed = { ...session, status: "closed" as const };
      await stores().turns.commit(aRecord(next, { sessions: [closed] }));
      expect(await stores().sessions.at(session.place)).toEqual(next);
      expect(await stores().sessions.get(session.id)).toEqual(closed);
    });

    test("of a session that is only talked in, what somebody else wrote meanwhile stands", async () => {
      const { session, project } = await aStage(stores());
      const [film, at] = [aProject({ workspace_id: project.workspace_id }), "2026-03-02T10:00:00.000Z"];
      await stores().projects.create(film);
      const memory = { ...session.memory, introduced: true };
      const talked = { ...session, memory, last_message_at: at };
      const settings = { answers: "channel" as const, hears: "all" as const };
      const set = { ...session, status: "closed" as const, channel: settings };
      await stores().turns.commit(aRecord(set));
      await stores().turns.commit(aRecord(talked, { touches: true }));
      expect(await stores().sessions.get(session.id)).toEqual({ ...set, memory, last_message_at: at });
      const moved = { ...session, project_id: film.id };
      await stores().turns.commit(aRecord(moved));
      await stores().turns.commit(aRecord(talked, { touches: true }));
      expect(await stores().sessions.get(session.id)).toEqual({ ...moved, last_message_at: at });
      expect((await stores().sessions.load(session.id))?.project).toEqual(film);
    });

    test("tells each message in its own session", async () => {
      const { session, project } = await aStage(stores());
      const other = aSession(project);
      await stores().sessions.create(other);
      const progress = aRecord(other);
      await stores().turns.commit(progress);
      const message = { ...progress.reply, version: 2 };
      const record = aRecord(session, { updated_messages: [message] });
      await stores().turns.commit({
        ...record,
        frames: [{ type: "message.updated", message }, ...record.frames],
      });
      const seen = async (id: string) =>
        (await stores().messages.feed(id, 0, 10)).map(({ frame }) => frame.type);
      expect(await seen(other.id)).toEqual(["message.created", "message.updated"]);
      expect(await seen(session.id)).toEqual(["message.created"]);
    });

    test("keeps dates as they were given", async () => {
      const { session } = await aStage(stores());
      const at = "2026-03-01T10:00:00.5Z";
      const entry = anEntry(session, "character", "Ivo", {}, { created_at: at, updated_at: AT });
      const record = aRecord(session, { changes: [creation(session, entry, { at })] });
      await stores().turns.commit(record);
      expect(await stores().bible.get([entry.id])).toEqual([entry]);
      expect(await stores().bible.change(record.changes[0]?.id ?? "")).toEqual(record.changes[0]);
    });
  });
};
