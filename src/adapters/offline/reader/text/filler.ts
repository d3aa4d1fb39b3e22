import { wordSet } from "../words/word-set.ts";
import type { Token } from "./token.ts";

const FILLERS = wordSet("basically essentially kinda sorta mostly really like literally");
const PAIRS = wordSet("kind of,sort of,pretty much,more or");
const STOPS = wordSet("\n,\n\n,.,!,?,…,so,and,ok,okay");
const STORIES = wordSet("it this that story film movie short script");
const OPENINGS = wordSet("it its there two three the a our this");

/**
 * How many tokens from `index` on only soften how the story is told: "it's basically about …", "so basically its two
 * sisters". Elsewhere such words hedge ("she is basically a nun") and stay.
 */
export function fillerAt(tokens: readonly Token[], index: number, kept: readonly Token[]): number {
  const one = tokens[index]?.low ?? "";
  const pair = PAIRS.has(`${one} ${tokens[index + 1]?.low ?? ""}`);
  const size = pair ? (one === "more" ? 3 : 2) : FILLERS.has(one) ? 1 : 0;
  if (size === 0) return 0;
  const next = tokens[index + size]?.low ?? "";
  const before = kept.at(-1)?.low ?? "";
  const earlier = kept.at(-2)?.low ?? "";
  const ofStory = before === "its" || (["'s", "is"].includes(before) && STORIES.has(earlier));
  if (next === "about") return ofStory || before === "" || STOPS.has(before) ? size : 0;
  if (!["basically", "essentially"].includes(one)) return 0;
  if (ofStory) return size;
  return (before === "" || STOPS.has(before)) && OPENINGS.has(next) ? size : 0;
}
