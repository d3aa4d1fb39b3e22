import type { Mention, Span, Statement } from "../reading/reading.ts";
import type { Desk } from "./desk.ts";
import { onDesk } from "./desk.ts";
import type { Entry } from "./entry.ts";
import type { Evidence } from "./fact.ts";
import type { EntryKind } from "./kinds.ts";
import type { Note } from "./note.ts";
import type { ProjectSchema } from "./project-schema.ts";

/** One message being held against the bible. */
export interface Hearing {
  readonly desk: Desk;
  readonly message: { readonly id: string; readonly text: string } | undefined;
  readonly notes: Note[];
  /** The kinds and fields that the project adds. */
  readonly schema: ProjectSchema;
  /** Kinds of which nothing new may be made now. */
  readonly withhold: readonly EntryKind[];
  /** Whether a list that is given joins the one there is, as in talk, or takes its place, as in a form. */
  readonly lists: "join" | "replace";
  /** What becomes of a value that contradicts a confirmed one: it is asked about, or written. */
  readonly contradictions: "ask" | "write";
  /** The keys of the places that the message itself brings in. */
  readonly places: ReadonlySet<string>;
  /** What is being heard just now. */
  statement: Statement | undefined;
  /** Names in a link field that no entry had yet when they were read. */
  readonly unresolved: Unresolved[];
}

export interface Unresolved {
  readonly entry: Entry;
  readonly field: string;
  readonly name: string;
  readonly target: EntryKind;
}

/** The words at the first span that lies within the message; nothing when there is no message to prove it. */
export function evidenceAt(hearing: Hearing, ...spans: readonly Span[]): Evidence | undefined {
  const { message } = hearing;
  if (message === undefined) return undefined;
  const span = spans.find(({ start, end }) => start < end && end <= message.text.length);
  if (span === undefined) return undefined;
  const { start, end } = span;
  return { quote: message.text.slice(start, end), message_id: message.id, start, end };
}

/** Which living entry a mention means. More than one, or none, is noted and answers undefined. */
export function whoIs(hearing: Hearing, mention: Mention, kind: EntryKind | undefined): Entry | undefined {
  const found = lookUp(hearing, mention, kind);
  if (found.entry) return found.entry;
  if (found.candidates) hearing.notes.push(ambiguity(hearing, mention.name, found.candidates));
  else
    hearing.notes.push({
      type: "unknown",
      name: mention.name,
      ...(kind === undefined ? {} : { kind }),
      ...(hearing.statement === undefined ? {} : { statement: hearing.statement }),
    });
  return undefined;
}

/** The note that a name means several. */
export const ambiguity = (hearing: Hearing, name: string, entries: readonly Entry[]): Note => ({
  type: "ambiguous",
  name,
  candidates: entries.map((entry) => entry.name),
  entries,
  statement: hearing.statement,
});

/** As `whoIs`, without a note for a name that no entry has. */
export function lookUp(
  hearing: Hearing,
  mention: Mention,
  kind: EntryKind | undefined,
): { readonly entry?: Entry; readonly candidates?: readonly Entry[] } {
  const meant = mention.entry_id === undefined ? undefined : onDesk(hearing.desk, mention.entry_id);
  if (meant && meant.status !== "removed") return { entry: meant };
  const found = hearing.desk.names.find(mention.name, kind);
  if (found.type === "one") return { entry: found.entry };
  if (found.type === "several") return { candidates: found.entries };
  return {};
}

/** Whether talk may change an entry; a locked one is noted. */
export function mayChange(hearing: Hearing, entry: Entry): boolean {
  if (entry.status !== "locked") return true;
  const by = entry.locked?.name ?? entry.locked?.by;
  hearing.notes.push({ type: "locked", name: entry.name, kind: entry.kind, entry_id: entry.id, by });
  return false;
}
