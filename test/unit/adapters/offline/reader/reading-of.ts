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
type Tie = Extract<Statement, { type: "relationship" }>;

/** Statements in short: "character Sarah! age=28 -traits=brave" ("!" for explicit), "John sibling Sarah", "rename A B", "remove A", "merge A B". */
export function inShort(reading: Pick<Reading, "statements">): string[] {
  return reading.statements.map((one) => {
    if (one.type === "entry") return entryInShort(one);
    if (one.type === "relationship")
      return `${one.from.name} ${one.relation} ${one.to.name}${one.ends === true ? " ends" : ""}`;
    if (one.type === "merge") return `merge ${one.subject.name} ${one.into.name}`;
    return one.type === "rename" ? `rename ${one.subject.name} ${one.name}` : `remove ${one.subject.name}`;
  });
}

/** The same, with all that is said beside: "character Sarah ~ age=31" ("~" for what corrects), "cops[occupation] …", "… secret since diner scene (twins)". */
export function inFull(reading: Pick<Reading, "statements">): string[] {
  return inShort(reading).map((short, at) => {
    const one = reading.statements[at];
    if (one?.type === "entry") {
      const { name, group } = one.subject;
      const who = group === undefined ? name : `${name}[${group.by}]`;
      return short
        .replace(name, who)
        .replace(/^(\S+ .*?)(?= \S+=| -\w|$)/, one.corrects === true ? "$1 ~" : "$1");
    }
    return one?.type === "relationship" ? `${short}${besideTie(one)}` : short;
  });
}

function besideTie({ secret, since, description }: Tie): string {
  const words = [secret === true ? " secret" : "", since === undefined ? "" : ` since ${since}`];
  return words.join("") + (description === undefined ? "" : ` (${description})`);
}

function entryInShort(one: Entry): string {
  const said = (value: Entry["fields"][number]["value"]) => (Array.isArray(value) ? value.join("+") : value);
  const fields = one.fields.map(({ field, value }) => `${field}=${said(value)}`);
  const drops = (one.drops ?? []).map(
    ({ field, value }) => `-${field}${value === undefined ? "" : `=${said(value)}`}`,
  );
  return [`${one.kind} ${one.subject.name}${one.explicit ? "!" : ""}`, ...fields.sort(), ...drops].join(" ");
}
