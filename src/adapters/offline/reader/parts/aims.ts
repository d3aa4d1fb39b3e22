import { low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import type { Read } from "./ages.ts";
import type { Discourse } from "./discourse.ts";
import { compact, textField } from "./fields.ts";
import { phraseEnd } from "./phrase.ts";

/** What a character is after, by its verb: told as it is said ("investigating corruption"). */
const PURSUITS = wordSet(
  "investigating hunting chasing seeking avenging fleeing escaping pursuing tracking uncovering exposing protecting plotting fighting hiding grieving mourning struggling raising solving recovering rebuilding",
);
const TWO_WORDS: readonly ReturnType<typeof pattern>[] = [
  pattern("looking|searching for"),
  pattern("trying|desperate|determined|hoping|longing|planning|plotting|fighting|willing|sworn|itching to"),
  pattern("running|hiding|on from|out|the run?|from? of?"),
  pattern("on a mission|quest|journey to|for"),
  pattern("out for|to"),
  pattern("hell-bent|hellbent|bent|set|intent on"),
  pattern("obsessed with|by"),
  pattern("saving up|money? for"),
  pattern("struggling|fighting|trying|coping|dealing to|with|for|against"),
  pattern("torn between"),
];
const LIVING = pattern("living|working|based|stationed|hiding|stranded|born in|at|near|on");
const MOVED_BY = pattern("motivated|driven|fuelled|fueled by");
const HAUNTED = pattern("haunted|traumatised|traumatized|scarred by");
const ADDICTED = pattern("addicted to");

/** A participle or adjective that tells an aim, what drives someone, a wound or an addiction. */
export function pursuitAt(s: Sentence, index: number, talk: Discourse): Read | undefined {
  const objects: readonly [string, number][] = [
    ["motivation", MOVED_BY(s, index)],
    ["wound", HAUNTED(s, index)],
  ];
  for (const [field, from] of objects) {
    if (from >= 0) return whole(s, talk, field, from);
  }
  if (LIVING(s, index) >= 0 && low(s, index) !== "hiding") return whole(s, talk, "background", index);
  if (ADDICTED(s, index) >= 0) return whole(s, talk, "flaw", index);
  if (PURSUITS.has(low(s, index)) || TWO_WORDS.some((two) => two(s, index) > index + 1)) {
    return whole(s, talk, "motivation", index);
  }
  return undefined;
}

function whole(s: Sentence, talk: Discourse, field: string, from: number): Read | undefined {
  const to = phraseEnd(s, from);
  const fields = compact([textField(s, talk, field, from, to)]);
  return fields.length === 0 ? undefined : { fields, to };
}
