import { type EntryKind, isBuiltIn } from "../../../../domain/bible/kinds.ts";
import type { Mention } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { type Discourse, lastOfKind, type Referent, speakOf } from "../parts/discourse.ts";
import { knownAt } from "../parts/names.ts";
import { partyAt, pronounParty } from "../parts/party.ts";
import { at, low, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { sceneTarget } from "./remove.ts";

/** Whom or what a field of the project's own is said of; of any kind. */
export interface OwnSubject {
  readonly kind: EntryKind;
  readonly mention: Mention;
  readonly to: number;
}

/** Who or what is named, meant by a pronoun or described at `index`. */
export function ownSubjectAt(s: Sentence, index: number, talk: Discourse): OwnSubject | undefined {
  const scene = low(s, index) === "the" ? sceneTarget(s, index, talk) : undefined;
  if (scene?.mention.entry_id !== undefined) return { kind: "scene", mention: scene.mention, to: scene.to };
  const start = low(s, index) === "the" ? index + 1 : index;
  for (const from of new Set([index, start])) {
    const name = knownAt(s, from, talk);
    if (name?.entry !== undefined && !name.owns)
      return { kind: name.entry.kind as EntryKind, mention: name.mention, to: name.to };
    const spoken = spokenThing(s, from, talk);
    if (spoken !== undefined) return spoken;
  }
  const party = partyAt(s, index, talk);
  if (party === undefined || !isThere(party.referent)) return undefined;
  return { kind: "character", mention: party.mention, to: party.to };
}

/** Whose field follows: "Betsy's", "johns", "her", "its". `to` is after the possessive. */
export function ownOwnerAt(s: Sentence, index: number, talk: Discourse): OwnSubject | undefined {
  if (low(s, index) === "its") return lastThing(s, index, talk);
  if (["his", "her"].includes(low(s, index))) {
    const party = pronounParty(s, index, talk);
    return party && { kind: "character", mention: party.mention, to: party.to };
  }
  const joined = knownAt(s, index, talk);
  if (joined?.owns === true && joined.entry !== undefined)
    return { kind: joined.entry.kind as EntryKind, mention: joined.mention, to: joined.to };
  const subject = ownSubjectAt(s, index, talk);
  return subject !== undefined && /^['’]s?$/.test(low(s, subject.to))
    ? { ...subject, to: subject.to + 1 }
    : undefined;
}

/** The last thing of the project's own kinds that was spoken of, or that the session speaks of. */
export function lastThing(s: Sentence, index: number, talk: Discourse): OwnSubject | undefined {
  const kinds = talk.request.schema?.kinds.map(({ name }) => name) ?? [];
  const last = lastOfKind(talk, kinds);
  return last && subjectOf(last, spanOf(s, index, index + 1), index + 1);
}

/** The last of any kind that was spoken of in this message: whom a line of a sheet is about. */
export function lastSpoken(s: Sentence, from: number, to: number, talk: Discourse): OwnSubject | undefined {
  const last = talk.spoken.at(-1);
  return last && isThere(last) ? subjectOf(last, spanOf(s, from, to), to) : undefined;
}

export function speakOfOwn(talk: Discourse, { kind, mention }: OwnSubject, fresh: boolean): void {
  if (kind === "character") return;
  speakOf(talk, {
    name: mention.name,
    kind,
    fresh,
    ...(mention.entry_id === undefined ? {} : { entry_id: mention.entry_id }),
  });
}

function subjectOf(referent: Referent, span: { start: number; end: number }, to: number): OwnSubject {
  const mention = { name: referent.name, ...span };
  return {
    kind: referent.kind as EntryKind,
    mention: referent.entry_id === undefined ? mention : { ...mention, entry_id: referent.entry_id },
    to,
  };
}

/** A thing of the project's own kinds that this message makes. */
function spokenThing(s: Sentence, index: number, talk: Discourse): OwnSubject | undefined {
  if (at(s, index).type === "mark") return undefined;
  for (const referent of talk.spoken) {
    if (!referent.fresh || isBuiltIn(referent.kind as EntryKind)) continue;
    const parts = nameKey(referent.name).split(" ");
    if (!parts.every((part, place) => nameKey(low(s, index + place)) === part)) continue;
    return subjectOf(referent, spanOf(s, index, index + parts.length), index + parts.length);
  }
  return undefined;
}

const isThere = (one: Referent): boolean => one.entry_id !== undefined || one.fresh;
