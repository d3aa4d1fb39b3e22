import type { Mention, Statement } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { at, low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Discourse } from "./discourse.ts";
import { isTitle } from "./known.ts";
import { knownAt } from "./names.ts";

/** Somebody of the story where the message names them: tokens [from, to) of a sentence. */
export interface Person {
  readonly mention: Mention;
  readonly from: number;
  readonly to: number;
  /** "female", "male" or undefined; of a newcomer only what the message or the given name tells. */
  readonly gender: string | undefined;
  /** "zoës": the possessive is inside the word. */
  readonly owns?: boolean;
  /** This message brings them in. */
  readonly fresh: boolean;
}

export type PeopleIn = (s: Sentence) => readonly Person[];

/** Whom a message names, sentence by sentence: the entries known and those its statements bring in. */
export function peopleTold(talk: Discourse, statements: readonly Statement[]): PeopleIn {
  const fresh = new Map<string, { name: string; gender: string | undefined }[]>();
  for (const one of statements) {
    if (one.type !== "entry" || one.kind !== "character" || !one.explicit) continue;
    if (one.subject.entry_id !== undefined || one.subject.group !== undefined) continue;
    const { name } = one.subject;
    const value = one.fields.find(({ field }) => field === "gender")?.value;
    const first = nameKey(name).split(" ");
    for (const word of first) {
      if (first.length > 1 && (isTitle(word) || word.length < 2)) continue;
      const list = fresh.get(word) ?? [];
      if (list.every((each) => each.name !== name)) list.push({ name, gender: text(value) });
      fresh.set(word, list);
    }
  }
  return (s) => {
    const people: Person[] = [];
    for (let here = 0; here < s.tokens.length; here += 1) {
      const one = freshAt(s, here, fresh) ?? entryAt(s, here, talk);
      if (one === undefined) continue;
      people.push(one);
      here = one.to - 1;
    }
    return people;
  };
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

function freshAt(
  s: Sentence,
  index: number,
  fresh: ReadonlyMap<string, readonly { name: string; gender: string | undefined }[]>,
): Person | undefined {
  const start = isTitle(low(s, index)) && at(s, index).cap ? afterTitle(s, index) : index;
  const found = fresh.get(nameKey(low(s, start)));
  if (found === undefined || at(s, start).type !== "word") return undefined;
  const best =
    found.find(({ name }) => runs(s, index, name) > 0) ?? (found.length === 1 ? found[0] : undefined);
  if (best === undefined) return undefined;
  const to = Math.max(start + 1, runs(s, index, best.name));
  const whole = runs(s, index, best.name) > 0;
  if (!whole && at(s, to).cap && at(s, to).type === "word") return undefined;
  const mention = { name: best.name, start: at(s, index).start, end: at(s, to - 1).end };
  const tags = s.tags(start);
  const likely = tags.has("FemaleName") ? "female" : tags.has("MaleName") ? "male" : undefined;
  return { mention, from: index, to, gender: best.gender ?? likely, fresh: true };
}

const afterTitle = (s: Sentence, index: number): number =>
  low(s, index + 1) === "." ? index + 2 : index + 1;

/** The index after the whole name, if it stands at `index`; else -1. */
function runs(s: Sentence, index: number, name: string): number {
  const words = nameKey(name).split(" ");
  let here = index;
  for (const word of words) {
    if (at(s, here).type === "mark") here += 1;
    if (nameKey(low(s, here)) !== word) return -1;
    here += 1;
  }
  return here;
}

function entryAt(s: Sentence, index: number, talk: Discourse): Person | undefined {
  const name = knownAt(s, index, talk, "character");
  if (name?.entry === undefined) return undefined;
  return {
    mention: name.mention,
    from: index,
    to: name.to,
    gender: name.entry.gender,
    owns: name.owns,
    fresh: false,
  };
}
