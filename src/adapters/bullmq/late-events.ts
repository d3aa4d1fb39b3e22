import type { IQueueBackend } from "bullmq";
import type { PostgresPool } from "./connection.ts";

/** A number that has not appeared by then was drawn by another queue, or by a write that was taken back. */
const GIVE_UP_MS = 10_000;
const LOOK_FOR_AT_MOST = 5_000;
/** How soon is looked again after news: who writes while another announces is not announced. */
const SOON_MS = 50;

const MAX_SQL = "SELECT coalesce(max(id), 0)::text AS max FROM event WHERE queue = $1";
const LATE_SQL =
  "SELECT id::text AS id, event, data FROM event WHERE queue = $1 AND id = ANY($2::bigint[]) ORDER BY id";

type Read = Awaited<ReturnType<IQueueBackend["readEvents"]>>;

/**
 * Makes a backend read every event of a server. Events are numbered as they are written and seen as they are committed:
 * with several writers 6 may be seen before 5, and BullMQ, which asks for what comes after 6, then never sees 5. So
 * numbers that were left out are looked for until they come.
 */
export function readingLateEvents<Backend extends IQueueBackend>(
  backend: Backend,
  name: string,
  pool: PostgresPool,
): Backend {
  const read = backend.readEvents.bind(backend);
  const missing = new Map<number, number>();
  let cursor: number | undefined;
  let soon = false;

  const noteGaps = (ids: readonly number[]): void => {
    const now = Date.now();
    let last = cursor ?? 0;
    for (const id of ids) {
      for (let gap = Math.max(last + 1, id - LOOK_FOR_AT_MOST); gap < id; gap += 1) missing.set(gap, now);
      last = id;
    }
    cursor = last;
    for (const [id, at] of missing) {
      if (now - at < GIVE_UP_MS && missing.size <= LOOK_FOR_AT_MOST) break;
      missing.delete(id);
    }
  };
  const late = async (): Promise<Read> => {
    if (missing.size === 0) return null;
    const { rows } = await pool.query(LATE_SQL, [name, [...missing.keys()]]);
    for (const { id } of rows) missing.delete(Number(id));
    return rows.length === 0 ? null : asStream(rows);
  };

  backend.readEvents = async (_last, blockMs) => {
    cursor ??= Number((await pool.query(MAX_SQL, [name])).rows[0]?.max ?? 0);
    const found = await late();
    if (found) return found;
    const news = await read(String(cursor), soon || missing.size > 0 ? SOON_MS : blockMs);
    soon = news !== null;
    noteGaps(idsOf(news));
    return news;
  };
  return backend;
}

function idsOf(news: Read): number[] {
  return (news ?? []).flatMap(([, events]) => events.map(([id]) => Number(id)));
}

/** As BullMQ's own reading answers it. */
function asStream(
  rows: readonly { id: string; event: string; data: Record<string, unknown> | null }[],
): Read {
  const events = rows.map(({ id, event, data }): [string, string[]] => [
    id,
    ["event", event, ...Object.entries(data ?? {}).flatMap(([key, value]) => [key, textOf(value)])],
  ]);
  return [["events", events]] as Read;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : String(value));
