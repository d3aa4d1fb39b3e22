import type { Change } from "./change.ts";
import { linkedIds } from "./links.ts";

/**
 * The changes of a turn that one of them took with it, itself among them, in the order of the turn: undone alone, a
 * rename would leave the old name everywhere else. A removal, a rename and a making reach what is linked to the entry;
 * a scene or a character made in the same turn is a thing of its own and stays. Two entries that became one are parted
 * whole.
 */
export function carriedWith(change: Change, turn: readonly Change[]): readonly Change[] {
  const start = turn.find((each) => each.id === change.id);
  if (start === undefined) return [change];
  const merged = turn.some((each) => each.action === "merged");
  if (merged && start.action !== "updated") return turn;
  const carried = new Set([start]);
  for (const one of carried)
    if (reachesOthers(one))
      for (const other of turn) if (leansOn(other, one.entry_id) && !isOwnThing(other)) carried.add(other);
  return turn.filter((each) => carried.has(each));
}

/** Whether a change may have been carried into other entries. */
export const reachesOthers = ({ action, before, after }: Change): boolean =>
  action !== "updated" || before?.name !== after?.name;

const leansOn = ({ before, after }: Change, id: string): boolean =>
  [before, after].some((entry) => entry !== null && linkedIds(entry).includes(id));

const isOwnThing = ({ action, kind }: Change): boolean => action === "created" && kind !== "relationship";
