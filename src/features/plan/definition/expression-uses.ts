import type { ASTNode } from "@marcbachmann/cel-js";
import { notKnown } from "./did-you-mean.ts";
import type { Known, Tell } from "./expression-names.ts";

/** Cheap for any argument. Patterns (`matches`) can take for ever, so they are not here. */
const FUNCTIONS = ["size", "startsWith", "endsWith", "contains"] as const;
const OVER_LISTS = ["all", "exists"] as const;
const OPERATIONS: readonly string[] =
  "value id . list call rcall ?: && || !_ -_ == != < <= > >= in + - * / %".split(" ");

/** Reports the first thing that an expression of a workflow may not use; true when there was one. */
export function reportUses(node: ASTNode, known: Known, tell: Tell): boolean {
  const flaw = firstFlaw(node, known, false);
  if (flaw) tell(flaw.message, flaw.at);
  return flaw !== undefined;
}

/** Reports a step id in `"lock" in done` that no step has; true when there was one. */
export function reportSteps(node: ASTNode, known: Known, tell: Tell): boolean {
  const { steps } = known;
  if (node.op === "in") {
    const [word, list] = node.args;
    if (
      list.op === "id" &&
      list.args === "done" &&
      word.op === "value" &&
      !steps.includes(String(word.args))
    ) {
      tell(notKnown(String(word.args), "a step of this file", steps), word.start);
      return true;
    }
  }
  return childrenOf(node).some((child) => reportSteps(child, known, tell));
}

interface Flaw {
  readonly message: string;
  readonly at: number;
}

function firstFlaw(node: ASTNode, known: Known, inLoop: boolean): Flaw | undefined {
  if (node.op === "[]")
    return { message: "Brackets do not look things up here; write it as count.scene.", at: node.start };
  if (!OPERATIONS.includes(node.op))
    return { message: `“${node.op}” is not used here; write it another way.`, at: node.start };
  if (node.op === "id" && node.args === "done" && !known.done)
    return { message: "A branch cannot look at done steps; use a guard for that.", at: node.start };
  const called = node.op === "call" || node.op === "rcall" ? node.args[0] : undefined;
  const loops = (OVER_LISTS as readonly (string | undefined)[]).includes(called);
  if (called !== undefined && !loops && !(FUNCTIONS as readonly string[]).includes(called))
    return { message: notKnown(called, "a function here", [...FUNCTIONS, ...OVER_LISTS]), at: node.start };
  if (loops && inLoop)
    return { message: "One “all” or “exists” cannot stand within another; split it.", at: node.start };
  for (const child of childrenOf(node)) {
    const flaw = firstFlaw(child, known, inLoop || loops);
    if (flaw) return flaw;
  }
  return undefined;
}

/** The expressions that a node is made of. */
function childrenOf(node: ASTNode): ASTNode[] {
  const found: ASTNode[] = [];
  const take = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(take);
    else if (typeof part === "object" && part !== null && "op" in part) found.push(part as ASTNode);
  };
  take(node.args);
  return found;
}
