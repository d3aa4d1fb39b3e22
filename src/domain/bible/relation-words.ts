import type { Entry } from "./entry.ts";
import { genderOfTitle, namePartsOf } from "./name-parts.ts";
import { inverseOf, type RelationshipType } from "./relations.ts";

type Gender = "male" | "female";

/** What people call somebody of that gender; every other tie has one word for all. */
const WORDS: Partial<Record<RelationshipType, Readonly<Record<Gender, string>>>> = {
  parent: { female: "mother", male: "father" },
  child: { female: "daughter", male: "son" },
  sibling: { female: "sister", male: "brother" },
  spouse: { female: "wife", male: "husband" },
  "ex-spouse": { female: "ex-wife", male: "ex-husband" },
  grandparent: { female: "grandmother", male: "grandfather" },
  grandchild: { female: "granddaughter", male: "grandson" },
  "aunt or uncle": { female: "aunt", male: "uncle" },
  "niece or nephew": { female: "niece", male: "nephew" },
  fiancé: { female: "fiancée", male: "fiancé" },
};

/** "mother" for a parent who is known to be a woman; the type itself where nothing is known. */
export const relationWord = (type: string, gender: Gender | undefined): string =>
  (gender && WORDS[type as RelationshipType]?.[gender]) ?? type;

/** By what is said of a character, or by their title. */
export function genderOf({ kind, name, facts }: Pick<Entry, "kind" | "name" | "facts">): Gender | undefined {
  if (kind !== "character") return undefined;
  const said = String(facts.gender?.value ?? "").toLowerCase();
  if (/^(?:female|woman|girl|f$)/.test(said)) return "female";
  if (/^(?:male|man|boy|m$)/.test(said)) return "male";
  return said === "" ? genderOfTitle(namePartsOf(name).title) : undefined;
}

/** The ends of a tie and what the first is of the second, told from `about`'s point of view where there is a word for it: "Sarah", "Mary", "child". */
export function tieFrom(
  tie: Entry,
  about: Pick<Entry, "id"> | undefined,
): { readonly who: End; readonly of: End; readonly type: string } {
  const end = (field: "from" | "to"): End => ({
    id: tie.links[field]?.[0],
    name: String(tie.facts[field]?.value ?? ""),
  });
  const [from, to, type] = [end("from"), end("to"), String(tie.facts.type?.value ?? "")];
  const inverse = inverseOf(type as RelationshipType);
  return about !== undefined && from.id === about.id && to.id !== about.id && inverse !== undefined
    ? { who: to, of: from, type: inverse }
    : { who: from, of: to, type };
}

interface End {
  readonly id: string | undefined;
  readonly name: string;
}
