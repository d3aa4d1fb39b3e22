import { firstOf, pattern } from "../text/match.ts";
import { back } from "./back.ts";
import { type Rule, requests } from "./rule.ts";

const HELP = firstOf(
  pattern("help me? please?"),
  pattern("what can|could you|u|i|we do|ask|say|type here?"),
  pattern("how does|do this|it|you|backlot work"),
  pattern("how do|can i|we use you|this|it|backlot"),
  pattern("commands|usage"),
  pattern("show|list me? the|all? commands|help"),
  pattern("what are the|your commands"),
  pattern("what|which commands are|do there|you have?"),
);

/** The whole sentence is "undo", "redo" or a cry for help. */
export const control: Rule = (s, index, talk) => {
  const taken = back(s, index, talk);
  if (taken !== undefined) return taken;
  const help = HELP(s, index);
  if (help > 0 && help >= s.tokens.length) return requests(help, { type: "help" });
  return undefined;
};
