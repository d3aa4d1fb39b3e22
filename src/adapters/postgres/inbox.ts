import { type Kysely, sql } from "kysely";
import type { ChatMessage } from "../../chat/chat-message.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import { together } from "../../lib/together.ts";
import type { Inbox, StoredEvent } from "../../ports/inbox.ts";
import { fixed } from "./fixed.ts";
import { type LoadedRow, loadedRow, toLoaded } from "./loaded.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable, storableJson } from "./storable.ts";

/** Of events that come at once, as when hundreds press the same button. */
const ADDED_TOGETHER = 50;

/** Every call is one statement, and calls that come at once are one together. */
export function createInbox(db: Kysely<BacklotSchema>): Inbox {
  const { add, isAdding } = adding(db);
  const events = db
    .selectFrom("backlot.events as e")
    .leftJoin("backlot.pending as p", (join) =>
      join.onRef("p.session_id", "=", "e.session_id").onRef("p.seq", "=", "e.seq"),
    )
    .select(["e.event", "e.session_id", "e.turn_id", "e.attempts", "p.event_id as pending"]);
  return {
    add: (event, link, message) => add(given(storableJson(event), link, message)),
    take: async (event, link, message) => {
      const one = given(storableJson(event), link, message);
      return isAdding(one.session_id) ? { added: await add(one) } : take(db, one, link);
    },
    find: async (eventId) => {
      const row = await events.where("e.id", "=", storable(eventId)).executeTakeFirst();
      return row && toStoredEvent(row);
    },
    next: async (sessionId) => {
      const { rows } = await sql<Row>`
        SELECT e.event, e.session_id, e.turn_id, e.attempts, p.event_id AS pending
          FROM backlot.pending p JOIN backlot.events e ON e.id = p.event_id
          WHERE p.session_id = ${storable(sessionId)} ORDER BY p.seq LIMIT 2`.execute(db);
      const [first] = rows;
      return first && { ...toStoredEvent(first), more: rows.length > 1 };
    },
    line: async (sessionId, limit) => {
      const { rows } = await sql<Row>`
        SELECT e.event, e.session_id, e.turn_id, e.attempts, p.event_id AS pending
          FROM backlot.pending p JOIN backlot.events e ON e.id = p.event_id
          WHERE p.session_id = ${storable(sessionId)} ORDER BY p.seq LIMIT ${upTo(limit)}`.execute(db);
      return rows.map(toStoredEvent);
    },
    underWay: (channel, limit) => underWay(db, channel, limit),
    waiting: async () => {
      const rows = await db.selectFrom("backlot.pending").select("session_id").distinct().execute();
      return rows.map((row) => row.session_id);
    },
    failed: async (eventId) => {
      const row = await db
        .updateTable("backlot.events")
        .set((e) => ({ attempts: e("attempts", "+", 1) }))
        .where("id", "=", storable(eventId))
        .returning("attempts")
        .executeTakeFirst();
      return row?.attempts ?? 0;
    },
    replaceText: async (eventId, text) => {
      const { rows } = await sql<{ replaced: boolean }>`SELECT backlot.replace_text(
        ${storable(eventId)}, ${storable(text)}) AS replaced`.execute(db);
      return rows[0]?.replaced === true;
    },
    drop: async (eventId) => {
      const { rows } = await sql<{ dropped: boolean }>`SELECT backlot.drop_event(
        ${storable(eventId)}) AS dropped`.execute(db);
      return rows[0]?.dropped === true;
    },
  };
}

type Link = Parameters<Inbox["add"]>[1];

/** What an event is stored with. */
interface Given extends Link {
  readonly event: string;
  readonly said: string | null;
}

/** Adds together what comes at once. While something of a session waits for that, what comes after it may not overtake it. */
function adding(db: Kysely<BacklotSchema>) {
  const queue = together((events: readonly Given[]) => addAll(db, events), ADDED_TOGETHER);
  const waiting = new Map<string, number>();
  const count = (sessionId: string, by: number): void => {
    const left = (waiting.get(sessionId) ?? 0) + by;
    if (left > 0) waiting.set(sessionId, left);
    else waiting.delete(sessionId);
  };
  const add = async (one: Given): Promise<boolean> => {
    count(one.session_id, 1);
    return queue(one).finally(() => count(one.session_id, -1));
  };
  return { add, isAdding: (sessionId: string): boolean => waiting.has(sessionId) };
}

const given = (event: string, { session_id, turn_id }: Link, message: ChatMessage | undefined): Given => ({
  event,
  session_id: storable(session_id),
  turn_id,
  said: message ? storableJson(message) : null,
});

const addEvent = (value: (name: keyof Given) => unknown) =>
  sql<boolean>`backlot.add_event(
    ${value("session_id")}, ${value("turn_id")}, ${value("event")}::jsonb, ${value("said")}::jsonb)`;

const addOne = fixed<Given, { readonly added: boolean }>((value) => sql`SELECT ${addEvent(value)} AS added`);

const addMany = fixed<{ readonly events: string }, { readonly added: boolean }>(
  (value) => sql`
    SELECT backlot.add_event(one.session_id, one.turn_id, one.event::jsonb, one.said::jsonb) AS added
      FROM jsonb_to_recordset(${value("events")}::jsonb) AS one(session_id text, turn_id text, event text, said text)`,
);

/** One statement. Sessions are locked in one order by all, so that two of these never wait for each other. */
async function addAll(db: Kysely<BacklotSchema>, events: readonly Given[]): Promise<boolean[]> {
  const [only, ...more] = events;
  if (only && more.length === 0) return (await addOne(db, only)).map(({ added }) => added);
  const order = [...events.keys()].sort((a, b) => compare(events[a], events[b]) || a - b);
  const rows = await addMany(db, { events: JSON.stringify(order.map((index) => events[index])) });
  const added = new Map(order.map((index, at) => [index, rows[at]?.added === true]));
  return events.map((_, index) => added.get(index) === true);
}

const compare = (a: Given | undefined, b: Given | undefined): number => {
  const [one, other] = [a?.session_id ?? "", b?.session_id ?? ""];
  return one < other ? -1 : Number(one > other);
};

/** What waits is seen as it was before: a statement sees nothing of what its own functions write. */
const addAndLoad = fixed<Given, { readonly added: boolean } & Nullable<LoadedRow>>(
  (value) => sql`
    SELECT ${addEvent(value)} AS added, loaded.*
      FROM (SELECT 1) AS once LEFT JOIN (
        ${loadedRow(value("session_id"))} AND NOT EXISTS (
          SELECT 1 FROM backlot.pending w WHERE w.session_id = s.id)
      ) AS loaded ON true`,
);

async function take(db: Kysely<BacklotSchema>, one: Given, link: Link): ReturnType<Inbox["take"]> {
  const [{ added, ...row } = { added: false, session: null }] = await addAndLoad(db, one);
  if (!added || row.session === null) return { added };
  // As it is stored, and as whoever reads it later will find it.
  const stored = {
    event: JSON.parse(one.event) as InboundEvent,
    ...link,
    status: "pending",
    attempts: 0,
  } as const;
  return { added, first: { ...stored, loaded: toLoaded(row as LoadedRow) } };
}

async function underWay(
  db: Kysely<BacklotSchema>,
  channel: string,
  limit: number,
): ReturnType<Inbox["underWay"]> {
  const { rows } = await sql<Row>`
    SELECT DISTINCT ON (p.session_id) e.event, e.session_id, e.turn_id, e.attempts, p.event_id AS pending
      FROM backlot.pending p JOIN backlot.events e ON e.id = p.event_id
      WHERE ${storable(channel)} = concat_ws(' ', e.event->'place'->>'platform',
        e.event->'place'->>'workspace', e.event->'place'->>'channel')
      ORDER BY p.session_id, p.seq LIMIT ${upTo(limit)}`.execute(db);
  return rows.map(toStoredEvent);
}

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

type Row = Omit<StoredEvent, "status"> & { readonly pending: string | null };

/** An event that was dropped counts as done: nobody waits for its answer. */
function toStoredEvent({ pending, ...row }: Row): StoredEvent {
  return { ...row, status: pending === null ? "done" : "pending" };
}
