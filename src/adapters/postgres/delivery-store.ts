import { type Kysely, sql } from "kysely";
import { together } from "../../lib/together.ts";
import type { Delivery, DeliveryStore } from "../../ports/delivery-store.ts";
import { fixed } from "./fixed.ts";
import { upTo, wanted } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable, storableJson } from "./storable.ts";

/** Of posts that end at once. */
const NOTED_TOGETHER = 50;
/** Written as in the partial indexes, so that they are used. */
const WAITING = sql<boolean>`NOT d.dead AND d.wanted_version > d.delivered_version`;

/** Every call is one statement. */
export function createDeliveryStore(db: Kysely<BacklotSchema>): DeliveryStore {
  const note = together(async (posted: readonly Posted[]) => {
    await noteDelivered(db, posted);
    return posted.map(() => undefined);
  }, NOTED_TOGETHER);
  return {
    due: (now, limit, except = []) => selectDue(db, now, limit, except),
    nextDue: async (after) => {
      if (after) return nextAfter(db, after);
      const { rows } = await sql<{ due_ms: number | string | null }>`
        SELECT min(first.due_ms) AS due_ms FROM (
          SELECT d.due_ms FROM backlot.deliveries d WHERE ${WAITING} AND d.platform_id IS NOT NULL
          UNION ALL (
            SELECT DISTINCT ON (d.session_id) d.due_ms FROM backlot.deliveries d
              WHERE ${WAITING} AND d.platform_id IS NULL ORDER BY d.session_id, d.seq)
        ) AS first`.execute(db);
      const due = rows[0]?.due_ms ?? null;
      return due === null ? undefined : new Date(Number(due));
    },
    delivered: (message_id, version, platform_id) => note({ message_id, version, platform_id }),
    retryAt: async (messageId, at, error) => {
      await sql`
        UPDATE backlot.deliveries
          SET attempts = attempts + 1, due_ms = ${at.getTime()}::bigint, error = ${storable(error)}
          WHERE message_id = ${storable(messageId)}`.execute(db);
    },
    postpone: async (messageId, until) => {
      await sql`
        UPDATE backlot.deliveries SET due_ms = ${until.getTime()}::bigint
          WHERE message_id = ${storable(messageId)}`.execute(db);
    },
    dead: async (messageId, error, untold = false) => {
      await sql`
        UPDATE backlot.deliveries
          SET attempts = attempts + 1, dead = true, error = ${storable(error)}, untold = ${untold}
          WHERE message_id = ${storable(messageId)}`.execute(db);
    },
    untold: async (sessionId, limit) => {
      const { rows } = await sql<{ message_id: string }>`
        SELECT message_id FROM backlot.deliveries WHERE untold AND session_id = ${storable(sessionId)}
          ORDER BY seq LIMIT ${upTo(limit)}`.execute(db);
      return rows.map((row) => row.message_id);
    },
    told: async (messageIds) => {
      await sql`
        UPDATE backlot.deliveries d SET untold = false
          FROM ${wanted(messageIds)} WHERE d.message_id = wanted.key`.execute(db);
    },
  };
}

interface Posted {
  readonly message_id: string;
  readonly version: number;
  readonly platform_id: string;
}

const noteOne = fixed<Posted, never>(
  (value) => sql`
    UPDATE backlot.deliveries SET delivered_version = greatest(delivered_version, ${value("version")}::integer),
        platform_id = ${value("platform_id")}, attempts = 0, due_ms = 0, error = NULL
      WHERE message_id = ${value("message_id")}`,
);

/** A message that is posted and changed at once stands in here twice: its newest state is what was delivered. */
const noteMany = fixed<{ readonly posted: string }, never>(
  (value) => sql`
    UPDATE backlot.deliveries d SET delivered_version = greatest(d.delivered_version, posted.version),
        platform_id = posted.platform_id, attempts = 0, due_ms = 0, error = NULL
      FROM (
        SELECT DISTINCT ON (message_id) message_id, version, platform_id
          FROM jsonb_to_recordset(${value("posted")}::jsonb) AS one(message_id text, version integer, platform_id text)
          ORDER BY message_id, version DESC) AS posted
      WHERE d.message_id = posted.message_id`,
);

async function noteDelivered(db: Kysely<BacklotSchema>, posted: readonly Posted[]): Promise<void> {
  const [only, ...more] = posted;
  if (only && more.length === 0) {
    const { message_id, version, platform_id } = only;
    await noteOne(db, { message_id: storable(message_id), version, platform_id: storable(platform_id) });
  } else {
    await noteMany(db, { posted: storableJson(posted) });
  }
}

/** Also of what stands behind others: those may be under way, and nobody looks again when they are posted. */
async function nextAfter(db: Kysely<BacklotSchema>, after: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ due_ms: number | string | null }>`
    SELECT min(d.due_ms) AS due_ms FROM backlot.deliveries d
      WHERE ${WAITING} AND d.due_ms > ${after.getTime()}::bigint`.execute(db);
  const due = rows[0]?.due_ms ?? null;
  return due === null ? undefined : new Date(Number(due));
}

async function selectDue(
  db: Kysely<BacklotSchema>,
  now: Date,
  limit: number,
  except: readonly string[],
): Promise<Delivery[]> {
  const others =
    except.length === 0 ? sql`` : sql`AND d.message_id NOT IN (SELECT wanted.key FROM ${wanted(except)})`;
  const { rows } = await sql<Row>`
        SELECT d.message_id, d.session_id, d.wanted_version, d.delivered_version, d.attempts,
            coalesce(d.platform_id, draft.platform_id) AS platform_id, draft.message_id IS NOT NULL AS drafted, (
            SELECT count(*)::integer FROM backlot.deliveries lost
              WHERE lost.untold AND lost.session_id = d.session_id) AS lost
          FROM backlot.deliveries d LEFT JOIN backlot.drafts draft ON draft.message_id = d.message_id
          WHERE ${WAITING} ${others} AND d.due_ms <= ${now.getTime()}::bigint AND (d.platform_id IS NOT NULL OR draft.platform_id IS NOT NULL OR NOT EXISTS (
            SELECT 1 FROM backlot.deliveries earlier
              WHERE earlier.session_id = d.session_id AND earlier.seq < d.seq
                AND NOT earlier.dead AND earlier.wanted_version > earlier.delivered_version
                AND earlier.platform_id IS NULL
                AND earlier.due_ms > ${now.getTime()}::bigint))
          ORDER BY d.seq LIMIT ${upTo(limit)}`.execute(db);
  return rows.map(toDelivery);
}

type Row = Omit<Delivery, "platform_id" | "drafted" | "lost"> & {
  readonly drafted: boolean;
  readonly platform_id: string | null;
  readonly lost: number;
};

function toDelivery({ platform_id, drafted, lost, ...row }: Row): Delivery {
  return {
    ...row,
    ...(platform_id === null ? {} : { platform_id }),
    ...(drafted ? { drafted } : {}),
    ...(lost > 0 ? { lost } : {}),
  };
}
