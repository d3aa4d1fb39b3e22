import { bibleFunctions } from "./0004-bible-functions.ts";
import { turnFunction } from "./0005-turn-function.ts";

/** The functions that write a turn, as they are now: a database from before points, stale marks and redo has older ones. */
export const functionsAnew = [...bibleFunctions, ...turnFunction].map((statement) =>
  statement.replace(/^CREATE FUNCTION/, "CREATE OR REPLACE FUNCTION"),
);
