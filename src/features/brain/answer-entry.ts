import type { DraftBlock } from "../../chat/reply.ts";
import {
  cardFields,
  kindLabel,
  pluralOf,
  possessive,
  relationshipLine,
  summaryLine,
} from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { fieldWords } from "../../domain/bible/kind-words.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import type { RelationshipType } from "../../domain/bible/relations.ts";
import { inverseOf } from "../../domain/bible/relations.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import { cite } from "./cite.ts";
import type { BrainParts } from "./parts.ts";

const MAX_LINKED = 60;

/** All the bible knows of one entry: a line, its card, who it is tied to, where it appears, and the words that say so. */
export async function answerWho(parts: BrainParts, entry: Entry, own: ProjectSchema): Promise<DraftBlock[]> {
  const linked = await parts.bible.linkedTo([entry.id], MAX_LINKED);
  const tied = linked.filter((other) => other.kind === "relationship");
  const people = await endsOf(parts, tied);
  const ties = tied.map((tie) => relationshipLine(tie, { people }));
  const scenes = linked.filter((other) => other.kind === "scene").map((scene) => scene.name);
  const fields = [
    ...cardFields(entry, own),
    ...(ties.length > 0 ? [{ name: "Relationships", value: ties.join("; ") }] : []),
    ...(scenes.length > 0 ? [{ name: "Scenes", value: scenes.join("; ") }] : []),
  ];
  return [
    { type: "text", text: `${sentence(entry)}` },
    {
      type: "card",
      title: entry.name,
      subtitle: `${kindLabel(entry.kind, own)}, ${entry.status}`,
      fields,
      entry_id: entry.id,
      kind: entry.kind,
    },
    ...(await cite(parts, [entry.facts.name, ...Object.values(entry.facts)])),
  ];
}

/** One field, or an honest "not known yet" with what to say. */
export async function answerField(
  parts: BrainParts,
  entry: Entry,
  field: string,
  own: ProjectSchema,
): Promise<DraftBlock[]> {
  const [found, fact] = factOf(entry, field);
  if (!fact) {
    const label = fieldWords(field, entry.kind, own);
    return [
      {
        type: "text",
        text: `I don't know ${possessive(entry.name)} ${label} yet. Say it and I note it down, for example: “${example(entry.name, field, label)}”.`,
      },
    ];
  }
  const text = `${possessive(entry.name)} ${fieldWords(found, entry.kind, own)}: **${valueText(fact.value)}**`;
  return [{ type: "text", text }, ...(await cite(parts, [fact]))];
}

/** How two are tied, or everyone one is tied to, or only those tied in one way. */
export async function answerRelation(
  parts: BrainParts,
  entries: readonly Entry[],
  relation: RelationshipType | undefined,
): Promise<DraftBlock[]> {
  const [first, second] = entries;
  if (!first) return [];
  const linked = (await parts.bible.linkedTo([first.id], MAX_LINKED)).filter(
    (other) => other.kind === "relationship",
  );
  const ties = linked.filter(
    (tie) =>
      (second ? Object.values(tie.links).flat().includes(second.id) : true) &&
      (relation === undefined || saysOf(tie, first, relation)),
  );
  if (ties.length === 0) {
    const who = second
      ? `how ${first.name} and ${second.name} are related`
      : relation
        ? `who ${possessive(first.name)} ${relation} is`
        : `whom ${first.name} is tied to`;
    return [
      {
        type: "text",
        text: `I don't know ${who} yet. Say it plainly, for example: “${first.name} and ${second?.name ?? "John"} are siblings”.`,
      },
    ];
  }
  const people = await endsOf(parts, ties);
  const about = relation === undefined ? undefined : first;
  const lines = ties.map((tie) => relationshipLine(tie, { people, ...(about ? { about } : {}) }));
  return [
    { type: "text", text: `${lines.join(". ")}.` },
    ...(await cite(
      parts,
      ties.map((tie) => tie.facts.type),
    )),
  ];
}

/** The scenes someone or something appears in. */
export async function answerScenes(parts: BrainParts, entry: Entry): Promise<DraftBlock[]> {
  const scenes = (await parts.bible.linkedTo([entry.id], MAX_LINKED)).filter(
    (other) => other.kind === "scene",
  );
  if (scenes.length === 0)
    return [
      {
        type: "text",
        text: `${entry.name} is in no scene yet. A slug line and a sentence make one: “INT. DINER - NIGHT. ${entry.name} waits.”`,
      },
    ];
  return [
    {
      type: "list",
      title: `${entry.name} is in ${scenes.length} ${scenes.length === 1 ? "scene" : pluralOf("scene")}`,
      items: scenes.map(summaryLine),
    },
    ...(await cite(
      parts,
      scenes.map((scene) => scene.facts.heading ?? scene.facts.summary),
    )),
  ];
}

/** Those whom ties are between, in one read. */
async function endsOf(parts: BrainParts, ties: readonly Entry[]): Promise<readonly Entry[]> {
  const ids = ties.flatMap(({ links }) => [...(links.from ?? []), ...(links.to ?? [])]);
  return ids.length === 0 ? [] : parts.bible.get([...new Set(ids)]);
}

/** Whether a tie says that the other one is `relation` of this one. */
function saysOf(tie: Entry, entry: Entry, relation: RelationshipType): boolean {
  const type = tie.facts.type?.value as RelationshipType | undefined;
  if (type === undefined) return false;
  const isTo = tie.links.to?.includes(entry.id) ?? false;
  return isTo ? type === relation : inverseOf(type) === relation;
}

/** Age may be kept as a range, a want as a motivation: the nearest fact that answers the same question. */
function factOf(entry: Entry, field: string) {
  const near: Record<string, readonly string[]> = {
    age: ["age", "age_range"],
    want: ["want", "motivation"],
    motivation: ["motivation", "want"],
    location: ["location", "set"],
  };
  const names = Object.hasOwn(near, field) ? (near[field] ?? []) : [field];
  const found = names.find((name) => Object.hasOwn(entry.facts, name));
  return [found ?? field, found === undefined ? undefined : entry.facts[found]] as const;
}

function sentence(entry: Entry): string {
  if (entry.kind !== "character") return summaryLine(entry);
  const value = (field: string) => {
    const fact = entry.facts[field];
    return fact ? valueText(fact.value) : undefined;
  };
  const head = [
    `**${entry.name}**`,
    value("age") ?? value("age_range"),
    value("occupation") ?? value("one_line"),
  ]
    .filter(Boolean)
    .join(", ");
  const drive = value("motivation") ?? value("want");
  if (Object.keys(entry.facts).length <= 1)
    return `**${entry.name}** is in the bible, and nothing more is known yet.`;
  return drive === undefined ? `${head}.` : `${head}: ${drive}.`;
}

function example(name: string, field: string, label: string): string {
  const phrases: Record<string, string> = {
    age: `${name} is 34`,
    occupation: `${name} is a nurse`,
    fear: `${name} is afraid of water`,
    motivation: `${name} wants to find her brother`,
  };
  const phrase = Object.hasOwn(phrases, field) ? phrases[field] : undefined;
  return phrase ?? `${possessive(name)} ${label} is …`;
}
