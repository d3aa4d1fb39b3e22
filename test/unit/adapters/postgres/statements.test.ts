import { Kysely, PostgresDialect, type PostgresPool, sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../../../src/adapters/postgres/database.ts";
import { migrateStores } from "../../../../src/adapters/postgres/migrate.ts";
import type { BacklotSchema } from "../../../../src/adapters/postgres/schema.ts";
import { createPostgresStores } from "../../../../src/adapters/postgres/stores.ts";
import type { Stores } from "../../../../src/ports/stores.ts";
import { anEntry, creation, makeEntries } from "../../../contract/bible-samples.ts";
import { openMemoryDatabase } from "../../../contract/memory-database.ts";
import { aMessage, anEvent, anOperation, aRecord, aStage, newId, said } from "../../../contract/samples.ts";

/** PGlite runs a few thousand statements a second: how many each call takes is what a message costs. */
describe("statements a call", () => {
  let database: Database<BacklotSchema>;
  let stores: Stores;
  let statements = 0;

  beforeAll(async () => {
    database = await openMemoryDatabase<BacklotSchema>();
    await migrateStores(database.kysely);
    const counting = new Kysely<BacklotSchema>({
      dialect: new PostgresDialect({ pool: database.pool as unknown as PostgresPool }),
      log: (event) => {
        if (event.level === "query") statements += 1;
      },
    });
    stores = createPostgresStores(counting);
  });
  afterAll(async () => {
    await database.close();
  });
  beforeEach(() => {
    statements = 0;
  });

  const cost = async (call: () => Promise<unknown>): Promise<number> => {
    statements = 0;
    await call();
    return statements;
  };

  test("one for each step of a message", async () => {
    const { session, project } = await aStage(stores);
    const event = anEvent(session);
    const link = { session_id: session.id, turn_id: newId("turn") };
    expect(await cost(() => stores.inbox.add(event, link, said(session)))).toBe(1);
    expect(await cost(() => stores.inbox.next(session.id))).toBe(1);
    expect(await cost(() => stores.sessions.load(session.id))).toBe(1);
    expect(await cost(() => stores.projects.totals(project.id))).toBe(1);
    expect(await cost(() => stores.bible.byKeys(project.id, ["sarah", "john"], 30))).toBe(1);
    const reply = aMessage(session);
    const changes = ["Sarah", "John"].map((name) => creation(session, anEntry(session, "character", name)));
    const operation = anOperation(session, 3);
    const everything = aRecord(session, {
      event_id: event.id,
      reply,
      changes,
      undone: ["chg_1"],
      project,
      updated_messages: [aMessage(session)],
      operation: { operation, items: 3 },
      deliver: true,
    });
    expect(await cost(() => stores.turns.commit(everything))).toBe(1);
    expect(await cost(() => stores.turns.findByEvent(event.id))).toBe(1);
    expect(await cost(() => stores.messages.update({ ...reply, version: 2 }, true))).toBe(1);
  });

  test("one for undo, redo and each page of the history", async () => {
    const { session, project } = await aStage(stores);
    await makeEntries(stores, session, anEntry(session, "character", "Ana"));
    expect(await cost(() => stores.bible.lastUndoable(session.id, 5))).toBe(1);
    expect(await cost(() => stores.bible.lastRedoable(session.id, 5))).toBe(1);
    expect(await cost(() => stores.bible.history({ project_id: project.id, by: "u1" }, 5))).toBe(1);
    expect(await cost(() => stores.documents.log({ project_id: project.id }, 5, "chg_1"))).toBe(1);
  });

  test("one for each item of bulk work", async () => {
    const { session } = await aStage(stores);
    const operation = anOperation(session, 2);
    await stores.turns.commit(aRecord(session, { operation: { operation, items: 2 } }));
    const ana = creation(session, anEntry(session, "character", "Ana"));
    expect(await cost(() => stores.operations.complete(operation.id, 0, "Ana", ana))).toBe(1);
    expect(await cost(() => stores.operations.fail(operation.id, 1, "x", 1))).toBe(1);
    expect(await cost(() => stores.operations.retry(operation.id))).toBe(1);
    expect(await cost(() => stores.operations.cancel(operation.id, "2026-03-01T10:00:00Z"))).toBe(1);
  });

  test("two where the second depends on what the first found", async () => {
    const { session, project } = await aStage(stores);
    const ana = anEntry(session, "character", "Ana");
    await makeEntries(stores, session, ana, anEntry(session, "character", "Bo"));
    expect(await cost(() => stores.bible.list(project.id, { after: ana.id, limit: 5 }))).toBe(2);
    expect(await cost(() => stores.bible.list(project.id, { limit: 5 }))).toBe(1);
  });

  test("each planned a few times and then never again", async () => {
    const { session, project } = await aStage(stores);
    const ana = anEntry(session, "character", "Ana");
    await makeEntries(stores, session, ana);
    const operation = anOperation(session, 20);
    await stores.turns.commit(aRecord(session, { operation: { operation, items: 20 } }));
    for (let n = 0; n < 10; n += 1) {
      const link = { session_id: session.id, turn_id: newId("turn") };
      const event = anEvent(session);
      await stores.inbox.add(event, link, said(session));
      await stores.inbox.next(session.id);
      await stores.sessions.load(session.id);
      await stores.bible.byKeys(project.id, ["ana", "bo"], 30);
      await stores.bible.get([ana.id]);
      await stores.bible.names(project.id, "character", 30);
      await stores.bible.linkedTo([ana.id], 30);
      await stores.bible.lastUndoable(session.id);
      await stores.messages.page(session.id, 20);
      await stores.messages.feed(session.id, 1, 20);
      await stores.deliveries.due(new Date(), 20);
      const bulk = creation(session, anEntry(session, "character", `Extra ${n}`));
      await stores.operations.complete(operation.id, n, bulk.name, bulk);
      await stores.turns.commit(aRecord(session, { event_id: event.id, turn_id: link.turn_id }));
    }
    const { rows } = await sql<{ statement: string }>`
      SELECT statement FROM pg_prepared_statements WHERE custom_plans > 5`.execute(database.kysely);
    expect(rows).toEqual([]);
    const planned = await sql`SELECT 1 FROM pg_prepared_statements WHERE generic_plans > 0`.execute(
      database.kysely,
    );
    expect(planned.rows.length).toBeGreaterThanOrEqual(13);
  });
});
