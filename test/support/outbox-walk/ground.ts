import { sql } from "kysely";
import type { Database } from "../../../src/adapters/postgres/database.ts";
import { migrateStores } from "../../../src/adapters/postgres/migrate.ts";
import type { BacklotSchema } from "../../../src/adapters/postgres/schema.ts";
import { createPostgresStores } from "../../../src/adapters/postgres/stores.ts";
import type { Stores } from "../../../src/ports/stores.ts";
import { openMemoryDatabase } from "../../contract/memory-database.ts";

interface Row {
  readonly message_id: string;
  readonly session_id: string;
  readonly wanted_version: number;
  readonly delivered_version: number;
  readonly dead: boolean;
  readonly untold: boolean;
  readonly error: string | null;
}

/** The database that walks go over, one after the other. */
export class Ground {
  readonly stores: Stores;
  readonly #database: Database<BacklotSchema>;

  private constructor(database: Database<BacklotSchema>) {
    this.#database = database;
    this.stores = createPostgresStores(database.kysely);
  }

  static async open(): Promise<Ground> {
    const database = await openMemoryDatabase<BacklotSchema>();
    await migrateStores(database.kysely);
    return new Ground(database);
  }

  async clear(): Promise<void> {
    await sql`TRUNCATE backlot.deliveries, backlot.drafts, backlot.messages, backlot.frames, backlot.sessions, backlot.projects CASCADE`.execute(
      this.#database.kysely,
    );
  }

  async rows(): Promise<readonly Row[]> {
    const { rows } = await sql<Row>`SELECT * FROM backlot.deliveries ORDER BY seq`.execute(
      this.#database.kysely,
    );
    return rows;
  }

  async drafts(): Promise<readonly string[]> {
    const { rows } = await sql<{ message_id: string }>`SELECT message_id FROM backlot.drafts`.execute(
      this.#database.kysely,
    );
    return rows.map((row) => row.message_id);
  }

  async close(): Promise<void> {
    await this.#database.close();
  }
}
