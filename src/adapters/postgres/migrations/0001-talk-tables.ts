/**
 * Who talks where, what was said, and what still has to be answered or sent. Documents are kept whole in `jsonb`;
 * a column beside a document is there to be looked up, ordered by, or guarded. There are no foreign keys: rows are
 * written together by one statement, and a check per row would cost as much as the row.
 */
export const talkTables = [
  "CREATE SCHEMA IF NOT EXISTS backlot",
  `CREATE TABLE backlot.workspaces (
    id text PRIMARY KEY,
    platform text NOT NULL,
    external_id text NOT NULL,
    doc jsonb NOT NULL,
    UNIQUE (platform, external_id)
  )`,
  `CREATE TABLE backlot.projects (
    id text PRIMARY KEY,
    workspace_id text NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    version integer NOT NULL,
    doc jsonb NOT NULL
  )`,
  "CREATE INDEX projects_newest ON backlot.projects (workspace_id, seq)",
  // Rows that are written again and again keep room beside them, so that the new version needs no new index entries.
  `CREATE TABLE backlot.project_counts (
    project_id text NOT NULL,
    kind text NOT NULL,
    living integer NOT NULL,
    PRIMARY KEY (project_id, kind)
  ) WITH (fillfactor = 50)`,
  `CREATE TABLE backlot.sessions (
    id text PRIMARY KEY,
    project_id text NOT NULL,
    workspace_id text NOT NULL,
    platform text NOT NULL,
    place_workspace text NOT NULL,
    channel text NOT NULL,
    thread text NOT NULL,
    status text NOT NULL,
    created_by text NOT NULL,
    last_at timestamptz NOT NULL,
    doc jsonb NOT NULL
  ) WITH (fillfactor = 50)`,
  `CREATE UNIQUE INDEX sessions_open_place
    ON backlot.sessions (platform, place_workspace, channel, thread) WHERE status = 'open'`,
  "CREATE INDEX sessions_of_workspace ON backlot.sessions (workspace_id, last_at, id)",
  "CREATE INDEX sessions_of_project ON backlot.sessions (project_id, last_at, id)",
  "CREATE INDEX sessions_of_person ON backlot.sessions (workspace_id, created_by, last_at, id)",
  // Events and frames draw from one sequence: the frame of what a person said has its event's number.
  "CREATE SEQUENCE backlot.feed_seq",
  `CREATE TABLE backlot.events (
    id text PRIMARY KEY,
    session_id text NOT NULL,
    turn_id text NOT NULL,
    message_id text,
    seq bigint NOT NULL DEFAULT nextval('backlot.feed_seq'),
    attempts integer NOT NULL DEFAULT 0,
    event jsonb NOT NULL
  )`,
  // Apart from the events, so that answering one rewrites no document.
  `CREATE TABLE backlot.pending (
    session_id text NOT NULL,
    seq bigint NOT NULL,
    event_id text NOT NULL,
    PRIMARY KEY (session_id, seq)
  )`,
  `CREATE TABLE backlot.turns (
    event_id text PRIMARY KEY,
    turn_id text NOT NULL,
    view jsonb NOT NULL
  )`,
  `CREATE TABLE backlot.messages (
    id text PRIMARY KEY,
    session_id text NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    version integer NOT NULL,
    doc jsonb NOT NULL
  )`,
  "CREATE INDEX messages_of_session ON backlot.messages (session_id, seq)",
  `CREATE TABLE backlot.frames (
    session_id text NOT NULL,
    seq bigint NOT NULL DEFAULT nextval('backlot.feed_seq'),
    stored_at timestamptz NOT NULL DEFAULT now(),
    frame jsonb NOT NULL,
    PRIMARY KEY (session_id, seq)
  )`,
  "CREATE INDEX frames_by_age ON backlot.frames USING brin (stored_at)",
  `CREATE TABLE backlot.choices (
    id text PRIMARY KEY,
    message_id text NOT NULL,
    state text NOT NULL,
    pressed_by text,
    doc jsonb NOT NULL
  )`,
  `CREATE TABLE backlot.forms (
    id text PRIMARY KEY,
    session_id text NOT NULL,
    action jsonb NOT NULL
  )`,
  `CREATE TABLE backlot.deliveries (
    message_id text PRIMARY KEY,
    session_id text NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    wanted_version integer NOT NULL,
    delivered_version integer NOT NULL DEFAULT 0,
    platform_id text,
    attempts integer NOT NULL DEFAULT 0,
    due_ms bigint NOT NULL DEFAULT 0,
    dead boolean NOT NULL DEFAULT false,
    error text
  )`,
  `CREATE INDEX deliveries_waiting ON backlot.deliveries (seq)
    WHERE NOT dead AND wanted_version > delivered_version`,
  `CREATE INDEX deliveries_waiting_of_session ON backlot.deliveries (session_id, seq)
    WHERE NOT dead AND wanted_version > delivered_version`,
];
