import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { createNameIndex, lookupKeys } from "../../domain/bible/name-index.ts";
import type { Mention } from "../../domain/reading/reading.ts";
import { closest } from "../../lib/closest.ts";
import type { BrainParts } from "./parts.ts";

const MAX_FOUND = 100;
const NEAR_LIMIT = 500;

export interface Subject {
  readonly name: string;
  /** Entries the name may mean: none, the one, or several. */
  readonly entries: readonly Entry[];
  /** A name that is much like one nobody has. */
  readonly near?: string | undefined;
}

/** Finds what a question speaks of: by id where the reader knew it, else by name; a whole name beats an alias, an alias a part. */
export async function findSubjects(
  parts: BrainParts,
  turn: Turn,
  mentions: readonly Mention[],
): Promise<Subject[]> {
  const ids = mentions.flatMap((mention) => mention.entry_id ?? []);
  const keys = mentions.flatMap((mention) =>
    mention.entry_id === undefined ? lookupKeys(mention.name) : [],
  );
  const [byId, byName] = await Promise.all([
    ids.length > 0 ? parts.bible.get(ids) : [],
    keys.length > 0 ? parts.bible.byKeys(turn.project.id, keys, MAX_FOUND) : [],
  ]);
  const own = byId.filter((entry) => entry.project_id === turn.project.id && entry.status !== "removed");
  const index = createNameIndex(byName.filter((entry) => entry.kind !== "relationship"));
  const subjects = mentions.map(({ name, entry_id }): Subject => {
    if (entry_id !== undefined) return { name, entries: own.filter((entry) => entry.id === entry_id) };
    const found = index.find(name);
    if (found.type === "one") return { name, entries: [found.entry] };
    return { name, entries: found.type === "several" ? found.entries : [] };
  });
  return Promise.all(
    subjects.map((subject) => (subject.entries.length > 0 ? subject : withNear(parts, turn, subject))),
  );
}

async function withNear(parts: BrainParts, turn: Turn, subject: Subject): Promise<Subject> {
  const names = await parts.bible.names(turn.project.id, "character", NEAR_LIMIT);
  return { ...subject, near: closest(subject.name, names) };
}
