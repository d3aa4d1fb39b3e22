import { type Kysely, sql } from "kysely";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { Place } from "../../domain/session.ts";
import type { HearingStore, HeldEvents, KnownPlace, Mark } from "../../ports/hearing-store.ts";
import { upTo, wanted } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { placeColumns } from "./session-row.ts";
import { storable, storableJson } from "./storable.ts";

const MAX_PEOPLE = 4;
/** Of one place, one after the other. */
const MAX_SESSIONS = 3;

/** Every call is one statement. */
export function createHearingStore(db: Kysely<BacklotSchema>): HearingStore {
  return {
    marks: (platform, since, limit) => marks(db, platform, since, limit),
    keep: async (marks) => {
      if (marks.length === 0) return;
      await sql`
        INSERT INTO backlot.marks AS m (platform, place_workspace, channel, thread, last, heard_at)
          SELECT platform, place_workspace, channel, thread, last, heard_at
            FROM jsonb_to_recordset(${storableJson(marks.map(toRow))}::jsonb) AS given(platform text,
              place_workspace text, channel text, thread text, last text, heard_at timestamptz)
          ON CONFLICT (platform, place_workspace, channel, thread)
            DO UPDATE SET last = excluded.last, heard_at = excluded.heard_at
            WHERE (length(m.last), m.last) < (length(excluded.last), excluded.last)`.execute(db);
    },
    hold: async (sessionId, events) => {
      if (events.length === 0) return;
      await sql`
        INSERT INTO backlot.held (event_id, session_id, event)
          SELECT given.event->>'id', ${storable(sessionId)}, given.event
            FROM jsonb_array_elements(${storableJson(events)}::jsonb) WITH ORDINALITY AS given(event, place)
            WHERE NOT EXISTS (SELECT 1 FROM backlot.events e WHERE e.id = given.event->>'id')
            ORDER BY given.place
          ON CONFLICT (event_id) DO NOTHING`.execute(db);
    },
    standing: (home, limit) => standing(db, home, limit),
    held: (sessionId) => held(db, sessionId),
    nextHeld: async (sessionId, limit) => {
      const { rows } = await sql<{ event: InboundEvent }>`
        SELECT event FROM backlot.held WHERE session_id = ${storable(sessionId)}
          ORDER BY seq LIMIT ${upTo(limit)}`.execute(db);
      return rows.map(({ event }) => event);
    },
    amendHeld: async (eventId, text) => {
      const change =
        text === null
          ? sql`DELETE FROM backlot.held WHERE event_id = ${storable(eventId)}`
          : sql`UPDATE backlot.held SET event = jsonb_set(event, '{text}', to_jsonb(${storable(text)}::text))
              WHERE event_id = ${storable(eventId)}`;
      await change.execute(db);
    },
    release: async (sessionId, eventIds) => {
      const only = eventIds ? sql`AND event_id IN (SELECT key FROM ${wanted(eventIds)})` : sql``;
      const { numAffectedRows } = await sql`
        DELETE FROM backlot.held WHERE session_id = ${storable(sessionId)} ${only}`.execute(db);
      return Number(numAffectedRows ?? 0);
    },
  };
}

async function marks(
  db: Kysely<BacklotSchema>,
  platform: string,
  since: Date,
  limit: number,
): Promise<KnownPlace[]> {
  const { rows } = await sql<PlaceRow>`
    SELECT platform, place_workspace, channel, thread, last, heard_at FROM backlot.marks
      WHERE platform = ${platform}
    UNION ALL
    SELECT s.platform, s.place_workspace, s.channel, s.thread, NULL, (s.doc->>'created_at')::timestamptz
      FROM backlot.sessions s
      WHERE s.platform = ${platform} AND s.status = 'open' AND s.last_at >= ${since.toISOString()}::timestamptz
        AND NOT EXISTS (SELECT 1 FROM backlot.marks m WHERE m.platform = s.platform
          AND m.place_workspace = s.place_workspace AND m.channel = s.channel AND m.thread = s.thread)
    ORDER BY heard_at DESC LIMIT ${upTo(limit)}`.execute(db);
  return rows.map(toPlace);
}

/** A talk that a call opened begins with the call, and its thread is named by it. */
async function standing(db: Kysely<BacklotSchema>, home: Place, limit: number): Promise<string[]> {
  const { platform, place_workspace, channel, thread } = placeColumns(home);
  const inChannel = sql`s.platform = ${platform} AND s.place_workspace = ${place_workspace} AND s.channel = ${channel}`;
  const openers = sql`
    UNION ALL SELECT first.doc FROM (
        SELECT s.id, s.thread FROM backlot.sessions s
          WHERE ${inChannel} AND s.thread <> '' ORDER BY s.thread DESC LIMIT ${upTo(limit)}
      ) AS opened CROSS JOIN LATERAL (
        SELECT m.doc FROM backlot.messages m WHERE m.session_id = opened.id ORDER BY m.seq LIMIT 1
      ) AS first WHERE first.doc->>'platform_id' = opened.thread`;
  const { rows } = await sql<{ id: string }>`
    WITH here AS MATERIALIZED (
      SELECT s.id FROM backlot.sessions s
        WHERE ${inChannel} AND s.thread = ${thread} ORDER BY s.last_at DESC LIMIT ${upTo(MAX_SESSIONS)}
    ), said AS (
      SELECT latest.doc FROM here CROSS JOIN LATERAL (
          SELECT m.doc FROM backlot.messages m WHERE m.session_id = here.id ORDER BY m.seq DESC LIMIT ${upTo(2 * limit)}
        ) AS latest WHERE latest.doc->>'platform_id' <> ${thread}
      ${home.thread === undefined ? openers : sql``}
    )
    SELECT doc->>'platform_id' AS id FROM said
      WHERE doc->>'role' = 'person' AND doc->>'platform_id' IS NOT NULL AND doc->>'taken_back' IS NULL
    UNION SELECT aside.event->>'platform_id' FROM here CROSS JOIN LATERAL (
        SELECT h.event FROM backlot.held h WHERE h.session_id = here.id ORDER BY h.seq DESC LIMIT ${upTo(limit)}
      ) AS aside WHERE aside.event->>'platform_id' IS NOT NULL`.execute(db);
  return rows.map(({ id }) => id);
}

async function held(db: Kysely<BacklotSchema>, sessionId: string): Promise<HeldEvents | undefined> {
  const { rows } = await sql<HeldRow>`
    SELECT count(*)::integer AS count, min(event->>'at') AS first, max(event->>'at') AS last,
        (SELECT json_agg(name) FROM (
          SELECT coalesce(event->'person'->>'name', event->'person'->>'id') AS name FROM backlot.held
            WHERE session_id = ${storable(sessionId)}
            GROUP BY 1 ORDER BY min(seq) LIMIT ${upTo(MAX_PEOPLE)}) AS named) AS people
      FROM backlot.held WHERE session_id = ${storable(sessionId)}`.execute(db);
  const [row] = rows;
  if (!row?.first || !row.last) return undefined;
  const { count, first, last, people } = row;
  return { count, first: new Date(first), last: new Date(last), people: people ?? [] };
}

type PlaceRow = Omit<ReturnType<typeof toRow>, "last"> & { readonly last: string | null };

interface HeldRow {
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly people: string[] | null;
}

const toRow = ({ home, last, at }: Mark) => ({ ...placeColumns(home), last, heard_at: at });

function toPlace({ platform, place_workspace, channel, thread, last, heard_at }: PlaceRow): KnownPlace {
  const home: Place = {
    platform,
    workspace: place_workspace,
    channel,
    ...(thread === "" ? {} : { thread }),
  };
  return { home, at: new Date(heard_at), ...(last === null ? {} : { last }) };
}
