import type { ChoicesBlock } from "../../chat/reply.ts";
import type { ChoiceAction } from "../../domain/choice.ts";
import type { Operation } from "../../domain/operation.ts";
import { BULK_KINDS } from "./kinds/index.ts";

/**
 * The buttons under a progress message. They are computed from the operation, not stored: their ids say all they do,
 * so they outlive restarts, and a new round of retries has buttons of its own.
 */
export const CONTROL_PREFIX = "opc_";

type Control = "cancel" | "retry" | "undo";

const LOOKS: Record<
  Control,
  { label: string; description: string; category: "recommended" | "alternative" | "manual" }
> = {
  cancel: {
    label: "Cancel",
    description: "Stops what has not begun and keeps what is done",
    category: "manual",
  },
  retry: { label: "Retry failed", description: "Tries only the failed ones again", category: "recommended" },
  undo: { label: "Undo all", description: "Takes back everything this operation made", category: "manual" },
};

export function controlsOf(operation: Operation): ChoicesBlock | undefined {
  const choices = available(operation).map((control) => ({
    ...LOOKS[control],
    id: `${CONTROL_PREFIX}${operation.id}_${control}_${operation.round}`,
    session_id: operation.session_id,
    turn_id: operation.turn_id,
    state: "open" as const,
  }));
  return choices.length > 0 ? { type: "choices", choices } : undefined;
}

/** What a control's id asks for, as a command. The command itself checks that the operation is there and may be touched. */
export function resolveControl(choiceId: string): (ChoiceAction & { type: "command" }) | undefined {
  const match = /^opc_(opn_.+)_(cancel|retry|undo)_\d+$/.exec(choiceId);
  const [, operation, control] = match ?? [];
  if (!operation) return undefined;
  if (control === "undo") return { type: "command", command: "undo", options: { operation } };
  return { type: "command", command: "bulk", options: { action: control, operation } };
}

function available(operation: Operation): Control[] {
  if (operation.status === "pending" || operation.status === "processing") return ["cancel"];
  const controls: Control[] = [];
  if (operation.progress.failed > 0 && operation.status !== "cancelled") controls.push("retry");
  if (operation.progress.completed > 0 && BULK_KINDS[operation.type].writes) controls.push("undo");
  return controls;
}
