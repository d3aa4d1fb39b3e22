import { sql } from "kysely";
import { storable } from "./storable.ts";

/*
 * A prepared statement is planned anew each time for as long as its values promise a cheaper plan than unknown ones:
 * a small limit and a short array do, for ever, and planning takes several times as long as reading. Neither shows
 * through these.
 */

/** At most so many rows. */
export const upTo = (limit: number) => sql<number>`(SELECT ${limit}::integer)`;

/** A FROM item `wanted(key, place)`: a row for each key, with its place in the list. */
export const wanted = (keys: readonly string[]) =>
  sql`jsonb_array_elements_text(${JSON.stringify(keys.map(storable))}::jsonb) WITH ORDINALITY AS wanted(key, place)`;
