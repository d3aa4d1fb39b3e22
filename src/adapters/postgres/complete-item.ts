import { type Kysely, sql } from "kysely";
import type { Change } from "../../domain/bible/change.ts";
import type { Operation } from "../../domain/operation.ts";
import { bibleWrite } from "./bible-write.ts";
import { orConflict, unlessUnwanted } from "./conflicts.ts";
import { type OperationRow, toOperation } from "./operation-row.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable, storableJson } from "./storable.ts";

/** One statement: this runs once for every item of bulk work and must cost less than the job around it. */
export async function completeItem(
  db: Kysely<BacklotSchema>,
  id: string,
  index: number,
  name: string,
  change: Change,
): Promise<Operation | undefined> {
  const bible = storableJson(bibleWrite([change], []));
  const result = await unlessUnwanted(
    orConflict(
      sql<OperationRow>`SELECT * FROM backlot.complete_item(
        ${storable(id)}, ${index}, ${storable(name)}, ${change.at}, ${change.entry_id}, ${bible}::jsonb)`.execute(
        db,
      ),
    ),
  );
  return result?.rows.map(toOperation)[0];
}
