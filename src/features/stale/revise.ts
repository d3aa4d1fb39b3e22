import type { Turn } from "../../chat/turn.ts";
import type { Change } from "../../domain/bible/change.ts";
import { summaryLine } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { checkField } from "../../domain/bible/field-check.ts";
import { createNaming } from "../../domain/bible/named-in.ts";
import { MAX_DOCUMENT_CHARS } from "../../domain/project.ts";
import { candidateKeys } from "../../lib/name-keys.ts";
import type { ReviseRequest } from "../../ports/model.ts";
import type { Behind } from "./behind.ts";
import type { StaleParts } from "./parts.ts";
import { revisionsOf } from "./revisions.ts";
import { stillTold } from "./still-told.ts";

const MAX_NAMED = 60;
const MAX_LINES = 40;

export interface Revised {
  readonly behind: Behind;
  /** Undefined for a scene that says nothing yet. */
  readonly before: string | undefined;
  /** Undefined where there is no new version. */
  readonly now: string | undefined;
  /** There is none, though the text still says what is no longer so. */
  readonly stuck?: boolean;
}

/** Asks for new versions of these texts. Three reads whatever their number; `notice` takes what the model has to say. */
export async function reviseAll(
  parts: StaleParts,
  turn: Turn,
  all: readonly Behind[],
  notice: (words: string) => void,
): Promise<Revised[]> {
  const ids = all.flatMap(({ marks }) => marks.map((mark) => mark.change_id));
  const keys = all.flatMap((behind) => candidateKeys(textOf(behind) ?? ""));
  const [changes, named] = await Promise.all([
    parts.stale.changes([...new Set(ids)]),
    keys.length > 0 ? parts.bible.byKeys(turn.project.id, [...new Set(keys)], MAX_NAMED) : [],
  ]);
  const run = { signal: turn.signal, onNotice: notice };
  return Promise.all(
    all.map(async (behind): Promise<Revised> => {
      const before = textOf(behind);
      if (before === undefined) return { behind, before, now: undefined };
      const request = requestFor(turn, behind, before, changes, named);
      const now = request.changes.length === 0 ? before : await parts.model.revise(request, run);
      if (now !== before && fits(behind, now)) return { behind, before, now };
      return { behind, before, now: undefined, stuck: now !== before || stillTold(before, request.changes) };
    }),
  );
}

function textOf(behind: Behind): string | undefined {
  if ("text" in behind) return behind.text;
  const summary = behind.scene.facts.summary?.value;
  return typeof summary === "string" ? summary : undefined;
}

function requestFor(
  turn: Turn,
  behind: Behind,
  text: string,
  changes: readonly Change[],
  entries: readonly Entry[],
): ReviseRequest {
  const names = createNaming(text);
  const named = entries.filter(({ kind, name, facts }) => {
    const aliases = facts.aliases?.value;
    return names({ kind, name, aliases: Array.isArray(aliases) ? aliases : [] });
  });
  const revisions = revisionsOf(behind.marks, changes);
  const cast = "scene" in behind ? behind.scene.facts.characters?.value : undefined;
  const { title, documents } = turn.project;
  return {
    kind: "scene" in behind ? "scene" : behind.document,
    text,
    changes: revisions,
    people: [
      ...new Set([
        ...revisions.flatMap(({ kind, name }) => (kind === "character" ? name : [])),
        ...(Array.isArray(cast) ? cast : []),
        ...named.flatMap(({ kind, name }) => (kind === "character" ? name : [])),
      ]),
    ],
    film: { title, documents },
    bible: named.slice(0, MAX_LINES).map(summaryLine),
  };
}

const fits = (behind: Behind, text: string): boolean =>
  "scene" in behind ? checkField("scene", "summary", text).ok : text.length <= MAX_DOCUMENT_CHARS;
