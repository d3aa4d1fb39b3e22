import type { EntryKind } from "../../../../domain/bible/kinds.ts";
import type { Mention } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { knownAt } from "../parts/names.ts";
import { isOwning, ownerAt, partyAt } from "../parts/party.ts";
import { sceneNamed } from "../parts/scene-name.ts";
import { low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { labelAt } from "./label.ts";

/** A field by its label, and whose it is. */
export interface OwnedLabel {
  readonly kind: EntryKind;
  readonly mention: Mention;
  readonly field: string;
  readonly to: number;
}

const OF = new Set(["of", "for", "from"]);

/** "Sarah's job", "the diner's atmosphere", "the summary of scene 3", "the age of John". */
export function ownedLabelAt(s: Sentence, index: number, talk: Discourse): OwnedLabel | undefined {
  return personLabel(s, index, talk) ?? thingLabel(s, index, talk) ?? labelOf(s, index, talk);
}

function personLabel(s: Sentence, index: number, talk: Discourse): OwnedLabel | undefined {
  const owner = ownerAt(s, index, talk);
  const label = owner === undefined ? undefined : labelAt(s, owner.to, "character");
  return owner && label && { kind: "character", mention: owner.mention, ...label };
}

function thingLabel(s: Sentence, index: number, talk: Discourse): OwnedLabel | undefined {
  for (const thing of thingsAt(s, index, talk)) {
    if (!isOwning(s, thing.to) && low(s, thing.to) !== "'s") continue;
    const label = labelAt(s, thing.to + 1, thing.kind);
    if (label !== undefined) return { ...thing, ...label };
  }
  return undefined;
}

function labelOf(s: Sentence, index: number, talk: Discourse): OwnedLabel | undefined {
  const start = low(s, index) === "the" ? index + 1 : index;
  const person = labelAt(s, start, "character");
  const party = person && OF.has(low(s, person.to)) ? partyAt(s, person.to + 1, talk) : undefined;
  if (person !== undefined && party !== undefined)
    return { kind: "character", mention: party.mention, field: person.field, to: party.to };
  for (const kind of ["location", "scene", "prop"] as const) {
    const label = labelAt(s, start, kind);
    const things = label && OF.has(low(s, label.to)) ? thingsAt(s, label.to + 1, talk) : [];
    const thing = things.find((one) => one.kind === kind);
    if (label !== undefined && thing !== undefined) return { ...thing, field: label.field };
  }
  return undefined;
}

type Thing = Omit<OwnedLabel, "field">;

/** A scene, place or thing of the bible at `index`. */
export function thingsAt(s: Sentence, index: number, talk: Discourse): Thing[] {
  const start = low(s, index) === "the" ? index + 1 : index;
  const scene = sceneNamed(s, index, talk);
  const known = (["location", "prop"] as const).flatMap((kind): Thing[] => {
    const name = knownAt(s, index, talk, kind) ?? knownAt(s, start, talk, kind);
    return name === undefined || name.owns ? [] : [{ kind, mention: name.mention, to: name.to }];
  });
  return [...(scene === undefined ? [] : [{ ...scene, kind: "scene" as const }]), ...known];
}
