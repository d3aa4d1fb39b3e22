import type { CompiledQuery, Kysely, RawBuilder } from "kysely";
import type { BacklotSchema } from "./schema.ts";

/** Where a value goes. */
class Slot {
  readonly name: PropertyKey;

  constructor(name: PropertyKey) {
    this.name = name;
  }
}

/**
 * A statement whose text is the same each time: it is put together once, which takes as long as running it does. `build`
 * is given what stands for a value until there is one.
 */
export function fixed<Values extends object, Row>(
  build: (value: (name: keyof Values) => unknown) => RawBuilder<Row>,
): (db: Kysely<BacklotSchema>, values: Values) => Promise<readonly Row[]> {
  let compiled: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    compiled ??= build((name) => new Slot(name)).compile(db);
    const parameters = compiled.parameters.map((each) =>
      each instanceof Slot ? values[each.name as keyof Values] : each,
    );
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows;
  };
}
