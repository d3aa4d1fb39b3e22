import { openDatabase } from "../../../../src/adapters/postgres/database.ts";
import { migrateStores } from "../../../../src/adapters/postgres/migrate.ts";
import type { BacklotSchema } from "../../../../src/adapters/postgres/schema.ts";
import { createPostgresStores } from "../../../../src/adapters/postgres/stores.ts";
import { killedTurn, STAGE, TALLY } from "./stores-kill.turns.ts";

/** A process to be killed: takes turn after turn for as long as it lives, saying the number of each once it is done. */
const [dataDir = "", from = "1"] = process.argv.slice(2);

const database = await openDatabase<BacklotSchema>({ kind: "folder", dataDir });
await migrateStores(database.kysely);
const stores = createPostgresStores(database.kysely);
if ((await stores.sessions.get(STAGE.session.id)) === undefined) {
  await stores.projects.create(STAGE.project);
  await stores.sessions.create(STAGE.session);
}
for (let n = Number(from); ; n += 1) {
  const [tally] = await stores.bible.get([TALLY]);
  const turn = killedTurn(n, tally);
  await stores.inbox.add(turn.event, turn.link, turn.said);
  await stores.turns.commit(turn.record);
  await stores.operations.complete(turn.operation.id, 0, turn.item.name, turn.item);
  process.stdout.write(`${n}\n`);
}
