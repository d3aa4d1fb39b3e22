import type { Change } from "./change.ts";
import { type Author, clearDesk, openDesk, setLater } from "./desk.ts";
import type { Entry } from "./entry.ts";
import type { Evidence, FactValue } from "./fact.ts";

export interface LaterInput extends Omit<Author, "fact_status"> {
  readonly entry: Entry;
  readonly field: string;
  /** Has passed `checkField`. */
  readonly value: FactValue;
  readonly scene: Entry;
  readonly evidence?: Evidence | undefined;
}

/** A field takes another value in the story from a scene on; what it is before stays. The same scene again replaces what was said of it. */
export function applyLater(input: LaterInput): readonly Change[] {
  const { entry, field, value, scene, evidence } = input;
  const desk = openDesk({ ...input, fact_status: "confirmed" }, [entry, scene]);
  setLater(desk, entry, field, {
    value,
    from_id: scene.id,
    from: scene.name,
    ...(evidence === undefined ? {} : { evidence }),
    by: input.said_by ?? input.by,
    at: input.at,
  });
  return clearDesk(desk);
}
