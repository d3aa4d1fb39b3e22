import { nameKey } from "../../lib/name-keys.ts";
import type { BuiltInKind } from "../bible/kinds.ts";

/** What sheets call the fields, as keys with bars between. A field's own name and its label need no word here. */
const WORDS: Readonly<Record<BuiltInKind, Readonly<Record<string, string>>>> = {
  character: {
    name: "name|character|characters|character name|characters name|full name|person|people|who|cast|cast member|figur|name der figur|nombre|nom|personaje|personnage|charakter",
    first_name: "first name|given name|forename|vorname|prenom",
    last_name: "last name|surname|family name|nachname|apellido|nom de famille",
    aliases: "alias|aka|a k a|also known as|nickname|nicknames|other names|spitzname",
    groups: "group|team|crew|gang|faction|family",
    role: "part|importance|billing|type|role type|character type|lead support|rolle",
    age: "ages|age years|age in years|years|years old|how old|alter|edad",
    age_range: "playing age|age group|altersgruppe",
    gender: "sex|pronoun|pronouns|m f|f m|gender pronouns|geschlecht|genero|sexe",
    ethnicity: "ethnic background|race|heritage|nationality",
    orientation: "sexual orientation|sexuality",
    disability: "disabilities|access needs",
    occupation:
      "job|job title|profession|work|career|trade|employment|beruf|trabajo|profesion|metier|what they do",
    era: "period",
    class: "social class|status",
    archetype: "trope",
    one_line:
      "one liner|oneliner|logline|short description|in one line|summary|tagline|description|desc|character description|beschreibung|descripcion",
    want: "wants|goal|goals|objective",
    need: "needs",
    wound: "ghost|trauma",
    lie: "misbelief|false belief",
    motivation: "motivations|motive|drive",
    flaw: "flaws|weakness|weaknesses",
    fear: "fears",
    strengths: "strength|skills|abilities",
    secrets: "secret",
    arc: "character arc|journey|development",
    traits: "trait|personality|personality traits|character traits|characteristics|qualities",
    background: "backstory|back story|bio|biography|history|about|hintergrund",
    voice: "speech|accent|dialect",
    appearance: "looks|look|physical description",
    wardrobe: "costume|costumes|clothes|clothing|outfit",
    signature: "catchphrase|quirk|quirks",
    casting_notes: "casting|actor|actress|actor actress|played by|performer|talent",
    notes: "note|comment|comments|remarks|notizen|notas",
  },
  scene: {
    heading:
      "name|title|slug|slugs|slugline|slug line|scene heading|scene header|scene|scenes|scene name|scene title|szene|escena",
    number: "no|nr|scene number|scene no|scene nr|scene id|sc|sc number|sc no|nummer",
    int_ext: "i e|interior exterior|int or ext|interior or exterior|inside outside|innen aussen",
    set: "set name|setting",
    location: "locations|place|where|ort|drehort|lugar|lieu|location set",
    time_of_day: "time|tod|day night|d n|day or night|when|daytime|tageszeit",
    characters: "character|cast|people|who|actors|roles|figuren|personajes|personnages",
    summary:
      "description|desc|synopsis|what happens|action|plot|beat|story|content|event|scene description|beschreibung|resumen",
    props: "prop|items",
    pages: "page|page count|pgs|eighths|length",
    script_day: "story day",
    sequence: "seq|act",
    notes: "note|comment|comments|remarks|notizen|notas",
  },
  location: {
    name: "location|locations|location name|place|places|place name|set|sets|setting|where|ort|drehort|lugar|lieu",
    aliases: "alias|aka|also known as|other names",
    description: "desc|details|about|summary|beschreibung|descripcion",
    int_ext: "i e|interior exterior|int or ext|inside outside",
    address: "street|city|street address|adresse|direccion",
    atmosphere: "mood|vibe|feel|tone|ambience|ambiance",
    era: "period",
    notes: "note|comment|comments|remarks|notizen|notas",
  },
  prop: {
    name: "prop|props|prop name|item|items|object|objects|thing",
    description: "desc|details|about|summary|beschreibung",
    owner: "belongs to|used by|whose|character",
    scenes: "scene|appears in|used in",
    quantity: "qty|count|amount|how many|number|pieces|pcs",
    significance: "meaning|importance|purpose",
    notes: "note|comment|comments|remarks|notizen|notas",
  },
  relationship: {},
};

/** Who somebody is to another does not fit a cell. */
const TIES = new Set(
  "relationship|relationships|relationship to|relation|relations|related to|ties|tie|family ties|mother|father|parent|parents|son|daughter|child|children|spouse|husband|wife|partner|sibling|siblings|brother|sister|friend|friends|enemy|enemies|rival|rivals|mentor|connection|connections|love interest".split(
    "|",
  ),
);
const COUNTERS = new Set(["number", "no", "nr", "id", "row", "index", "lfd nr"]);

export const isTieHeader = (key: string): boolean => TIES.has(key);
/** A column that only counts the rows says nothing of what they hold. */
export const isCounterHeader = (key: string): boolean => COUNTERS.has(key);

/** A header as it is compared: "Age (years)" → "age years", "Scene #" → "scene number". */
export const headerKey = (header: string): string => nameKey(header.replaceAll("#", " number "));

/** The words for the built-in fields of a kind, each with its field. */
export function headerWords(kind: BuiltInKind): readonly (readonly [key: string, field: string])[] {
  return Object.entries(WORDS[kind]).flatMap(([field, words]) =>
    words.split("|").map((key) => [key, field] as const),
  );
}
