import type { Block } from "./reply.ts";

/** A message in which each choice stands once: platforms take no two buttons of one id, and it is the same choice. */
export function onceEach(blocks: readonly Block[]): Block[] {
  const seen = new Set<string>();
  return blocks.map((block) => {
    if (block.type !== "choices") return block;
    const choices = block.choices.filter(({ id }) => !seen.has(id) && seen.add(id));
    return choices.length === block.choices.length ? block : { ...block, choices };
  });
}
