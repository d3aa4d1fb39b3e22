import { readFileSync } from "node:fs";
import { readOffline } from "../../../../../src/adapters/offline/read.ts";
import { ProjectSchema } from "../../../../../src/domain/bible/project-schema.ts";
import type { Reading } from "../../../../../src/domain/reading/reading.ts";
import type { KnownEntry } from "../../../../../src/ports/model.ts";
import { FILM } from "./reading-of.ts";

/** Vehicles and creatures, and fields of every type on the trade's own kinds and on these. */
export const CONVOY: ProjectSchema = ProjectSchema.parse(
  JSON.parse(readFileSync(new URL("../../../../eval/schemas.json", import.meta.url), "utf8")).convoy,
);

export const CONVOY_FILM: readonly KnownEntry[] = [
  ...FILM,
  { entry_id: "betsy", kind: "vehicle", name: "Betsy", aliases: [] },
  { entry_id: "mauler", kind: "creature", name: "The Mauler", aliases: [] },
];

export const convoyReading = (text: string, focus: readonly string[] = []): Reading =>
  readOffline({
    text,
    known: CONVOY_FILM,
    focus: focus.flatMap((id) => CONVOY_FILM.filter((entry) => entry.entry_id === id)),
    film: { title: "Convoy", documents: {} },
    schema: CONVOY,
  });
