/**
 * Documents of a few kilobytes stay in their row as they are. By default Postgres compresses whatever passes two, which
 * costs the embedded database more than all the rest of a write.
 */
const TABLES = ["entries", "changes", "messages", "frames", "turns", "events", "choices"];

export const wholeRows = TABLES.map(
  (table) => `ALTER TABLE backlot.${table} SET (toast_tuple_target = 8160)`,
);
