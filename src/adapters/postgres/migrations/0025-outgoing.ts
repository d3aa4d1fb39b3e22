/**
 * What was given up and nobody was told, and replies that are shown while they are written: a reply that is half
 * written when a process dies is found again by these, and neither left hanging nor posted twice.
 */
export const outgoing = [
  "ALTER TABLE backlot.deliveries ADD COLUMN untold boolean NOT NULL DEFAULT false",
  "CREATE INDEX deliveries_untold ON backlot.deliveries (session_id, seq) WHERE untold",
  `CREATE TABLE backlot.drafts (
    message_id text PRIMARY KEY,
    session_id text NOT NULL,
    platform_id text,
    begun_ms bigint NOT NULL
  )`,
];
