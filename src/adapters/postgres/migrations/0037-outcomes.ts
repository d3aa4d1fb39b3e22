/**
 * Who waits to be told alone what they did came to, and how a platform tells them. What stands here is a secret for as
 * long as it does: a row is gone once it was used.
 */
export const outcomes = [
  `CREATE TABLE backlot.outcomes (
    event_id text PRIMARY KEY,
    platform text NOT NULL,
    kept_at timestamptz NOT NULL,
    address jsonb NOT NULL
  )`,
];
