import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { summaryLine } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { groupKey, memberKeys } from "../../domain/bible/group-keys.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import type { Mention } from "../../domain/reading/reading.ts";
import { nameKey } from "../../lib/name-keys.ts";
import { cite } from "./cite.ts";
import type { BrainParts } from "./parts.ts";

const MAX_FOUND = 100;
/** Parts in a story ("the villain") have no keys: so many characters are looked at. */
const MAX_LOOKED_AT = 500;
const SHOWN = 25;
const PARTS = ["archetype", "role"] as const;
/** Words for one part. */
const SAME_PART = [
  ["villain", "antagonist", "bad guy", "baddie"],
  ["hero", "heroine", "protagonist", "lead", "main character", "main lead"],
];

/** Whoever is of a trade, in a group or plays a part: "judge", "heist crew", "villain". */
export async function membersAsked(
  parts: BrainParts,
  turn: Turn,
  { name, group }: Mention,
): Promise<readonly Entry[]> {
  const key = group === undefined ? undefined : groupKey(group);
  if (group === undefined || key === undefined) return [];
  const byKey = await parts.bible.byKeys(turn.project.id, [key], MAX_FOUND);
  const members = byKey.filter((entry) => memberKeys((field) => entry.facts[field]?.value).includes(key));
  if (members.length > 0 || group.by !== "occupation") return members;
  const wanted = new Set([
    nameKey(name),
    ...(SAME_PART.find((words) => words.includes(nameKey(name))) ?? []),
  ]);
  const all = await parts.bible.list(turn.project.id, { kind: "character", limit: MAX_LOOKED_AT });
  return all.filter((entry) => PARTS.some((field) => wanted.has(nameKey(textOf(entry, field)))));
}

/** Each of them in a line, with the lines that prove that they are what was asked for. */
export async function answerMembers(
  parts: BrainParts,
  members: readonly Entry[],
  { name, group }: Mention,
): Promise<DraftBlock[]> {
  const proofs = members.map((entry) => entry.facts[group?.by === "group" ? "groups" : fieldOf(entry)]);
  const [only, ...others] = members;
  if (!only) return [];
  if (others.length === 0) {
    const text =
      group?.by === "group" ? `Only **${only.name}** is in the ${name}.` : `The ${name} is **${only.name}**.`;
    return [{ type: "text", text }, ...(await cite(parts, proofs))];
  }
  const rest = members.length - SHOWN;
  const items = [
    ...members.slice(0, SHOWN).map(summaryLine),
    ...(rest > 0 ? [`… and ${rest} more: the page's bible shows all of them`] : []),
  ];
  const title = group?.by === "group" ? `In the ${name}` : `Who is ${withArticle(name)}`;
  return [{ type: "list", title, items }, ...(await cite(parts, proofs))];
}

const withArticle = (words: string): string => `${/^[aeiou]/i.test(words) ? "an" : "a"} ${words}`;

const fieldOf = (entry: Entry): string =>
  ["occupation", ...PARTS].find((field) => entry.facts[field] !== undefined) ?? "occupation";

function textOf(entry: Entry, field: string): string {
  const fact = entry.facts[field];
  return fact === undefined ? "" : valueText(fact.value);
}
