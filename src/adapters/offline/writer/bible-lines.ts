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

export interface Tie {
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
    job:
      parts
        .find(isJob)
        ?.toLowerCase()
        .replace(/^(?:an?|the) /, "") ?? jobWish(parts.join(" "))?.title,
    age: age === undefined ? undefined : Number(age),
    want: wantIn(parts),
    gender,
    lead: parts.some((part) => /^(?:lead|protagonist)$/i.test(part)),
    dark: DARK.test(line),
  };
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
    !/^(?:wants?|fears?|needs?|afraid|has|is|was|loves?|hates?|who|to|in)\b/.test(lower) &&
    !/^\p{L}+ing\b/u.test(lower)
  );
}

/** "to …" out of "wants to …", "wants revenge", "investigating corruption". */
function wantIn(parts: readonly string[]): string | undefined {
  for (const part of parts) {
    const wanted = /^(?:wants?|motivation:?|goal:?)\s+(.+)$/i.exec(part)?.[1];
    const goal = wanted ?? /^(?:to |\p{L}+ing ).+$/u.exec(part)?.[0];
    if (goal !== undefined) return asInfinitive(goal);
  }
  return undefined;
}

export function asInfinitive(goal: string): string {
  const words = goal
    .trim()
    .replace(/[.!]+$/, "")
    .split(/\s+/)
    .slice(0, MAX_WANT_WORDS)
    .join(" ");
  const low = words.charAt(0).toLowerCase() + words.slice(1);
  if (/^to\b/.test(low)) return low;
  return /^\p{L}+ing\b/u.test(low) ? `to go on ${low}` : `to have ${low}`;
}
