import { z } from "zod";

/**
 * The fields of each entry kind, in the trade's words. Every field is optional but the name:
 * a bible fills up as people talk. Values are plain text, numbers or lists of text.
 */
export const MAX_TEXT_CHARS = 4_000;
export const MAX_NAME_CHARS = 120;
const name = z.string().trim().min(1).max(MAX_NAME_CHARS);
const line = z.string().trim().min(1).max(400);
const text = z.string().trim().min(1).max(MAX_TEXT_CHARS);
const list = z.array(line).max(60);

export const CharacterFields = z
  .object({
    name,
    aliases: list,
    groups: list,
    role: z.enum(["lead", "support", "day player", "extra"]),
    age: z.int().min(0).max(200),
    age_range: line,
    gender: line,
    ethnicity: line,
    orientation: line,
    disability: line,
    occupation: line,
    era: line,
    class: line,
    archetype: line,
    one_line: line,
    want: text,
    need: text,
    wound: text,
    lie: text,
    motivation: text,
    flaw: text,
    fear: text,
    strengths: list,
    values: list,
    secrets: list,
    stakes: text,
    arc: text,
    traits: list,
    background: text,
    voice: text,
    appearance: text,
    wardrobe: text,
    signature: line,
    casting_notes: text,
    notes: text,
  })
  .partial();

export const SceneFields = z
  .object({
    name,
    heading: line,
    number: line,
    int_ext: z.enum(["INT", "EXT", "INT/EXT", "EXT/INT"]),
    set: line,
    time_of_day: line,
    location: line,
    characters: list,
    summary: text,
    props: list,
    pages: line,
    script_day: line,
    sequence: line,
    unit: line,
    notes: text,
  })
  .partial();

export const LocationFields = z
  .object({
    name,
    aliases: list,
    description: text,
    int_ext: z.enum(["INT", "EXT", "INT/EXT", "EXT/INT"]),
    address: line,
    atmosphere: text,
    era: line,
    notes: text,
  })
  .partial();

export const RELATIONSHIP_TYPES = [
  "parent",
  "child",
  "sibling",
  "spouse",
  "ex-spouse",
  "partner",
  "lover",
  "fiancé",
  "grandparent",
  "grandchild",
  "aunt or uncle",
  "niece or nephew",
  "cousin",
  "friend",
  "best friend",
  "rival",
  "enemy",
  "ally",
  "employer",
  "employee",
  "mentor",
  "mentee",
  "colleague",
  "neighbour",
  "client",
  "protector",
  "ward",
  "acquaintance",
] as const;

/** Read: `from` is the `type` of `to`. */
export const RelationshipFields = z
  .object({
    name,
    from: name,
    to: name,
    type: z.enum(RELATIONSHIP_TYPES),
    description: text,
    secret: z.boolean(),
    since: line,
  })
  .partial();

export const PropFields = z
  .object({
    name,
    description: text,
    owner: line,
    scenes: list,
    quantity: z.int().positive(),
    significance: text,
    notes: text,
  })
  .partial();

export const KIND_FIELDS = {
  character: CharacterFields,
  scene: SceneFields,
  location: LocationFields,
  relationship: RelationshipFields,
  prop: PropFields,
} as const;

/** The kinds every project has. A project may add kinds of its own (see project-schema.ts). */
export const ENTRY_KINDS = ["character", "scene", "location", "relationship", "prop"] as const;
export const BuiltInKind = z.enum(ENTRY_KINDS);
export type BuiltInKind = z.infer<typeof BuiltInKind>;

/** The form of a kind's or a field's own name, as it is stored: "blood_type". */
export const OWN_NAME = /^[a-z][a-z0-9_]{0,39}$/;

export const CustomKindName = z.string().regex(OWN_NAME).brand<"custom kind">();
export type CustomKindName = z.infer<typeof CustomKindName>;

export const EntryKind = z.union([BuiltInKind, CustomKindName]);
export type EntryKind = z.infer<typeof EntryKind>;

export const isBuiltIn = (kind: EntryKind): kind is BuiltInKind =>
  (ENTRY_KINDS as readonly EntryKind[]).includes(kind);

/** What every entry of a project's own kind has, beside the fields that the project gives it. */
export const CustomKindFields = z.object({ name, aliases: list, description: text, notes: text }).partial();

/** Living entries per kind. A kind that has none may be missing when it is a project's own. */
export type Counts = Readonly<Record<EntryKind, number>>;

export const NO_COUNTS: Counts = { character: 0, scene: 0, location: 0, relationship: 0, prop: 0 };

export const countOf = (counts: Counts, kind: EntryKind): number => counts[kind] ?? 0;
