import type { Mention, Statement } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { soundKey } from "../../../../lib/sound-key.ts";
import { type Discourse, referentOf, speakOf } from "../parts/discourse.ts";
import { oneEditApart } from "../parts/known.ts";
import { spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { found, type Rule } from "./rule.ts";

/** Somebody has another name; what follows in the message ("and she's 40") is of the same one still. */
export function renamed(
  s: Sentence,
  index: number,
  talk: Discourse,
  subject: Mention,
  name: string,
  to: number,
): ReturnType<Rule> {
  if (name === subject.name) return undefined;
  const entry = talk.known.all.find((one) => one.entry_id === subject.entry_id);
  if (entry !== undefined) {
    const { also = [], ...referent } = referentOf(entry);
    speakOf(talk, { ...referent, also: [...also, name] });
  }
  const statement: Statement = { type: "rename", subject, name, span: spanOf(s, index, to) };
  return found(to, [statement]);
}

/** Nearly the same name: they sound alike, differ in one letter, or begin alike. */
export function isAlike(one: string, other: string): boolean {
  const [a, b] = [nameKey(one), nameKey(other)];
  return oneEditApart(a, b) || soundKey(a) === soundKey(b) || a.slice(0, 2) === b.slice(0, 2);
}
