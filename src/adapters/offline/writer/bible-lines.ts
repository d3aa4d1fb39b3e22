import { baseOfGerund } from "./gerund.ts";
import { jobWish } from "./wish-job.ts";

/** What a line of the bible tells of one of the cast. */
export interface Member {
  readonly name: string;
  readonly job: string | undefined;
  readonly age: number | undefined;
  readonly want: string | undefined;
  readonly gender: "female" | "male" | "non-binary" | undefined;
  readonly lead: boolean;
  readonly dark: boolean;
}

interface Tie {
  readonly from: string;
  readonly to: string;
  readonly type: string;
}

export interface BibleFacts {
  readonly cast: readonly Member[];
  readonly places: readonly string[];
  readonly ties: readonly Tie[];
}

const KIND = /^(character|scene|location|relationship|prop):\s*/i;
const HEADING = /^(?:INT|EXT|I\/E|EST)\b[./ ]/;
const TIE = /^(.+?) is (?:secretly )?(.+?)['’](?:s)? ([\p{L}-]+(?: or [\p{L}-]+)?)$/u;
const DARK =
  /\b(?:villain|antagonist|enemy|rival|corrupt|crime boss|killer|murderer|ruthless|evil|nemesis|loan shark|benefactor with a price|zealot|false friend)\b/i;
const ROLES = new Set([
  "lead",
  "support",
  "supporting",
  "day player",
  "extra",
  "villain",
  "antagonist",
  "protagonist",
]);
const GENDERS: Readonly<Record<string, Member["gender"]>> = {
  female: "female",
  woman: "female",
  girl: "female",
  male: "male",
  man: "male",
  boy: "male",
  "non-binary": "non-binary",
  nonbinary: "non-binary",
};
const MAX_WANT_WORDS = 18;
const VERB =
  /^(?:avenge|be|become|bring|build|buy|destroy|discover|escape|expose|find|free|get|go|have|help|keep|kill|learn|leave|make|prove|protect|return|save|see|sing|solve|stay|stop|uncover|win|write)\b/;
const GERUND =
  /^(?!(?:bring|sing|ring|king|spring|string|thing|nothing|something|everything|anything)\b)\p{L}{2,}ing\b/iu;

/** Reads lines such as "character: Sarah, 28, journalist", "Sarah: journalist, 28, wants to expose corruption", "Sarah is John’s sibling". */
export function readBibleLines(lines: readonly string[]): BibleFacts {
  const cast: Member[] = [];
  const places: string[] = [];
  const ties: Tie[] = [];
  for (const line of lines) {
    const kind = KIND.exec(line)?.[1]?.toLowerCase();
    const rest = line.replace(KIND, "").trim();
    const tie = TIE.exec(rest);
    if (kind === "location") places.push(rest.split(/:| – /)[0]?.trim() ?? rest);
    else if (kind === "prop" || kind === "scene" || (kind === undefined && HEADING.test(rest))) continue;
    else if (tie?.[1] && tie[2] && tie[3]) ties.push({ from: tie[1], to: tie[2], type: tie[3] });
    else if (rest !== "" && kind !== "relationship") cast.push(readMember(rest));
  }
  return { cast, places, ties };
}

function readMember(line: string): Member {
  const [name = line, ...others] = line.split(/,|:| – |;/).map((part) => part.trim());
  const parts = others.filter((part) => part !== "");
  const age = parts.find((part) => /^\d{1,3}$/.test(part));
  const gender = parts.map((part) => GENDERS[part.toLowerCase()]).find((found) => found !== undefined);
  return {
    name,
    job: jobIn(parts),
    age: age === undefined ? undefined : Number(age),
    want: wantIn(parts),
    gender,
    lead: parts.some((part) => /^(?:lead|protagonist)$/i.test(part)),
    dark: DARK.test(line),
  };
}

/** A trade that is known, else a short phrase in small letters, else whatever trade the line speaks of. */
function jobIn(parts: readonly string[]): string | undefined {
  const short = parts.filter(isJob);
  const found = short.find((part) => jobWish(part)) ?? short.find((part) => /^\p{Ll}/u.test(part));
  return found?.toLowerCase().replace(/^(?:an?|the) /, "") ?? jobWish(parts.join(" | "))?.title;
}

/** A short phrase that is neither a number, a gender, a role nor a wish is taken for what someone does. */
function isJob(part: string): boolean {
  const lower = part.toLowerCase();
  const words = lower.split(/\s+/);
  return (
    words.length <= 4 &&
    !/\d/.test(part) &&
    !ROLES.has(lower) &&
    GENDERS[lower] === undefined &&
    !/^(?:wants?|fears?|needs?|afraid|has|is|was|loves?|hates?|who|to|in|the)\b/.test(lower) &&
    !GERUND.test(lower)
  );
}

/** "to …" out of "wants to …", "To expose …" or "investigating corruption": the plainest first. */
function wantIn(parts: readonly string[]): string | undefined {
  const said = parts.map((part) => /^(?:wants?|motivation:?|goal:?)\s+(.+)$/i.exec(part)?.[1]);
  const goal =
    said.find((words) => words !== undefined) ??
    parts.find((part) => /^to /i.test(part)) ??
    parts.find((part) => GERUND.test(part));
  return goal === undefined ? undefined : asInfinitive(goal);
}

/** "to …", whether it is put as a verb, as what someone is doing, or as what someone wants to have. */
export function asInfinitive(goal: string): string {
  const words = goal
    .trim()
    .replace(/[.!]+$/, "")
    .split(/\s+/)
    .slice(0, MAX_WANT_WORDS)
    .join(" ");
  const low = /^\p{Lu}\p{Ll}*['’]s?\b/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
  if (/^to\b/.test(low)) return low;
  if (VERB.test(low)) return `to ${low}`;
  const [first = "", ...rest] = low.split(" ");
  const verb = GERUND.test(low) ? baseOfGerund(first) : undefined;
  return verb === undefined ? `to have ${low}` : ["to", verb, ...rest].join(" ");
}
