import { wordList } from "../../lib/word-list.ts";
import type { Change } from "./change.ts";
import { type Contradiction, isGone, renamedIn } from "./contradicted.ts";
import { possessive, relationshipLine } from "./describe.ts";
import { fieldWords, kindLabel } from "./kind-words.ts";
import type { ProjectSchema } from "./project-schema.ts";
import { valueText } from "./value-text.ts";

/** Longer values are not told: that they changed is enough. */
const VALUE_CHARS = 60;
const MAX_FIELDS = 3;

export interface Told {
  readonly change: Change;
  readonly contradictions: readonly Contradiction[];
  readonly schema: ProjectSchema;
  /** The entry that took this one in. */
  readonly into?: string | undefined;
}

/** Why something may be out of date, in words: "Sarah’s age changed from 28 to 31". `back`: because a change was taken back. */
export function staleReason(told: Told, back = false): string {
  const { change, schema, into } = told;
  if (change.kind === "relationship") return tieReason(change, back);
  const who =
    change.kind === "character" ? change.name : `the ${kindLabel(change.kind, schema)} ${change.name}`;
  if (into !== undefined) return `${who} and ${into} became one`;
  if (isGone(change)) return `${who} was removed`;
  if (change.before?.status === "removed") return `${who} was brought back`;
  const renamed = renamedIn(change);
  if (renamed && told.contradictions.length === 0) {
    const old =
      change.kind === "character" ? renamed.from : `the ${kindLabel(change.kind, schema)} ${renamed.from}`;
    return `${old} is called ${renamed.to} ${back ? "again" : "now"}`;
  }
  const parts = told.contradictions.map((each) =>
    fieldReason(each, fieldWords(each.field, change.kind, schema), back),
  );
  const [first = "changed", ...rest] = parts;
  const lead =
    change.kind === "scene" ? sceneLead(change, told, back) : `${possessive(change.name)} ${first}`;
  return wordList([lead, ...rest], MAX_FIELDS);
}

function sceneLead(change: Change, { contradictions, schema }: Told, back: boolean): string {
  const [first] = contradictions;
  if (!first) return `${change.name} changed`;
  return fieldReason(first, `the ${fieldWords(first.field, change.kind, schema)} of ${change.name}`, back);
}

function fieldReason({ before, after, lost }: Contradiction, what: string, back: boolean): string {
  const changed = back ? "changed back" : "changed";
  if (lost && after !== undefined) {
    const named = lost.map((item) => `“${item}”`);
    return `${what} no longer ${/s$/.test(what) ? "include" : "includes"} ${wordList(named, MAX_FIELDS)}`;
  }
  const [old, now] = [before, after].map((value) =>
    value === undefined ? undefined : quoted(valueText(value)),
  );
  if (now === undefined) return isShort(old) ? `${what} (${old}) was taken out` : `${what} was taken out`;
  return isShort(old) && isShort(now) ? `${what} ${changed} from ${old} to ${now}` : `${what} ${changed}`;
}

function tieReason(change: Change, back: boolean): string {
  const line = (entry: Change["before"]) => (entry === null ? change.name : relationshipLine(entry));
  if (isGone(change)) return `“${line(change.before)}” holds no longer`;
  if (change.before?.status === "removed") return `“${line(change.after)}” holds again`;
  const [was, is] = [line(change.before), line(change.after)];
  if (was === is)
    return `what ties ${change.before?.facts.from?.value} and ${change.before?.facts.to?.value} changed`;
  return `“${was}” changed ${back ? "back " : ""}to “${is}”`;
}

const quoted = (text: string): string => (/\s/.test(text) ? `“${text}”` : text);

const isShort = (text: string | undefined): boolean => text !== undefined && text.length <= VALUE_CHARS;
