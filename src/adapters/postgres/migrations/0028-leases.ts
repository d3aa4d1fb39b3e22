/**
 * Who holds what among processes. Not logged: a server that crashed has no holders left, and every holder asks within
 * seconds. The tokens are, and so never come twice.
 */
export const leases = [
  "CREATE SEQUENCE backlot.lease_tokens",
  `CREATE UNLOGGED TABLE backlot.leases (
    name text PRIMARY KEY,
    token bigint NOT NULL,
    until timestamptz NOT NULL
  ) WITH (fillfactor = 50)`,
];
