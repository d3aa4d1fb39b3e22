import { type Discourse, sentencesIn } from "../parts/discourse.ts";
import { low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isShopTalk } from "./mood.ts";

/** The next sentence goes on about "him" or "her": whoever was named last is a person. */
export function isFollowed(s: Sentence, talk: Discourse): boolean {
  const [next] = sentencesIn(talk, s.end, talk.text.length, 1);
  return next !== undefined && ["he", "she"].includes(low(next, 0)) && !isShopTalk(next, 0);
}
