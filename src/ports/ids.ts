import type { IdKind } from "../domain/ids.ts";

export interface Ids {
  /** A new id; later ids sort after earlier ones of the same process. */
  next(kind: IdKind): string;
  /** A whole number in [0, 2^31), for seeds. */
  seed(): number;
}
