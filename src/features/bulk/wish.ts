import type { ChoiceAction } from "../../domain/choice.ts";

/** What somebody wants made, as they said it. */
export interface Wish {
  readonly kind: string;
  /** Empty where the rows or the selection say how many. */
  readonly count: string | number;
  readonly brief: string;
  /** Of what there is: "missing" or "all". */
  readonly selection?: string;
  /** The message with the rows, by its id. */
  readonly rows?: string;
  /** So many items were shown to whoever said yes; any number will do for a program that says so. */
  readonly confirmed?: number | "any";
  /** Yes to a second one like one that runs. */
  readonly again?: boolean;
}

/** The wish as a button asks for it. What is left out stays as it was wished. */
export function wishAction(wish: Wish): ChoiceAction & { type: "command" } {
  const { kind, count, brief, selection, rows, confirmed, again } = wish;
  const options = {
    kind,
    count: String(count),
    brief,
    ...(selection ? { selection } : {}),
    ...(rows ? { rows } : {}),
    ...(confirmed === undefined ? {} : { confirmed }),
    ...(again ? { again } : {}),
  };
  return { type: "command", command: "bulk", options };
}
