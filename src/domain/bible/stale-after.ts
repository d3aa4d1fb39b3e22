import type { DocumentChange } from "../document-change.ts";
import { DOCUMENT_KINDS, type DocumentKind, type Project, schemaOf } from "../project.ts";
import type { Change } from "./change.ts";
import { type Carried, carriedIn, contradictedIn, isGone, renamedIn } from "./contradicted.ts";
import { linkedIds } from "./links.ts";
import { createNaming, type Named, tellsOldName } from "./named-in.ts";
import { documentId, NO_STALE, type StaleCause, type StaleMark, type StaleWrite } from "./stale.ts";
import { staleReason } from "./stale-reason.ts";
import { type StepMarksInput, stepMarks } from "./step-marks.ts";
import { takerOf } from "./taker-of.ts";

/** Kinds that scenes are linked to. */
const IN_SCENES: readonly string[] = ["character", "location", "prop"];
/** What of a scene an outline tells. */
const TOLD_OF_SCENES: readonly string[] = [
  "summary",
  "heading",
  "set",
  "location",
  "time_of_day",
  "characters",
];
/** Documents that tell every scene, and those that miss one which is gone. */
const TELL_SCENES: readonly DocumentKind[] = ["treatment", "outline"];
const MISS_SCENES: readonly DocumentKind[] = ["synopsis", "beats", ...TELL_SCENES];

export interface StaleInput {
  readonly changes: readonly Change[];
  readonly documents: readonly DocumentChange[];
  /** As it was before the turn. */
  readonly project: Project;
  /** Steps that somebody marked done, and the kinds of entry they were made from. */
  readonly steps?: StepMarksInput["steps"];
  readonly at: string;
}

/**
 * What a turn's changes put out of date, and what they bring up to date: a change that contradicts what was there marks
 * the scenes linked to its entry and the documents that name it. An undo marks what was brought up to date since; what
 * a redo marked once holds again by itself.
 */
export function staleAfter(input: StaleInput): StaleWrite {
  const { changes, documents, project, at } = input;
  const rewritten = [...changes.flatMap(rewrites), ...documents.flatMap(writesAnew)];
  const told = changes.filter((change) => change.before !== null && change.redoes === undefined);
  const steps = stepMarks({ ...input, steps: input.steps ?? [] });
  if (told.length === 0) return { ...NO_STALE, rewritten, marks: steps };
  const fresh = new Set(rewritten.map((each) => each.dependant_id));
  const standing = documentsOf(project).filter(({ id }) => !fresh.has(id));
  const carried = carriedIn(changes);
  const around: Around = {
    changes,
    carried,
    scenes: scenesLeft(changes, carried),
    project,
    documents: standing,
    at,
  };
  const parts = told.map((change) => effectOf(change, around));
  return {
    ...NO_STALE,
    causes: parts.flatMap((part) => part.causes ?? []),
    marks: [
      ...parts.flatMap((part) => part.marks ?? []).filter((mark) => !fresh.has(mark.dependant_id)),
      ...steps,
    ],
    reversals: parts.flatMap((part) => part.reversals ?? []),
    rewritten,
  };
}

interface Around {
  readonly changes: readonly Change[];
  readonly carried: Carried;
  /** By the id of what is gone: the scenes it was taken out of. */
  readonly scenes: ReadonlyMap<string, readonly string[]>;
  readonly project: Project;
  /** The documents that stay as they are, and whom each names. */
  readonly documents: readonly Document[];
  readonly at: string;
}

interface Document {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly text: string;
  readonly names: (named: Named) => boolean;
}

type Mark = Omit<StaleMark, "dependant_id">;
type Effect = Partial<Pick<StaleWrite, "causes" | "marks" | "reversals">>;

const NONE: Effect = {};

function effectOf(change: Change, around: Around): Effect {
  const { changes, carried, project, at } = around;
  const gone = isGone(change);
  const back = change.undoes !== undefined;
  const contradictions = gone ? [] : contradictedIn(change, carried);
  const restored = back && change.before?.status === "removed";
  const renamed = gone || restored ? undefined : renamedIn(change);
  if (!gone && !restored && contradictions.length === 0 && renamed === undefined) return NONE;
  if (change.kind === "relationship" && endsOf(change).some((id) => carried.movedIds.has(id))) return NONE;
  const into = gone && !back ? takerOf(change, changes) : undefined;
  const reason = staleReason({ change, contradictions, schema: schemaOf(project), into }, back);
  const mark = {
    project_id: project.id,
    cause_id: change.entry_id,
    change_id: change.id,
    reason,
    at,
    ...(into === undefined ? {} : { into }),
  };
  if (change.undoes !== undefined) return { reversals: [{ ...mark, undoes: change.undoes }] };
  if (renamed !== undefined && contradictions.length === 0)
    return { marks: marksOf(mark, oldNameIn(change, renamed, around)) };
  const matters = gone || contradictions.some(({ field }) => TOLD_OF_SCENES.includes(field));
  if (change.kind === "scene") return matters ? { marks: marksOf(mark, sceneDocuments(around, gone)) } : NONE;
  const named = around.documents.filter(({ names }) => namesChanged(change, names));
  return {
    causes: causesOf(change, mark),
    marks: [
      ...marksOf(
        mark,
        named.map(({ id }) => id),
      ),
      ...marksOf(mark, scenesAtHand(change, around)),
    ],
  };
}

/** The documents, and the scenes that took over the new name, whose texts say the old one. */
function oldNameIn(
  { kind }: Change,
  { from, to }: { readonly from: string; readonly to: string },
  { changes, documents }: Around,
): string[] {
  const tells = (text: unknown) => typeof text === "string" && tellsOldName(text, kind, from, to);
  const scenes = changes.filter((each) => each.kind === "scene" && tells(each.after?.facts.summary?.value));
  const papers = documents.filter(({ text }) => tells(text));
  return [...scenes.map(({ entry_id }) => entry_id), ...papers.map(({ id }) => id)];
}

function causesOf(change: Change, mark: Mark): StaleCause[] {
  if (change.kind === "relationship") return [{ ...mark, linked: endsOf(change) }];
  return IN_SCENES.includes(change.kind) && !isGone(change) ? [mark] : [];
}

/** Scenes that the changes name themselves: those a removal was taken out of, and those a prop is said to be in. */
const scenesAtHand = ({ entry_id, before }: Change, { scenes }: Around): string[] => [
  ...new Set([...(scenes.get(entry_id) ?? []), ...(before?.links.scenes ?? [])]),
];

function scenesLeft(
  changes: readonly Change[],
  { goneIds }: Carried,
): ReadonlyMap<string, readonly string[]> {
  const scenes = new Map<string, string[]>();
  for (const { kind, entry_id, before } of changes) {
    if (kind !== "scene" || before === null) continue;
    for (const id of linkedIds(before))
      if (goneIds.has(id)) scenes.set(id, [...(scenes.get(id) ?? []), entry_id]);
  }
  return scenes;
}

const marksOf = (mark: Mark, ids: readonly string[]): StaleMark[] =>
  ids.map((dependant_id) => ({ ...mark, dependant_id }));

const endsOf = ({ before }: Change): string[] => [...(before?.links.from ?? []), ...(before?.links.to ?? [])];

/** Whether a text names the entry under the name it had; of a relationship, both its ends. */
function namesChanged({ before }: Change, names: Document["names"]): boolean {
  if (before === null) return false;
  const { kind, name, facts } = before;
  if (kind === "relationship")
    return [facts.from, facts.to].every(
      (end) => end !== undefined && names({ kind: "character", name: String(end.value), aliases: [] }),
    );
  const aliases = facts.aliases?.value;
  return names({ kind, name, aliases: Array.isArray(aliases) ? aliases : [] });
}

const sceneDocuments = ({ documents }: Around, gone: boolean): string[] =>
  documents.filter(({ kind }) => (gone ? MISS_SCENES : TELL_SCENES).includes(kind)).map(({ id }) => id);

/** A scene whose summary is said anew is up to date, and one that is gone cannot be out of date. */
function rewrites(change: Change): StaleWrite["rewritten"] {
  const { kind, entry_id, before, after, fields, undoes, redoes } = change;
  if (kind !== "scene" || before === null) return [];
  const said = fields.summary?.after !== undefined && (undoes === undefined || redoes !== undefined);
  const gone = after === null || after.status === "removed";
  return said || gone ? [{ dependant_id: entry_id, by: redoes ?? change.id }] : [];
}

const writesAnew = ({ id, project_id, document, undoes, redoes }: DocumentChange): StaleWrite["rewritten"] =>
  document !== "plan" && (undoes === undefined || redoes !== undefined)
    ? [{ dependant_id: documentId(project_id, document), by: redoes ?? id }]
    : [];

/** The documents there are. Their texts are read only when a change contradicts something. */
const documentsOf = (project: Project): Document[] =>
  DOCUMENT_KINDS.flatMap((kind) => {
    const text = project.documents[kind] ?? "";
    return text === "" ? [] : [{ id: documentId(project.id, kind), kind, text, names: createNaming(text) }];
  });
