import { nameKey } from "../../lib/name-keys.ts";
import type { Reading, Statement } from "../reading/reading.ts";
import type { Change } from "./change.ts";
import { type Author, clearDesk, openDesk } from "./desk.ts";
import type { Entry } from "./entry.ts";
import { expandGroups } from "./groups.ts";
import { evidenceAt, type Hearing, whoIs } from "./hearing.ts";
import type { EntryKind } from "./kinds.ts";
import { linkLate } from "./link-late.ts";
import { mergeEntries } from "./merge-entries.ts";
import type { Note } from "./note.ts";
import { EMPTY_SCHEMA, type ProjectSchema } from "./project-schema.ts";
import { removeEntry } from "./remove-entry.ts";
import { renameEntry } from "./rename-entry.ts";
import { stateEntry } from "./state-entry.ts";
import { stateRelationship } from "./state-relationship.ts";

export interface ApplyInput extends Omit<Author, "fact_status"> {
  readonly reading: Pick<Reading, "statements">;
  /**
   * The entries the statements may mean: by id, by every name said (`lookupKeys`), by the names a relationship may be
   * kept under (`relationshipNames`), and what is linked to an entry that is renamed or removed.
   */
  readonly known: readonly Entry[];
  /** The message that proves what is said; without one the facts have no evidence. */
  readonly message?: { readonly id: string; readonly text: string } | undefined;
  /** "confirmed" (the default) for a person's own words, "proposed" for what Backlot made up. */
  readonly fact_status?: Author["fact_status"];
  readonly lists?: Hearing["lists"];
  readonly withhold?: readonly EntryKind[];
  readonly schema?: ProjectSchema;
  /** "ask" leaves a value that contradicts a confirmed one unwritten, with a note; statements that correct are written. */
  readonly contradictions?: Hearing["contradictions"];
}

export interface Applied {
  readonly changes: readonly Change[];
  readonly notes: readonly Note[];
}

/**
 * Holds what a message says against the bible and answers the changes that follow, one an entry, and notes on what
 * could not be written. Statements count in the order of the text; relationships come last, so that whoever is made
 * anywhere in the message can be tied. What a person says explicitly makes an entry or updates the one of that name;
 * what is said in passing only updates. A later word of a person takes the place of an earlier one; a locked entry
 * takes none. Names in a scene that no entry has stay plain names and are noted.
 */
export function applyReading(input: ApplyInput): Applied {
  const hearing: Hearing = {
    desk: openDesk({ ...input, fact_status: input.fact_status ?? "confirmed" }, input.known),
    message: input.message,
    notes: [],
    schema: input.schema ?? EMPTY_SCHEMA,
    withhold: input.withhold ?? [],
    lists: input.lists ?? "join",
    unresolved: [],
    places: placesIn(input.reading.statements),
    contradictions: input.contradictions ?? "write",
    statement: undefined,
  };
  const { statements, notes } = expandGroups(input.reading.statements, input.known);
  hearing.notes.push(...notes);
  const ties = statements.filter((statement) => statement.type === "relationship");
  for (const statement of [...statements.filter((each) => each.type !== "relationship"), ...ties])
    hear(hearing, statement);
  linkLate(hearing);
  const changes = clearDesk(hearing.desk);
  return { changes, notes: worthTelling(hearing.notes, changes) };
}

/** "INT. BUS" brings in the bus, whatever else has that word in its name. */
const placesIn = (statements: readonly Statement[]): ReadonlySet<string> =>
  new Set(
    statements.flatMap((each) =>
      each.type === "entry" &&
      each.kind === "location" &&
      each.explicit &&
      each.subject.entry_id === undefined
        ? [nameKey(each.subject.name)]
        : [],
    ),
  );

function hear(hearing: Hearing, statement: Statement): void {
  hearing.statement = statement;
  switch (statement.type) {
    case "entry":
      stateEntry(hearing, statement);
      break;
    case "relationship":
      stateRelationship(hearing, statement);
      break;
    case "merge":
      mergeEntries(hearing, statement);
      break;
    default:
      changeEntry(hearing, statement);
  }
}

function changeEntry(hearing: Hearing, statement: Statement & { type: "rename" | "remove" }): void {
  const kind = statement.type === "remove" ? statement.kind : undefined;
  const entry = whoIs(hearing, statement.subject, kind);
  if (!entry) return;
  const evidence = evidenceAt(hearing, statement.span);
  if (statement.type === "rename") renameEntry(hearing, entry, statement.name, evidence);
  else removeEntry(hearing, entry, evidence);
}

/** Each note once, and no word that nothing changed about an entry that did. */
function worthTelling(notes: readonly Note[], changes: readonly Change[]): Note[] {
  const changed = new Set(changes.map((change) => change.entry_id));
  const told = new Map(notes.map((note) => [JSON.stringify(note), note]));
  return [...told.values()].filter((note) => !(note.type === "same" && changed.has(note.entry_id)));
}
