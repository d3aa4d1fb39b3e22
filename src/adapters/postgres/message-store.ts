import { type Kysely, sql } from "kysely";
import type { ChatMessage } from "../../chat/chat-message.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import { upTo, wanted } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable, storableJson } from "./storable.ts";

/** Every call is one statement. */
export function createMessageStore(db: Kysely<BacklotSchema>): MessageStore {
  return {
    get: async (id) => {
      const row = await db
        .selectFrom("backlot.messages")
        .select("doc")
        .where("id", "=", storable(id))
        .executeTakeFirst();
      return row?.doc;
    },
    getMany: async (ids) => {
      const { rows } = await sql<{ doc: ChatMessage }>`
        SELECT m.doc FROM ${wanted(ids)} JOIN LATERAL (
            SELECT doc FROM backlot.messages WHERE id = wanted.key LIMIT 1
          ) AS m ON true
          ORDER BY wanted.place`.execute(db);
      return rows.map((row) => row.doc);
    },
    page: async (sessionId, limit, before) => {
      let messages = db
        .selectFrom("backlot.messages")
        .select("doc")
        .where("session_id", "=", storable(sessionId));
      if (before !== undefined) {
        messages = messages.where("seq", "<", (e) =>
          e.selectFrom("backlot.messages").select("seq").where("id", "=", storable(before)),
        );
      }
      const rows = await messages.orderBy("seq", "desc").limit(upTo(limit)).execute();
      return rows.map((row) => row.doc).reverse();
    },
    post: async (message, deliver) =>
      isWritten(db, sql`backlot.post_message(${storableJson(message)}::jsonb, ${deliver})`),
    update: async (message, deliver) =>
      isWritten(db, sql`backlot.update_message(${storableJson(message)}::jsonb, ${deliver})`),
    feed: async (sessionId, seq, limit) => {
      const rows = await db
        .selectFrom("backlot.frames")
        .select(["seq", "frame"])
        .where("session_id", "=", storable(sessionId))
        .where("seq", ">", seq)
        .orderBy("seq")
        .limit(upTo(limit))
        .execute();
      return rows.map((row) => ({ seq: Number(row.seq), frame: row.frame }));
    },
    lastSeq: async (sessionId) => {
      const row = await db
        .selectFrom("backlot.frames")
        .select((e) => e.fn.max("seq").as("seq"))
        .where("session_id", "=", storable(sessionId))
        .executeTakeFirst();
      return Number(row?.seq ?? 0);
    },
    prune: async (before) => prune(db, before),
  };
}

async function isWritten(db: Kysely<BacklotSchema>, call: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await sql<{ written: boolean }>`SELECT ${call} AS written`.execute(db);
  return rows[0]?.written === true;
}

/** Each session keeps its newest frame, so that `lastSeq` never goes back. */
async function prune(db: Kysely<BacklotSchema>, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("backlot.frames as f")
    .where("f.stored_at", "<", before)
    .where((e) =>
      e.exists(
        e
          .selectFrom("backlot.frames as newer")
          .select(sql.lit(1).as("one"))
          .whereRef("newer.session_id", "=", "f.session_id")
          .whereRef("newer.seq", ">", "f.seq"),
      ),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
