import { readFileSync } from "node:fs";
import { ProjectSchema } from "../src/domain/bible/project-schema.ts";
import type { KnownEntry, ReadRequest } from "../src/ports/model.ts";

/** A value that may be told in more ways than one. */
export interface AnyOf<T> {
  readonly any: readonly T[];
}

/** What a tie carries beside its kind; where it is given, all three count. */
export interface TieLabel {
  readonly secret?: boolean;
  readonly since?: string;
  readonly ends?: boolean;
}

/** A statement that lacks a name: what is to be asked for, and what is known of it. */
export interface GapLabel {
  readonly wants: "subject" | "from" | "to";
  readonly kind?: string;
  readonly fields?: Record<string, unknown>;
  readonly relation?: string;
  readonly to?: string;
}

/**
 * One labelled message of test/eval. What is not labelled must not be read; `notes` and `one_line`, and what a heading
 * alone decides, are free. A name of a kind, a field or a relation that ends with "?" is arguable: it may be read so or
 * not at all, and counts only where it is read otherwise.
 */
export interface EvalCase {
  readonly set: string;
  readonly text: string;
  readonly cast?: string;
  /** The project's own kinds and fields, by their name in schemas.json. */
  readonly schema?: string;
  readonly focus?: readonly string[];
  readonly held_out?: boolean;
  /** kind, name ("*" where any name will do), fields. */
  readonly entries?: readonly (readonly [string, string | AnyOf<string>, Record<string, unknown>])[];
  /** from, relation, to: "from is the relation of to". */
  readonly relations?: readonly (readonly [string, string | AnyOf<string>, string, TieLabel?])[];
  readonly renames?: readonly (readonly [string, string])[];
  readonly removes?: readonly string[];
  /** name, field, and the value that no longer holds where only one goes. */
  readonly drops?: readonly (readonly [string, string | AnyOf<string>, string?])[];
  /** what goes, what stays; "either" where the message does not say which. */
  readonly merges?: readonly (readonly [string, string, "either"?])[];
  readonly takes?: readonly string[];
  /** by, value, fields. */
  readonly groups?: readonly (readonly [string, string, Record<string, unknown>])[];
  /** Whose statements mean to change what is known; where it is given, nobody else's may. */
  readonly corrects?: readonly string[];
  readonly gaps?: readonly GapLabel[];
  readonly questions?: readonly Record<string, unknown>[];
  readonly requests?: readonly Record<string, unknown>[];
}

type Cast = readonly {
  kind: string;
  name: string;
  aliases?: string[];
  gender?: string;
  occupation?: string;
}[];

export const EVAL_SETS: readonly string[] = [
  ..."creation updates scenes relations negatives questions requests asked".split(" "),
  ...["wild", "mixed", "third", "fresh", "final", "crowd", "crowd-story", "crowd-people"].flatMap((set) => [
    set,
    `${set}-negatives`,
  ]),
  ...["stranger", "stranger-negatives"].flatMap((set) => [set, `${set}-more`]),
  ..."corrections drops merges groups ties gaps custom kinds-negatives"
    .split(" ")
    .flatMap((set) => [set, `${set}-held`]),
  "crowd-chatter",
  "crowd-mixed",
  "street",
  "street-negatives",
  "newcomer-more",
  "newcomer-negatives-more",
  "roamer",
  "roamer-negatives",
  ...["port", "campus", "saga", "genre", "taxi", "farm", "soap", "chorus", "bearers", "renames"].flatMap(
    (set) => [set, `${set}-negatives`],
  ),
  "visitor-held",
  "visitor-negatives-held",
  "guest-held",
  "guest-negatives-held",
];
const folder = new URL("../test/eval/", import.meta.url);

export function loadCases(sets: readonly string[] = EVAL_SETS): EvalCase[] {
  return sets.flatMap((set) =>
    load<Omit<EvalCase, "set">[]>(`${set}.json`).map((one): EvalCase => ({ ...one, set })),
  );
}

/** Whether a message states nothing, so that any change read from it is false. */
export const statesNothing = ({ set }: EvalCase): boolean =>
  set === "questions" || /negatives|chatter/.test(set);

export const casts = load<Record<string, Cast>>("cast.json");
const schemas = load<Record<string, unknown>>("schemas.json");

export function requestOf(one: Omit<EvalCase, "set">): ReadRequest {
  const known = (casts[one.cast ?? "none"] ?? []).map(
    (entry, index): KnownEntry => ({ entry_id: `e${index}`, aliases: [], ...entry }),
  );
  const focus = (one.focus ?? []).flatMap((name) => known.filter((entry) => entry.name === name));
  const request = { text: one.text, known, focus, film: { title: "Untitled", documents: {} } };
  return one.schema === undefined
    ? request
    : { ...request, schema: ProjectSchema.parse(schemas[one.schema]) };
}

function load<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, folder), "utf8")) as T;
}
