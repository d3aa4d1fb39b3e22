import { readOffline } from "../../../../../src/adapters/offline/read.ts";
import type { Reading, Statement } from "../../../../../src/domain/reading/reading.ts";
import type { KnownEntry } from "../../../../../src/ports/model.ts";

/** A small film: two leads, those around them, a place, a scene and a thing. */
export const FILM: readonly KnownEntry[] = [
  {
    entry_id: "sarah",
    kind: "character",
    name: "Sarah",
    aliases: [],
    gender: "female",
    occupation: "journalist",
  },
  {
    entry_id: "john",
    kind: "character",
    name: "John",
    aliases: ["Ace"],
    gender: "male",
    occupation: "detective",
  },
  { entry_id: "karen", kind: "character", name: "Karen Whitlock", aliases: [], gender: "female" },
  { entry_id: "tom", kind: "character", name: "Tom", aliases: [], gender: "male", occupation: "teacher" },
  { entry_id: "diner", kind: "location", name: "Diner", aliases: [] },
  { entry_id: "scene", kind: "scene", name: "INT. DINER - NIGHT", aliases: [] },
  { entry_id: "lighter", kind: "prop", name: "silver lighter", aliases: [] },
];

/** The reading of `text` in that film, or in an empty one; `focus` by entry id, newest first. */
export function readingOf(
  text: string,
  options: { film?: boolean; focus?: readonly string[] } = {},
): Reading {
  const known = options.film === false ? [] : FILM;
  const focus = (options.focus ?? []).flatMap((id) => FILM.filter((entry) => entry.entry_id === id));
  return readOffline({ text, known, focus, film: { title: "Untitled", documents: {} } });
}

type Entry = Extract<Statement, { type: "entry" }>;

/** Statements in short: "character Sarah! age=28 occupation=journalist" ("!" for explicit), "John sibling Sarah", "rename A B", "remove A". */
export function inShort(reading: Reading): string[] {
  return reading.statements.map((one) => {
    if (one.type === "entry") return entryInShort(one);
    if (one.type === "relationship") return `${one.from.name} ${one.relation} ${one.to.name}`;
    return one.type === "rename" ? `rename ${one.subject.name} ${one.name}` : `remove ${one.subject.name}`;
  });
}

function entryInShort(one: Entry): string {
  const fields = one.fields.map(
    ({ field, value }) => `${field}=${Array.isArray(value) ? value.join("+") : value}`,
  );
  return [`${one.kind} ${one.subject.name}${one.explicit ? "!" : ""}`, ...fields.sort()].join(" ");
}
