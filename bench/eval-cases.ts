import { readFileSync } from "node:fs";
import type { KnownEntry, ReadRequest } from "../src/ports/model.ts";

/** One labelled message of test/eval. What is not labelled must not be read; `notes` and `one_line`, and what a heading alone decides, are free. */
export interface EvalCase {
  readonly set: string;
  readonly text: string;
  readonly cast?: string;
  readonly focus?: readonly string[];
  readonly held_out?: boolean;
  /** kind, name ("*" where any name will do), fields. */
  readonly entries?: readonly [string, string, Record<string, unknown>][];
  /** from, relation, to: "from is the relation of to". */
  readonly relations?: readonly [string, string, string][];
  readonly renames?: readonly [string, string][];
  readonly removes?: readonly string[];
  readonly questions?: readonly Record<string, unknown>[];
  readonly requests?: readonly Record<string, unknown>[];
}

type Cast = readonly { kind: string; name: string; gender?: string; occupation?: string }[];

export const EVAL_SETS = [
  "creation",
  "updates",
  "scenes",
  "relations",
  "negatives",
  "questions",
  "requests",
  "wild",
  "wild-negatives",
  "mixed",
  "mixed-negatives",
  "third",
  "third-negatives",
  "fresh",
  "fresh-negatives",
  "final",
  "final-negatives",
  "asked",
] as const;
const folder = new URL("../test/eval/", import.meta.url);

export function loadCases(sets: readonly string[] = EVAL_SETS): EvalCase[] {
  return sets.flatMap((set) =>
    (JSON.parse(readFileSync(new URL(`${set}.json`, folder), "utf8")) as Omit<EvalCase, "set">[]).map(
      (one) => ({ ...one, set }),
    ),
  );
}

const casts = JSON.parse(readFileSync(new URL("cast.json", folder), "utf8")) as Record<string, Cast>;

export function requestOf(one: EvalCase): ReadRequest {
  const known = (casts[one.cast ?? "none"] ?? []).map(
    (entry, index): KnownEntry => ({ entry_id: `e${index}`, aliases: [], ...entry }),
  );
  const focus = (one.focus ?? []).flatMap((name) => known.filter((entry) => entry.name === name));
  return { text: one.text, known, focus, film: { title: "Untitled", documents: {} } };
}
