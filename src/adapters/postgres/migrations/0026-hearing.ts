/**
 * How far each channel and thread has been heard, and what came while nobody listened and waits for somebody to ask for
 * it. A mark is compared by length first: ids of Discord are numbers written as text.
 */
export const hearing = [
  `CREATE TABLE backlot.marks (
    platform text NOT NULL,
    place_workspace text NOT NULL,
    channel text NOT NULL,
    thread text NOT NULL,
    last text COLLATE "C" NOT NULL,
    heard_at timestamptz NOT NULL,
    PRIMARY KEY (platform, place_workspace, channel, thread)
  ) WITH (fillfactor = 50)`,
  `CREATE TABLE backlot.held (
    event_id text PRIMARY KEY,
    session_id text NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    event jsonb NOT NULL
  )`,
  "CREATE INDEX held_of_session ON backlot.held (session_id, seq)",
];
