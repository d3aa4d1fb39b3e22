import type { RELATIONSHIP_TYPES } from "../../../../domain/bible/kinds.ts";

export type Relation = (typeof RELATIONSHIP_TYPES)[number];

/** Who belongs to a family by birth, which nothing ends. */
export const KIN: readonly Relation[] = [
  "parent",
  "child",
  "sibling",
  "grandparent",
  "grandchild",
  "aunt or uncle",
  "niece or nephew",
  "cousin",
];

export interface RelationNoun {
  readonly relation: Relation;
  readonly gender?: "female" | "male";
  /** Kept as the description, where the type alone says less than the word. */
  readonly told?: boolean;
}

const TABLE: readonly [Relation, string][] = [
  [
    "parent",
    "parent father:m mother:f dad:m daddy:m mom:f mum:f mommy:f papa:m mama:f stepfather:m! stepmother:f! stepdad:m! stepmom:f! stepmum:f! godparent! godfather:m! godmother:f! father-in-law:m! mother-in-law:f! parent-in-law! stepparent!",
  ],
  [
    "child",
    "child kid son:m daughter:f stepson:m! stepdaughter:f! godson:m! goddaughter:f! son-in-law:m! daughter-in-law:f! child-in-law! stepchild! stepkid!",
  ],
  [
    "sibling",
    "sibling brother:m sister:f bro:m sis:f twin! half-brother:m! half-sister:f! stepbrother:m! stepsister:f! half-sibling! stepsibling! brother-in-law:m! sister-in-law:f! sibling-in-law! stepbro:m! stepsis:f!",
  ],
  ["spouse", "spouse husband:m wife:f hubby:m missus:f wifey:f widow:f! widower:m! bride:f! groom:m!"],
  [
    "ex-spouse",
    "ex ex-husband:m ex-wife:f ex-spouse exwife:f exhusband:m ex-hubby:m exboyfriend:m! exgirlfriend:f! ex-bf:m! ex-gf:f! ex-fiance! ex-fiancee! ex-boyfriend:m! ex-girlfriend:f! ex-partner! ex-lover! ex-fiancé! ex-fiancée!",
  ],
  ["partner", "partner boyfriend:m girlfriend:f bf:m gf:f"],
  ["lover", "lover mistress:f"],
  ["fiancé", "fiancé:m fiance:m fiancée:f fiancee:f"],
  [
    "grandparent",
    "grandparent grandfather:m grandmother:f grandpa:m grandma:f granddad:m grandad:m granny:f nan:f nana:f gran:f grandad:m gramps:m step-grandfather:m! step-grandmother:f! great-grandfather:m! great-grandmother:f!",
  ],
  ["grandchild", "grandchild grandson:m granddaughter:f grandkid"],
  ["aunt or uncle", "uncle:m aunt:f auntie:f great-uncle:m! great-aunt:f!"],
  ["niece or nephew", "niece:f nephew:m"],
  ["cousin", "cousin"],
  ["friend", "friend buddy pal mate ex-friend! roommate! flatmate! housemate! childhood-friend!"],
  ["best friend", "best-friend bestie bff bestfriend best-mate best-buddy best-pal"],
  ["rival", "rival competitor arch-rival archrival"],
  ["enemy", "enemy nemesis archenemy arch-enemy foe"],
  ["ally", "ally accomplice! partner-in-crime! co-conspirator!"],
  ["employer", "boss employer manager supervisor superior commanding-officer!"],
  [
    "employee",
    "employee subordinate underling intern! assistant! secretary! henchman:m! bodyguard-in-training right-hand! right-hand-man:m! right-hand-woman:f! second-in-command! deputy! henchwoman:f! minion! lackey! goon!",
  ],
  ["mentor", "mentor teacher! coach! tutor! mentor-figure"],
  ["mentee", "mentee protégé protege protégée protegee apprentice student! pupil!"],
  [
    "colleague",
    "colleague coworker co-worker workmate teammate business-partner! bandmate! squadmate! co-founder!",
  ],
  ["neighbour", "neighbour neighbor"],
  ["client", "client patient! customer!"],
  ["protector", "protector bodyguard! guardian!"],
  ["ward", "ward"],
  ["acquaintance", "acquaintance"],
];

/** Said before the noun and kept as the description ("twin sister", "adoptive mother"). */
export const RELATION_ADJECTIVES = new Set(
  "twin adoptive adopted foster biological estranged long-lost dead late secret former old childhood elder older younger little big half step baby kid only eldest oldest youngest identical college sworn mortal bitter longtime close new oldest dearest closest worst illegitimate legitimate surviving eldest evil beloved good adult teenage first second third fourth fifth lil real true future birth favourite favorite unmarried widowed pregnant orphaned current actual sole legal middle oldest army school war drinking loyal trusted".split(
    " ",
  ),
);
/** Of those, the ones that add nothing worth keeping. */
export const PLAIN_ADJECTIVES = new Set(
  "old close new only big little good oldest dearest closest first second third fourth fifth lil real true favourite favorite unmarried widowed pregnant current actual sole middle loyal trusted".split(
    " ",
  ),
);

const NOUNS = new Map<string, RelationNoun>();
for (const [relation, list] of TABLE) {
  for (const entry of list.split(" ")) {
    const [, word = "", gender, told] = /^(.+?)(?::([mf]))?(!)?$/.exec(entry) ?? [];
    NOUNS.set(word, {
      relation,
      ...(gender === undefined ? {} : { gender: gender === "f" ? "female" : "male" }),
      ...(told === undefined ? {} : { told: true }),
    });
  }
}
const PLURALS = new Map([
  ["children", "child"],
  ["wives", "wife"],
  ["enemies", "enemy"],
  ["allies", "ally"],
  ["nemeses", "nemesis"],
  ["buddies", "buddy"],
  ["besties", "bestie"],
  ["exes", "ex"],
  ["fathers-in-law", "father-in-law"],
  ["mothers-in-law", "mother-in-law"],
  ["brothers-in-law", "brother-in-law"],
  ["sisters-in-law", "sister-in-law"],
  ["sons-in-law", "son-in-law"],
  ["daughters-in-law", "daughter-in-law"],
  ["stepchildren", "stepchild"],
]);

/** "sister", "best friend", "brothers" → the relation it names. */
export function relationNoun(phrase: string): (RelationNoun & { readonly plural: boolean }) | undefined {
  const key = phrase
    .replaceAll(" ", "-")
    .replace(/^step-(?!grand)/, "step")
    .replace(/^god-/, "god");
  const direct = NOUNS.get(key);
  if (direct !== undefined) return { ...direct, plural: false };
  const singular = PLURALS.get(key) ?? key.replace(/ies$/, "y").replace(/s$/, "");
  const found = key === singular ? undefined : NOUNS.get(singular);
  return found === undefined ? undefined : { ...found, plural: true };
}

const INVERSES: Partial<Record<Relation, Relation>> = {
  parent: "child",
  child: "parent",
  grandparent: "grandchild",
  grandchild: "grandparent",
  "aunt or uncle": "niece or nephew",
  "niece or nephew": "aunt or uncle",
  employer: "employee",
  employee: "employer",
  mentor: "mentee",
  mentee: "mentor",
  protector: "ward",
  ward: "protector",
};

/** The relation read from the other side; undefined where it has no name of its own (client). Symmetric ones are their own. */
export function inverseOf(relation: Relation): Relation | undefined {
  return relation === "client" ? undefined : (INVERSES[relation] ?? relation);
}
