import type { Discourse } from "../parts/discourse.ts";
import { sceneNamed } from "../parts/scene-name.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";

/** The scene from which on something is so, in the message's words, and where the words for it end. */
export interface Since {
  readonly scene: string;
  readonly to: number;
}

const SINCE = firstOf(
  pattern("ever? since"),
  pattern("as of"),
  pattern("starting|beginning with|from|in"),
  pattern("after"),
);
const FROM = pattern("from");
const ON = pattern("on|onward|onwards|forward");

/** "since the diner scene", "from scene 12 on", "ever since INT. DINER" at `index`. */
export function sinceAt(s: Sentence, index: number, talk: Discourse): Since | undefined {
  const start = low(s, index) === "," ? index + 1 : index;
  const since = SINCE(s, start);
  const from = Math.max(since, FROM(s, start));
  if (from <= start) return undefined;
  const scene = sceneNamed(s, from, talk)?.to;
  const on = scene === undefined ? -1 : ON(s, scene);
  if (scene === undefined || (since < 0 && on < 0)) return undefined;
  const first = low(s, from) === "the" ? from + 1 : from;
  const text = talk.text.slice(at(s, first).start, at(s, scene - 1).end).replace(/\s+/g, " ");
  return { scene: text, to: Math.max(on, scene) };
}
