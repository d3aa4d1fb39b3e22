import type { EntryKind } from "../../../../domain/bible/kinds.ts";

/** What people call a field, per kind ("job" → occupation). The longest label is two words. */
const LABELS: Partial<Record<EntryKind, Readonly<Record<string, string>>>> = {
  character: invert({
    age: "age",
    occupation: "occupation,job,profession,career,day job,trade",
    motivation: "motivation,drive,motive",
    want: "want,wants,goals,goal,desire,dream,objective,ambition",
    need: "need,needs",
    fear: "fear,fears,afraid of,scared of,phobia",
    flaw: "flaw,flaws,weaknesses,weakness,vice,fatal flaw",
    secrets: "secret,secrets",
    background: "background,backstory,back story,history,past,origin,hometown",
    appearance: "appearance,look,looks",
    aliases: "nickname,nicknames,alias,aliases,aka,code name,codename,street name,stage name,callsign",
    gender: "gender,sex,pronouns",
    role: "role,tier",
    voice: "voice,accent,manner of speaking",
    wardrobe: "wardrobe,costume,outfit,clothes",
    traits: "traits,trait,personality,temperament",
    archetype: "archetype",
    wound: "wound,ghost,trauma",
    lie: "lie",
    arc: "arc,character arc",
    stakes: "stakes",
    strengths: "strengths,strength,skills,skill,superpower",
    values: "values",
    ethnicity: "ethnicity,nationality",
    era: "era",
    signature: "catchphrase,catch phrase,signature",
    notes: "notes,note",
    casting_notes: "casting notes,casting note",
    groups: "group,groups",
  }),
  location: invert({
    description: "description",
    atmosphere: "atmosphere,mood,vibe",
    address: "address",
    era: "era,period",
    notes: "notes,note",
  }),
  scene: invert({
    summary: "summary,synopsis,description",
    time_of_day: "time of day,time",
    number: "number",
    location: "location,place",
    notes: "notes,note",
  }),
  prop: invert({
    description: "description",
    owner: "owner",
    significance: "significance,meaning",
    notes: "notes,note",
  }),
};

export const LIST_FIELDS: ReadonlySet<string> = new Set([
  "aliases",
  "groups",
  "traits",
  "strengths",
  "values",
  "secrets",
  "characters",
  "props",
]);

export function fieldOfLabel(kind: EntryKind, label: string): string | undefined {
  return LABELS[kind]?.[label];
}

function invert(table: Record<string, string>): Record<string, string> {
  const out: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [field, labels] of Object.entries(table))
    for (const label of labels.split(",")) out[label] = field;
  return out;
}
