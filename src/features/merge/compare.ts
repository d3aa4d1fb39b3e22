import type { TableBlock } from "../../chat/reply.ts";
import type { Change } from "../../domain/bible/change.ts";
import { countWords, fieldLabel, inOrder, relationshipLine } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { FactValue } from "../../domain/bible/fact.ts";
import { saysTheSame } from "../../domain/bible/field-check.ts";
import { linkedIds } from "../../domain/bible/links.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";

const CELL_CHARS = 80;
const NAMED = 2;

/** A merge that is looked at: the two as they are, the one they become, and all that would be written. */
export interface Merged {
  readonly gone: Entry;
  readonly into: Entry;
  readonly after: Entry;
  readonly changes: readonly Change[];
  /** What is linked to either. */
  readonly linked: readonly Entry[];
}

/** Field by field: what each of the two says, and what becomes of it. */
export function sideBySide({ gone, into, after }: Merged, own: ProjectSchema): TableBlock {
  const { name: _gone, ...theirs } = gone.facts;
  const { name: _into, ...mine } = { ...into.facts, ...after.facts };
  const fields = inOrder(into.kind, Object.keys({ ...theirs, ...mine }), own);
  const row = (field: string) => [
    fieldLabel(field, into.kind, own),
    ...[gone, into, after].map((entry) => cell(entry.facts[field]?.value)),
  ];
  return {
    type: "table",
    title: `${gone.name} and ${into.name}`,
    columns: ["Field", ellipsis(gone.name, CELL_CHARS), ellipsis(into.name, CELL_CHARS), "Becomes"],
    rows: [["Name", ...[gone, into, after].map((entry) => cell(entry.name))], ...fields.map(row)],
  };
}

/** Fields of which each says something else, and only one can stay. */
export function differing({ gone, into }: Pick<Merged, "gone" | "into">): string[] {
  return inOrder(
    into.kind,
    Object.keys(gone.facts).filter((field) => {
      const [theirs, mine] = [gone.facts[field]?.value, into.facts[field]?.value];
      if (field === "name" || theirs === undefined || mine === undefined) return false;
      return !(Array.isArray(theirs) && Array.isArray(mine)) && !saysTheSame(theirs, mine);
    }),
  );
}

/** What else changes, in sentences: what names the one instead, what falls away, and the name that stays as another. */
export function whatFollows({ gone, into, after, changes }: Merged, own: ProjectSchema): string {
  const others = changes.filter((change) => change.entry_id !== into.id && change.entry_id !== gone.id);
  const moved = Map.groupBy(
    others.filter((change) => change.action === "updated"),
    (change) => change.kind,
  );
  const counts = [...moved].map(([kind, each]) => countWords(each.length, kind, own));
  const lost = others.filter((change) => change.action === "removed" && change.before);
  const between = lost.filter(({ before }) => before !== null && meansBoth(before, [gone, into]));
  const doubled = lost.length - between.length;
  const aliases = after.facts.aliases?.value;
  const kept = Array.isArray(aliases) && aliases.includes(gone.name);
  return [
    counts.length > 0 ? `${wordList(counts)} will name ${into.name} instead of ${gone.name}.` : "",
    between.length > 0 ? "What ties the two to one another falls away." : "",
    doubled > 0 ? `${countWords(doubled, "relationship")} would be there twice and becomes one.` : "",
    kept ? `${gone.name} stays as another name of ${into.name}.` : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** Why they may be two after all; empty when nothing speaks for it. */
export function whyTwo({ gone, into, linked }: Merged): string {
  const together = linked.filter((entry) => meansBoth(entry, [gone, into]));
  const scenes = together.filter((entry) => entry.kind === "scene").map((scene) => scene.name);
  const tie = together.find((entry) => entry.kind === "relationship");
  const two = into.kind === "character" ? "two people" : "two";
  if (scenes.length > 0) return `Both are in ${wordList(scenes, NAMED)}, so they may be ${two}.`;
  return tie ? `${relationshipLine(tie)}, so they may be ${two}.` : "";
}

const meansBoth = (entry: Entry, all: readonly Entry[]): boolean => {
  const ids = linkedIds(entry);
  return all.every((each) => ids.includes(each.id));
};

const cell = (value: FactValue | undefined): string =>
  value === undefined ? "–" : ellipsis(valueText(value).replace(/\s+/g, " "), CELL_CHARS);
