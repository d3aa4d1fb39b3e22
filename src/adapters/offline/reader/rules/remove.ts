import type { EntryKind } from "../../../../domain/bible/kinds.ts";
import type { Mention, Statement } from "../../../../domain/reading/reading.ts";
import { type Discourse, lastOfKind, resolvePronoun } from "../parts/discourse.ts";
import { knownAt, nameAt } from "../parts/names.ts";
import { partyAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { sceneNamed } from "../parts/scene-name.ts";
import { low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isHedged } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const REMOVE = pattern("delete|remove|erase|cut|drop|scrap|ditch|axe|discard");
const GET_RID = pattern("get rid of");
const FROM_FILM = pattern(
  "from|out of? the|our? cast|bible|story|film|movie|project|script|list|characters|scenes",
);
const KINDS: Readonly<Record<string, EntryKind>> = {
  character: "character",
  scene: "scene",
  location: "location",
  place: "location",
  prop: "prop",
};
const FILLER = pattern("please|again|then|completely|entirely|altogether|too|now*");

const THEIRS = new Set(["his", "her", "their"]);

/** "delete the diner scene", "remove John", "get rid of the lighter". Never "all" of anything, and never a part of something. */
export const remove: Rule = (s, index, talk) => {
  const from = Math.max(REMOVE(s, index), GET_RID(s, index));
  if (from < 0 || isHedged(s)) return undefined;
  const statements: Statement[] = [];
  let here = from;
  for (;;) {
    const target = targetAt(s, here, talk);
    // "delete Tom and his sister": half an order is none.
    if (target === undefined && statements.length > 0 && THEIRS.has(low(s, here))) return undefined;
    if (target === undefined) break;
    const subject = target.mention;
    statements.push({
      type: "remove",
      ...(target.kind === undefined ? {} : { kind: target.kind }),
      subject,
      span: spanOf(s, index, target.to),
    });
    here = target.to;
    if (!["and", ",", "&"].includes(low(s, here))) break;
    here += 1;
  }
  const out = FROM_FILM(s, here);
  if (out > here) here = out;
  here = FILLER(s, here);
  const clean =
    here >= s.tokens.length || saysWhy(s, here) || endsAt(s, here) || ["and", ","].includes(low(s, here - 1));
  return statements.length > 0 && clean ? found(here, statements) : undefined;
};

const SHE = new Set(["he", "she", "it", "they"]);
const SAYS = new Set(["said", "says", "say", "told", "asked", "wants", "wanted"]);
/** "delete Karen she does nothing for the plot": the reason begins with no mark before it. */
const saysWhy = (s: Sentence, index: number): boolean =>
  SHE.has(low(s, index)) && !SAYS.has(low(s, index + 1)) && s.tags(index + 1).has("Verb");

interface Target {
  readonly mention: Mention;
  readonly kind: EntryKind | undefined;
  readonly to: number;
}

function targetAt(s: Sentence, index: number, talk: Discourse): Target | undefined {
  return (
    pronounTarget(s, index, talk) ??
    sceneTarget(s, index, talk) ??
    kindTarget(s, index, talk) ??
    namedTarget(s, index, talk)
  );
}

function pronounTarget(s: Sentence, index: number, talk: Discourse): Target | undefined {
  const word = low(s, index);
  const noun = KINDS[low(s, index + 1)];
  const shown = ["that", "this"].includes(word) && noun !== undefined;
  const referent = shown
    ? lastOfKind(talk, [noun])
    : ["him", "her"].includes(word)
      ? resolvePronoun(talk, word)
      : undefined;
  if (referent === undefined) return undefined;
  const to = index + (shown ? 2 : 1);
  const mention = { name: referent.name, ...spanOf(s, index, to) };
  return {
    mention: referent.entry_id === undefined ? mention : { ...mention, entry_id: referent.entry_id },
    kind: kindOf(referent.kind),
    to,
  };
}

/** "the diner scene", "scene 3", "the scene in the diner". */
export function sceneTarget(s: Sentence, index: number, talk: Discourse): Target | undefined {
  const scene = sceneNamed(s, index, talk);
  return scene && { ...scene, kind: "scene" };
}

/** "the character John", "the prop silver lighter", "the diner location". */
function kindTarget(s: Sentence, index: number, talk: Discourse): Target | undefined {
  const start = low(s, index) === "the" ? index + 1 : index;
  const kind = KINDS[low(s, start)];
  if (kind === undefined || kind === "scene") return undefined;
  const name =
    knownAt(s, start + 1, talk, kind) ??
    (kind === "character" ? nameAt(s, start + 1, talk, kind) : undefined);
  return name && { mention: name.mention, kind, to: name.to };
}

function namedTarget(s: Sentence, index: number, talk: Discourse): Target | undefined {
  const party = partyAt(s, index, talk);
  if (party !== undefined) {
    if (low(s, party.to) === "'s") return undefined;
    return {
      mention: party.mention,
      kind: party.referent.entry_id === undefined ? "character" : kindOf(party.referent.kind),
      to: party.to,
    };
  }
  const start = low(s, index) === "the" ? index + 1 : index;
  const thing = knownAt(s, index, talk) ?? knownAt(s, start, talk);
  if (thing === undefined || thing.owns || low(s, thing.to) === "'s") return undefined;
  const after = KINDS[low(s, thing.to)];
  return {
    mention: thing.mention,
    kind: kindOf(thing.entry?.kind ?? ""),
    to: after === undefined ? thing.to : thing.to + 1,
  };
}

function kindOf(kind: string): EntryKind | undefined {
  return kind === "character" ||
    kind === "scene" ||
    kind === "location" ||
    kind === "prop" ||
    kind === "relationship"
    ? kind
    : undefined;
}
