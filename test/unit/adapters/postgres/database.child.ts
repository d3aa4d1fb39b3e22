import { sql } from "kysely";
import { lockDataFolder } from "../../../../src/adapters/postgres/data-folder-lock.ts";
import { openDatabase } from "../../../../src/adapters/postgres/database.ts";

/**
 * A process to be killed. `lock` takes the folder's lock only; `write` opens the database and adds rows for as long as
 * it lives, saying each one's number once it is committed.
 */
const [mode, dataDir = ""] = process.argv.slice(2);

if (mode === "lock") {
  await lockDataFolder(dataDir).then(
    () => process.stdout.write("held\n"),
    (error: Error) => process.stdout.write(`refused ${error.message}\n`),
  );
  setInterval(() => undefined, 60_000);
} else {
  const { kysely } = await openDatabase({ kind: "folder", dataDir });
  await sql`CREATE TABLE IF NOT EXISTS said (n int PRIMARY KEY, twin int NOT NULL)`.execute(kysely);
  const last = await sql<{ n: number }>`SELECT coalesce(max(n), 0)::int AS n FROM said`.execute(kysely);
  for (let n = (last.rows[0]?.n ?? 0) + 1; ; n += 1) {
    await kysely.transaction().execute(async (transaction) => {
      await sql`INSERT INTO said VALUES (${n}, 0)`.execute(transaction);
      await sql`UPDATE said SET twin = ${n} WHERE n = ${n}`.execute(transaction);
    });
    process.stdout.write(`${n}\n`);
  }
}
