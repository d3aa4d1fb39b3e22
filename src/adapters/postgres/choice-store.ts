import type { Kysely } from "kysely";
import type { ChoiceStore } from "../../ports/choice-store.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable } from "./storable.ts";

/** Every call is one statement. */
export function createChoiceStore(db: Kysely<BacklotSchema>): ChoiceStore {
  return {
    get: async (id) => {
      const row = await db
        .selectFrom("backlot.choices")
        .select(["doc", "state", "pressed_by", "message_id"])
        .where("id", "=", storable(id))
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { doc, state, pressed_by, message_id } = row;
      return { choice: { ...doc, state, ...(pressed_by === null ? {} : { pressed_by }) }, message_id };
    },
    form: async (id) =>
      db
        .selectFrom("backlot.forms")
        .select(["session_id", "action"])
        .where("id", "=", storable(id))
        .executeTakeFirst(),
  };
}
