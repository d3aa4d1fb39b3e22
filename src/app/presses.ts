import { STOP_PREFIX, turnToStop } from "../chat/stop.ts";
import { NEXT_PREFIX, resolveNextChoice } from "../domain/workflow/next-choices.ts";
import { CONTROL_PREFIX, resolveControl, showingControl } from "../features/bulk/controls.ts";
import type { PressResolver } from "../features/converse/parts.ts";
import { MISSED_PREFIX, resolveMissed } from "../features/hear/missed-choices.ts";
import { HOOK_PREFIX, resolveRetry } from "../features/orchestrate/retry-choice.ts";
import { FILM_PREFIX, filmAnswer, filmChosen, filmQuestion } from "../features/projects/lobby.ts";

/** Choices that are computed, not stored. */
export const PRESSES: readonly PressResolver[] = [
  { prefix: FILM_PREFIX, resolve: filmAnswer, shownIn: filmQuestion, late: filmChosen },
  {
    prefix: STOP_PREFIX,
    resolve: (_turn, id) => {
      const turn = turnToStop(id);
      return turn === undefined ? undefined : { type: "command", command: "stop", options: { turn } };
    },
  },
  { prefix: HOOK_PREFIX, resolve: (_turn, id) => resolveRetry(id) },
  { prefix: MISSED_PREFIX, resolve: (_turn, id) => resolveMissed(id) },
  {
    prefix: CONTROL_PREFIX,
    resolve: (_turn, id) => resolveControl(id),
    offer: (_turn, id) => showingControl(id),
  },
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
