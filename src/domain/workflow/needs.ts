import { fieldWords, kindLabel, pluralOf } from "../bible/kind-words.ts";
import { countOf, type EntryKind } from "../bible/kinds.ts";
import { requiredFields } from "../bible/project-schema.ts";
import { tallyOf } from "../bible/tallies.ts";
import { type DocumentKind, type Project, schemaOf } from "../project.ts";
import type { Need } from "./definition.ts";
import type { Film } from "./film.ts";

/** How far a film is with a need: done when `has` reaches `wants`. */
export interface Measure {
  readonly has: number;
  readonly wants: number;
}

export function measure(need: Need, film: Film): Measure {
  switch (need.type) {
    case "document": {
      const text = film.project.documents[need.document] ?? "";
      if (need.words === undefined) return { has: text === "" ? 0 : 1, wants: 1 };
      return { has: wordsOf(film.project, need.document), wants: need.words };
    }
    case "count":
      return { has: counted(need, film), wants: need.count };
    case "filled":
      return { has: filledPercent(need.kind, film), wants: need.percent };
    case "evidence": {
      const facts = tallyOf(film.tallies, need.kind, "facts");
      return { has: share(tallyOf(film.tallies, need.kind, "evidenced"), facts), wants: need.percent };
    }
  }
}

export function meets(need: Need, film: Film): boolean {
  const { has, wants } = measure(need, film);
  return has >= wants;
}

/** What is missing, counted: "1 of 2 characters", "no characters", "no logline", "120 of 300 words of synopsis". */
export function missingText(need: Need, film: Film): string {
  const { has, wants } = measure(need, film);
  const own = schemaOf(film.project);
  switch (need.type) {
    case "document":
      return need.words === undefined || has === 0
        ? `no ${need.document}`
        : `${has} of ${wants} words of ${need.document}`;
    case "count": {
      const confirmed = need.confirmed ? " confirmed" : "";
      const which = need.where
        ? ` (${fieldWords(need.where.field, need.kind, own)}: ${need.where.value})`
        : "";
      const things = wants === 1 ? kindLabel(need.kind, own) : pluralOf(need.kind, own);
      if (has === 0 && wants === 1) return `no${confirmed} ${pluralOf(need.kind, own)}${which}`;
      return `${Math.min(has, wants)} of ${wants} ${things}${confirmed}${which}`;
    }
    case "filled":
      return `${has} of ${wants} % of what every ${kindLabel(need.kind, own)} needs filled in`;
    case "evidence":
      return `${has} of ${wants} % of what is known of ${pluralOf(need.kind, own)} proven by somebody’s words`;
  }
}

export function missingOf(needs: readonly Need[], film: Film): readonly Need[] {
  return needs.filter((need) => !meets(need, film));
}

/** Words as people count them: what stands between spaces. */
export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Words of a project's document, counted once for a project as it was read: many steps and guards ask for the same. */
export function wordsOf({ documents }: Project, kind: DocumentKind): number {
  const known = wordsKnown.get(documents) ?? new Map<DocumentKind, number>();
  wordsKnown.set(documents, known);
  const words = known.get(kind) ?? countWords(documents[kind] ?? "");
  known.set(kind, words);
  return words;
}

const wordsKnown = new WeakMap<Project["documents"], Map<DocumentKind, number>>();

function counted(need: Need & { type: "count" }, { counts, tallies }: Film): number {
  const { kind, confirmed, where } = need;
  if (where) return tallyOf(tallies, kind, `${confirmed ? "confirmed" : "is"} ${where.field}=${where.value}`);
  return confirmed ? tallyOf(tallies, kind, "confirmed") : countOf(counts, kind);
}

/** Over all entries of the kind. Worked out once for a film: many steps ask for it, each of them several times. */
function filledPercent(kind: EntryKind, film: Film): number {
  const known = filledKnown.get(film) ?? new Map<EntryKind, number>();
  filledKnown.set(film, known);
  const percent = known.get(kind) ?? fillPercent(kind, film);
  known.set(kind, percent);
  return percent;
}

const filledKnown = new WeakMap<Film, Map<EntryKind, number>>();

function fillPercent(kind: EntryKind, film: Film): number {
  const schema = schemaOf(film.project);
  const entries = countOf(film.counts, kind);
  const fields = requiredFields(schema, kind);
  if (entries === 0) return 0;
  if (fields.length === 0) return 100;
  const filled = fields.reduce((sum, field) => sum + tallyOf(film.tallies, kind, `has ${field}`), 0);
  return share(filled, entries * fields.length);
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part / whole) * 100));
