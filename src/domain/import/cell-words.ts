/** Words that stand in a cell where nothing is known. */
const BLANK = new Set([
  "",
  "-",
  "–",
  "—",
  "--",
  "---",
  "n/a",
  "n.a.",
  "na",
  "nil",
  "null",
  "none",
  "tbd",
  "tba",
  "tbc",
  "?",
  "??",
  "???",
  "unknown",
  "undefined",
  "…",
  "...",
]);

export const isBlank = (said: string): boolean => BLANK.has(said.trim().toLowerCase());

const GENDERS: Readonly<Record<string, string>> = {
  female: "f|fem|female|woman|girl|w|weiblich|frau|mujer|femme|she|she/her|her|she/her/hers",
  male: "m|masc|male|man|boy|männlich|mann|hombre|homme|he|he/him|him|he/him/his",
  "non-binary": "nb|n/b|enby|x|d|non-binary|non binary|nonbinary|they|they/them|them|divers",
};
const ROLES: Readonly<Record<string, string>> = {
  lead: "lead|main|main character|protagonist|hero|heroine|leading|lead role|leading role|principal|antagonist|villain|co-lead",
  support: "support|supporting|supporting role|supporting character|secondary|featured",
  "day player": "day player|day-player|dayplayer|bit part|minor|under five",
  extra: "extra|extras|background|atmosphere|walk-on|silent",
};
const INTERIORS: Readonly<Record<string, string>> = {
  INT: "int|i|interior|inside|indoors|innen",
  EXT: "ext|e|exterior|outside|outdoors|aussen|außen",
  "INT/EXT": "int/ext|i/e|interior/exterior|both|inside/outside",
  "EXT/INT": "ext/int|e/i|exterior/interior",
};
const TIMES = new Map([
  ["d", "DAY"],
  ["n", "NIGHT"],
  ["m", "MORNING"],
  ["e", "EVENING"],
  ["cont", "CONTINUOUS"],
  ["cont.", "CONTINUOUS"],
  ["tag", "DAY"],
  ["nacht", "NIGHT"],
]);
const TRUTHS: Readonly<Record<string, string>> = {
  yes: "y|yes|true|x|✓|✔|1|ja|si|sí|oui",
  no: "n|no|false|✗|✘|0|nein|non",
};

/** "she/her" → "female". Each of these answers undefined for words it does not know. */
export const genderOf = wordIn(GENDERS, (said) => said);
/** "Protagonist" → "lead". */
export const roleOf = wordIn(ROLES, (said) => said);
/** "INT." → "INT". */
export const interiorOf = wordIn(INTERIORS, (said) => said.replace(/[.\s]/g, ""));
/** "D" → "DAY", "Night" → "NIGHT". */
export const timeOf = (said: string): string => TIMES.get(said.toLowerCase()) ?? said.toUpperCase();
/** "✓" → "yes". */
export const truthOf = wordIn(TRUTHS, (said) => said);

function wordIn(table: Readonly<Record<string, string>>, tidy: (said: string) => string) {
  const words = new Map(
    Object.entries(table).flatMap(([value, list]) => list.split("|").map((word) => [word, value] as const)),
  );
  return (said: string): string | undefined => words.get(tidy(said.trim().toLowerCase()));
}
