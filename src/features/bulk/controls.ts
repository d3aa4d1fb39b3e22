import type { ChoicesBlock } from "../../chat/reply.ts";
import type { ChoiceAction, ChoiceCategory, Offer } from "../../domain/choice.ts";
import type { Operation } from "../../domain/operation.ts";
import { BULK_KINDS } from "./kinds/index.ts";

/**
 * The buttons under a progress message. They are computed from the operation, not stored: their ids say all they do,
 * so they outlive restarts, and a new round of work has buttons of its own.
 */
export const CONTROL_PREFIX = "opc_";

const CONTROLS = ["pause", "resume", "cancel", "retry", "undo", "details"] as const;
export type Control = (typeof CONTROLS)[number];

const LOOKS: Record<
  Control,
  { readonly label: string; readonly description: string; readonly category: ChoiceCategory }
> = {
  pause: {
    label: "Pause",
    description: "What runs now is finished, the rest waits",
    category: "manual",
  },
  resume: { label: "Resume", description: "Goes on where it stopped", category: "recommended" },
  cancel: {
    label: "Cancel",
    description: "Stops what is not done and keeps what is",
    category: "manual",
  },
  retry: { label: "Retry failed", description: "Tries only the failed ones again", category: "recommended" },
  undo: { label: "Undo all", description: "Takes back everything this operation made", category: "manual" },
  details: { label: "Details", description: "Shows it item by item", category: "manual" },
};

export function controlsOf(operation: Operation): ChoicesBlock {
  const choices = controlsFor(operation).map((control) => ({
    ...LOOKS[control],
    id: `${CONTROL_PREFIX}${operation.id}_${control}_${serialOf(operation, control)}`,
    session_id: operation.session_id,
    turn_id: operation.turn_id,
    state: "open" as const,
  }));
  return { type: "choices", choices };
}

/** What a control's id asks for, as a command. The command itself checks that the operation is there and may be touched. */
export function resolveControl(choiceId: string): (ChoiceAction & { type: "command" }) | undefined {
  const match = PATTERN.exec(choiceId);
  const [, operation, control] = match ?? [];
  if (!operation || !control) return undefined;
  return { type: "command", command: "jobs", options: { action: control, operation } };
}

export const labelOf = (control: Control): string => LOOKS[control].label;

/** Of the controls, what only shows something, so that it may be pressed again. */
export function showingControl(choiceId: string): Offer | undefined {
  const action = resolveControl(choiceId);
  return action?.options.action === "details" ? { ...LOOKS.details, action } : undefined;
}

/** What may be done with an operation as it stands now. */
export function controlsFor({ type, status, progress }: Operation): readonly Control[] {
  if (status === "pending" || status === "processing") return ["pause", "cancel", "details"];
  if (status === "paused") return ["resume", "cancel", "details"];
  return [
    ...(progress.failed > 0 && status !== "cancelled" ? (["retry"] as const) : []),
    ...(progress.completed > 0 && BULK_KINDS[type].writes ? (["undo"] as const) : []),
    "details",
  ];
}

const PATTERN = new RegExp(`^${CONTROL_PREFIX}(opn_.+)_(${CONTROLS.join("|")})_[\\d.]+$`);

/** A control acts once a round. Details say something new whenever an item has ended. */
function serialOf({ round, progress }: Operation, control: Control): string {
  if (control !== "details") return `${round}`;
  return `${round}.${progress.completed}.${progress.failed}.${progress.cancelled}`;
}
