import { UserError } from "../../domain/errors.ts";
import type { PgPool } from "./pg-pool.ts";

const OLDEST = 15;

const HINT = "Check DATABASE_URL, or remove it to use the embedded database.";
/** SQLSTATE, or the system's own code, to what a person can do about it. */
const FAILURES: Readonly<Record<string, readonly [string, string]>> = {
  "28P01": ["The Postgres server does not accept the user or password in DATABASE_URL.", "Mend them there."],
  "28000": [
    "The Postgres server does not let this user in.",
    "Check the user in DATABASE_URL and pg_hba.conf.",
  ],
  "3D000": [
    "The database that DATABASE_URL names is not there.",
    "Make it with createdb, or name another one.",
  ],
  "42501": [
    "The user in DATABASE_URL may not make Backlot's schemas.",
    "GRANT CREATE ON DATABASE to that user, or make the schemas backlot and bullmq for it.",
  ],
  "53300": [
    "The Postgres server has no connection left.",
    "Raise its max_connections: each process of Backlot takes up to 20.",
  ],
};

/** Throws a UserError for a server that is too old, or whose database does not hold every letter. */
export async function checkServer(store: {
  query(text: string): Promise<Pick<Awaited<ReturnType<PgPool["query"]>>, "rows">>;
}): Promise<void> {
  const { rows } = await store.query(
    "SELECT current_setting('server_version_num')::integer AS version, current_setting('server_encoding') AS encoding",
  );
  const { version = 0, encoding = "" } = (rows[0] ?? {}) as { version?: number; encoding?: string };
  const major = Math.floor(version / 10_000);
  if (major < OLDEST)
    throw new UserError(
      "invalid",
      `The Postgres server is version ${major}.`,
      `Backlot needs ${OLDEST} or later.`,
    );
  if (encoding !== "UTF8")
    throw new UserError(
      "invalid",
      `The database keeps text as ${encoding}.`,
      "Make one with createdb --encoding=UTF8 --template=template0 and name it in DATABASE_URL.",
    );
}

/** What a start without its server is told to a person as; other errors unchanged. */
export function serverFailure(error: unknown): unknown {
  if (error instanceof UserError) return error;
  const { code = "", message = "" } = error as { code?: string; message?: string };
  const known = FAILURES[code];
  if (known) return new UserError("unavailable", known[0], known[1], { cause: error });
  const away = /^E[A-Z]+$/.test(code) || /timeout|terminated|does not support SSL/i.test(message);
  return away || code.startsWith("57P")
    ? new UserError("unavailable", "The Postgres server does not answer.", `Start it. ${HINT}`, {
        cause: error,
        retryable: true,
      })
    : error;
}
