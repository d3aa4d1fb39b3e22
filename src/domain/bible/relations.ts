import type { z } from "zod";
import type { Entry } from "./entry.ts";
import type { RelationshipFields } from "./kinds.ts";

export type RelationshipType = NonNullable<z.infer<typeof RelationshipFields>["type"]>;

/** `from` is the type of `to` ⇔ `to` is the inverse of `from`. A client has no single counterpart. */
const INVERSES: Readonly<Record<RelationshipType, RelationshipType | undefined>> = {
  parent: "child",
  child: "parent",
  sibling: "sibling",
  spouse: "spouse",
  "ex-spouse": "ex-spouse",
  partner: "partner",
  lover: "lover",
  fiancé: "fiancé",
  grandparent: "grandchild",
  grandchild: "grandparent",
  "aunt or uncle": "niece or nephew",
  "niece or nephew": "aunt or uncle",
  cousin: "cousin",
  friend: "friend",
  "best friend": "best friend",
  rival: "rival",
  enemy: "enemy",
  ally: "ally",
  employer: "employee",
  employee: "employer",
  mentor: "mentee",
  mentee: "mentor",
  colleague: "colleague",
  neighbour: "neighbour",
  client: undefined,
  protector: "ward",
  ward: "protector",
  acquaintance: "acquaintance",
};

/** "They broke up" ends whichever of these there is. */
const COUPLES: readonly RelationshipType[] = ["partner", "lover", "fiancé"];

/** The ties that are over when one of this type is said to be. */
export const endedWith = (type: RelationshipType): readonly RelationshipType[] =>
  type === "partner" ? COUPLES : [type];

/** The tie that one of this type takes the place of: nobody is somebody's spouse and ex-spouse. */
export const endsBy = (type: RelationshipType): RelationshipType | undefined =>
  type === "ex-spouse" ? "spouse" : undefined;

/** What `to` is of `from`, when the language has a word for it. */
export const inverseOf = (type: RelationshipType): RelationshipType | undefined => INVERSES[type];

export const relationshipName = (from: string, to: string, type: string): string =>
  `${from} – ${to}: ${type}`;

/** Both names under which one and the same relationship may be kept. */
export function relationshipNames(from: string, to: string, type: RelationshipType): readonly string[] {
  const inverse = inverseOf(type);
  const name = relationshipName(from, to, type);
  return inverse === undefined ? [name] : [name, relationshipName(to, from, inverse)];
}

/** The name a relationship's own facts give it. */
export function nameOfTie(tie: Entry): string {
  const [from = "", to = "", type = ""] = ["from", "to", "type"].flatMap((field) =>
    String(tie.facts[field]?.value),
  );
  return relationshipName(from, to, type);
}
