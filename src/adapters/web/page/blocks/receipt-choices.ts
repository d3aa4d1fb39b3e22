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

/** A reply that undoes something offers to do it again under this word. */
export const backWord = (blocks: readonly Block[]): "Undo" | "Redo" =>
  repeatedChoices(blocks).some(({ label }) => label === "Redo") ? "Redo" : "Undo";

const isBack = (label: string): boolean => label === "Undo" || label === "Redo";

function isEdit(label: string, name: string): boolean {
  const start = `Edit ${name}`;
  return label === start || (CUT.test(label) && start.startsWith(label.replace(CUT, "")));
}
