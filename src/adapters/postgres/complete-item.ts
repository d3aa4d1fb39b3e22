import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Change } from "../../domain/bible/change.ts";
import { changesMarks, type StaleWrite } from "../../domain/bible/stale.ts";
import type { Operation, Usage } from "../../domain/operation.ts";
import type { MadeItem, Unwritten } from "../../ports/operation-store.ts";
import { bibleWrite } from "./bible-write.ts";
import { orConflict, unlessUnwanted } from "./conflicts.ts";
import { type OperationRow, toOperation } from "./operation-row.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable, storableJson } from "./storable.ts";

interface Item {
  readonly id: string;
  readonly index: number;
  readonly name: string;
}

/** One statement: this runs once for every item of bulk work and must cost less than the job around it. */
export async function completeItem(
  db: Kysely<BacklotSchema>,
  { id, index, name }: Item,
  change: Change,
  stale: StaleWrite | undefined,
  usage: Usage | undefined,
): Promise<Operation | undefined> {
  const bible = storableJson(bibleWrite([change], []));
  const item = sql`${storable(id)}, ${index}, ${storable(name)}, ${change.at}, ${change.entry_id}, ${bible}::jsonb`;
  const marks = stale && changesMarks(stale) ? sql`${storableJson(marksOf(stale))}::jsonb` : undefined;
  if (usage)
    return ended(
      db,
      sql`backlot.complete_item_spending(${item}, ${marks ?? sql`NULL`}, ${storableJson(usage)}::jsonb)`,
    );
  return ended(
    db,
    marks ? sql`backlot.complete_item_and_marks(${item}, ${marks})` : sql`backlot.complete_item(${item})`,
  );
}

/** One statement for all of them, at the time of the last. */
export async function completeItems(
  db: Kysely<BacklotSchema>,
  id: string,
  items: readonly MadeItem[],
): Promise<Operation | undefined> {
  const changes = items.map(({ change }) => change);
  const rows = items.map(({ index, name, change }) => ({ index, name, entry_id: change.entry_id }));
  const bible = sql`${storableJson(bibleWrite(changes, []))}::jsonb`;
  return ended(
    db,
    sql`backlot.complete_items(${storable(id)}, ${changes.at(-1)?.at}, ${storableJson(rows)}::jsonb, ${bible})`,
  );
}

/** Marks an item completed that leaves the bible as it is. */
export async function passItem(
  db: Kysely<BacklotSchema>,
  { id, index, name }: Item,
  { at, entry_id }: Unwritten,
  usage: Usage | undefined,
): Promise<Operation | undefined> {
  const entry = entry_id === undefined ? null : storable(entry_id);
  const item = sql`${storable(id)}, ${index}, ${storable(name)}, ${at}, ${entry}`;
  return ended(
    db,
    usage
      ? sql`backlot.pass_item_spending(${item}, ${storableJson(usage)}::jsonb)`
      : sql`backlot.pass_item(${item})`,
  );
}

async function ended(db: Kysely<BacklotSchema>, call: RawBuilder<unknown>): Promise<Operation | undefined> {
  const result = await unlessUnwanted(orConflict(sql<OperationRow>`SELECT * FROM ${call}`.execute(db)));
  return result?.rows.map(toOperation)[0];
}

/** Parts that are empty are left out. What a change writes anew is marked by nothing of it. */
const marksOf = (stale: StaleWrite) => ({
  ...Object.fromEntries(Object.entries(stale).filter(([, rows]) => rows.length > 0)),
  new: stale.rewritten.map(({ dependant_id }) => dependant_id),
});
