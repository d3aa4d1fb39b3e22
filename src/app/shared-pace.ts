import type { Operation } from "../domain/operation.ts";
import { Pace } from "../features/bulk/pace.ts";
import type { Bus } from "../ports/bus.ts";

const ENDED = "pace-ended";
const USED = "pace-used";

type Tokens = Parameters<Pace["used"]>[0];

/** What items took lately, in all processes: those that say what work would take are not those that do it. */
export function sharedPace(bus: Bus): Pick<Pace, "ended" | "used" | "of"> {
  const pace = new Pace();
  bus.subscribe(ENDED, (operation) => pace.ended(operation as Operation));
  bus.subscribe(USED, (tokens) => pace.used(tokens as Tokens));
  return {
    ended: (operation) => bus.publish(ENDED, operation),
    used: (tokens) => bus.publish(USED, tokens),
    of: (type, offline) => pace.of(type, offline),
  };
}
