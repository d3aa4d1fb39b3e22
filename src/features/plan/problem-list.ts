import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { DefinitionProblem } from "./definition/problem.ts";

const MAX_LISTED = 10;

/** The answer to a workflow that is wrong: each mistake by its line, the first ten. Nothing is written. */
export function problemList(
  problems: readonly DefinitionProblem[],
  head: string,
  after: readonly DraftBlock[] = [],
): Outcome {
  const items = problems.slice(0, MAX_LISTED).map(({ line, message }) => `line ${line}: ${message}`);
  const more = problems.length - items.length;
  const all = more > 0 ? [...items, `and ${more} more`] : items;
  const count = problems.length === 1 ? "One thing is" : `${problems.length} things are`;
  return {
    refusal: {
      code: "invalid",
      message: `${head} ${count} wrong with it: ${items.join(" ")}`,
      hint: "Put it right and send it again.",
    },
    blocks: [{ type: "list", title: `${head} ${count} wrong with it:`, items: all }, ...after],
  };
}
