import { Ban, Check, Circle, CircleDot, Lock, RotateCcw, SkipForward } from "lucide-react";
import type { WorkflowStep } from "../api/wire.ts";

interface Look {
  readonly icon: typeof Check;
  /** The state in a word or two: colour never says it alone. */
  readonly word: string;
}

const LOOKS: Readonly<Record<string, Look>> = {
  completed: { icon: Check, word: "done" },
  skipped: { icon: SkipForward, word: "skipped" },
  active: { icon: CircleDot, word: "now" },
  available: { icon: Circle, word: "open" },
  blocked: { icon: Ban, word: "blocked" },
  locked: { icon: Lock, word: "waits" },
  stale: { icon: RotateCcw, word: "may be out of date" },
};

/** A state that this page does not know yet is told by its own name. */
export const lookOf = (state: string): Look => LOOKS[state] ?? { icon: Circle, word: state };

/** Done with, whatever may be said against it since. */
export const isPassed = ({ state }: Pick<WorkflowStep, "state">): boolean =>
  state === "completed" || state === "skipped" || state === "stale";
