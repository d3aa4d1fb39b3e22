import { wordSet } from "../words/word-set.ts";
import type { Token } from "./token.ts";

const ONE = new Set(["he", "she"]);
const VERBS = wordSet("is 's has can was works lives wants loves hates likes can't never always");
/** After these "he is" goes on with the clause: "says he is", "because she's", "the man he was". */
const GOES_ON = wordSet(
  "that because when whenever if and but so or who whom than what where as like until till before after since though although while how why which whether unless once even think thinks thought know knows knew say says said tell tells told believe believes hope hopes wish wishes feel feels claim claims swears admits realizes realises learns discovers pretends means bet guess sure afraid scared convinced certain proud glad sad happy sorry everything all anyone everyone nobody someone something anything nothing person one way time moment day place thing reason now then maybe yeah yes no ok okay well hears heard sees saw finds found out thing actually basically apparently",
);
const DEFINITE = wordSet("the this that every all only first last");
const MIN_WORDS = 3;

/**
 * Whether a new sentence begins at `index` though no mark stands before it, as people type in a hurry:
 * "maya is not a surgeon | she's a dentist". `before` are the tokens of the sentence so far.
 */
export function runsOn(before: readonly Token[], token: Token, next: Token | undefined): boolean {
  if (!ONE.has(token.low) || token.glued || before.length < MIN_WORDS || !VERBS.has(next?.low ?? ""))
    return false;
  const last = before.at(-1);
  if (last === undefined || last.type === "mark") return last?.low === ")";
  if (last.type === "number") return true;
  if (GOES_ON.has(last.low) || before.some(({ type, low }) => type === "mark" && low !== "/")) return false;
  return (
    !before.slice(-3).some(({ low }) => DEFINITE.has(low)) && !before.some(({ low }) => REPORTS.has(low))
  );
}

const REPORTS = wordSet(
  "that says said thinks thought knows knew believes told tells because if when who whom what",
);
