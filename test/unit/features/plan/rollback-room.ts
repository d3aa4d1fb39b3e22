import type { Entry } from "../../../../src/domain/bible/entry.ts";
import { lookupKeys } from "../../../../src/domain/bible/name-index.ts";
import type { House, Room } from "../../../support/house.ts";

export const CAST = [
  "Create a character named Sarah, a journalist",
  "Create a character named Tom, a baker",
  "Sarah and Tom are siblings",
] as const;
export const SCENES = [
  "INT. DINER - NIGHT. Sarah meets Tom.",
  "EXT. PIER - DAY. Tom waits.",
  "INT. CAR - NIGHT. Sarah drives.",
] as const;
export const PAPERS = ["logline", "synopsis", "beats", "treatment"].map(
  (paper) => `/workflow write ${paper}`,
);
export const MARKS = ["/workflow complete screenplay", '/workflow skip lock "we never number"'] as const;
const KEYS = ["Sarah", "Tom", "Radio", "INT. DINER - NIGHT", "EXT. PIER - DAY", "diner"].flatMap(lookupKeys);

/** A film with a cast, papers, three scenes, a prop that is in one of them, and steps that were marked. */
export async function fill(room: Room): Promise<void> {
  await room.say(...CAST, ...PAPERS, ...SCENES, ...MARKS);
  await room.say('/prop create "Radio" owner=Sarah scenes="INT. DINER - NIGHT"');
}

/** All that a roll-back may touch, without what only counts writes: versions and times of writing. */
export async function stateOf({ stage }: House, room: Room) {
  const { bible, projects } = stage.stores;
  const { version: _version, ...project } = await room.project();
  const entries = await bible.list(project.id, { limit: 500 });
  const found = await Promise.all(KEYS.map((key) => bible.byKeys(project.id, [key], 50)));
  const linked = await Promise.all(entries.map(({ id }) => bible.linkedTo([id], 50)));
  const { counts, tallies } = await projects.totals(project.id);
  return {
    project,
    entries: entries.map(content),
    names: found.map(idsOf),
    links: linked.map(idsOf),
    counts: Object.entries(counts).filter(([, count]) => count > 0),
    tallies,
  };
}

const content = ({ version: _version, updated_at: _at, ...rest }: Entry) => rest;
const idsOf = (entries: readonly Entry[]) => entries.map(({ id }) => id);
