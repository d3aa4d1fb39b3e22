import type { Block, OfferedChoice } from "../api/wire.ts";

const CUT = /…$/;

/**
 * The choices of a reply that only repeat its receipt's own buttons: platforms whose receipts have none need them.
 * Matched by label, so that a choice that is worded otherwise is shown rather than lost.
 */
export function repeatedChoices(blocks: readonly Block[]): readonly OfferedChoice[] {
  const lines = blocks.flatMap((block) => (block.type === "receipt" ? block.lines : []));
  if (lines.length === 0) return [];
  const offered = blocks.flatMap((block) => (block.type === "choices" ? block.choices : []));
  return offered.filter(({ label }) => isBack(label) || lines.some(({ name }) => isEdit(label, name)));
}

export interface WayBack {
  /** A reply that undoes something offers to do it again. */
  readonly word: "Undo" | "Redo";
  /** Takes back the whole reply at once. Undefined when there is none, or it was pressed. */
  readonly choice_id: string | undefined;
}

export function wayBack(blocks: readonly Block[]): WayBack {
  const choice = repeatedChoices(blocks).find(({ label }) => isBack(label));
  return {
    word: choice?.label === "Redo" ? "Redo" : "Undo",
    choice_id: choice?.state === "open" ? choice.id : undefined,
  };
}

const isBack = (label: string): boolean => label === "Undo" || label === "Redo";

function isEdit(label: string, name: string): boolean {
  const start = `Edit ${name}`;
  return label === start || (CUT.test(label) && start.startsWith(label.replace(CUT, "")));
}
