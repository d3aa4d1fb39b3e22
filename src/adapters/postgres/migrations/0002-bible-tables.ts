/** The story bible, how its entries are found, its history, and bulk work. */
export const bibleTables = [
  // Characters, locations and props have names of their own (twin 0); any other kind tells its twins apart by their number.
  `CREATE TABLE backlot.entries (
    id text PRIMARY KEY,
    project_id text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    sort_name text NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    twin bigint GENERATED ALWAYS AS (CASE WHEN kind IN ('character', 'location', 'prop') THEN 0 ELSE seq END) STORED,
    living boolean NOT NULL,
    version integer NOT NULL,
    doc jsonb NOT NULL
  ) WITH (fillfactor = 80)`,
  // Both the rule that a name is taken once and the order in which a bible is listed.
  `CREATE UNIQUE INDEX entries_living
    ON backlot.entries (project_id, kind, sort_name, twin) WHERE living`,
  "CREATE INDEX entries_newest ON backlot.entries (project_id, kind, seq) WHERE living",
  // Rank 0: a whole name, alias, heading or set. Rank 1: a part of one.
  `CREATE TABLE backlot.entry_names (
    project_id text NOT NULL,
    key text NOT NULL,
    rank smallint NOT NULL,
    entry_id text NOT NULL,
    PRIMARY KEY (project_id, key, rank, entry_id)
  )`,
  `CREATE TABLE backlot.entry_links (
    target_id text NOT NULL,
    entry_id text NOT NULL,
    PRIMARY KEY (target_id, entry_id)
  )`,
  `CREATE TABLE backlot.changes (
    id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    project_id text NOT NULL,
    entry_id text NOT NULL,
    session_id text,
    turn_id text,
    operation_id text,
    undoes text,
    undone boolean NOT NULL,
    doc jsonb NOT NULL,
    before jsonb,
    after jsonb
  )`,
  "CREATE INDEX changes_of_project ON backlot.changes (project_id, seq)",
  "CREATE INDEX changes_of_entry ON backlot.changes (entry_id, seq)",
  "CREATE INDEX changes_of_session ON backlot.changes (session_id, seq) WHERE session_id IS NOT NULL",
  "CREATE INDEX changes_of_turn ON backlot.changes (turn_id, seq) WHERE turn_id IS NOT NULL",
  "CREATE INDEX changes_of_operation ON backlot.changes (operation_id, seq) WHERE operation_id IS NOT NULL",
  `CREATE INDEX changes_undoable ON backlot.changes (session_id, seq)
    WHERE session_id IS NOT NULL AND NOT undone AND undoes IS NULL`,
  `CREATE TABLE backlot.operations (
    id text PRIMARY KEY,
    project_id text NOT NULL,
    session_id text NOT NULL,
    turn_id text NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    status text NOT NULL,
    total integer NOT NULL,
    completed integer NOT NULL,
    failed integer NOT NULL,
    cancelled integer NOT NULL,
    shown boolean NOT NULL,
    round integer NOT NULL,
    ended_at text,
    doc jsonb NOT NULL
  ) WITH (fillfactor = 50)`,
  "CREATE INDEX operations_of_project ON backlot.operations (project_id, seq)",
  "CREATE INDEX operations_of_turn ON backlot.operations (turn_id)",
  `CREATE INDEX operations_unfinished ON backlot.operations (seq)
    WHERE status IN ('pending', 'processing') OR NOT shown`,
  `CREATE TABLE backlot.operation_items (
    operation_id text NOT NULL,
    index integer NOT NULL,
    status text NOT NULL,
    name text,
    entry_id text,
    error text,
    attempts integer NOT NULL DEFAULT 0,
    PRIMARY KEY (operation_id, index)
  ) WITH (fillfactor = 70)`,
];
