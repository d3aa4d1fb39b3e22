import { NEXT_PREFIX, resolveNextChoice } from "../domain/workflow/next-choices.ts";
import { CONTROL_PREFIX, resolveControl } from "../features/bulk/controls.ts";
import type { PressResolver } from "../features/converse/parts.ts";

/** Choices that are computed, not stored. */
export const PRESSES: readonly PressResolver[] = [
  { prefix: CONTROL_PREFIX, resolve: (_turn, id) => resolveControl(id) },
  {
    prefix: NEXT_PREFIX,
    resolve: (turn, id) => {
      const offer = resolveNextChoice(id, turn);
      return offer === undefined || offer === "expired" ? offer : offer.action;
    },
    offer: (turn, id) => {
      const offer = resolveNextChoice(id, turn);
      return offer === "expired" ? undefined : offer;
    },
  },
];
