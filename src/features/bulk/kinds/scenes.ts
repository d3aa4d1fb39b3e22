import type { Entry } from "../../../domain/bible/entry.ts";
import { draftEntries, planCount } from "../drafted-entries.ts";
import type { BulkKind } from "./kind.ts";

const EXAMPLE = "/bulk scenes 10";
const CAST_LIMIT = 40;

export const scenes: BulkKind = {
  type: "scenes",
  one: "scene",
  words: [],
  gate: "scene",
  counted: true,
  targeted: false,
  writes: true,
  example: EXAMPLE,
  past: "made",
  done: (count) => `${count === 1 ? "1 scene is" : `${count} scenes are`} in the bible as drafts`,
  plan: (_parts, request) => planCount(EXAMPLE, request),
  begin: async (parts, work) => {
    const { project_id } = work.operation;
    const [cast, places] = await Promise.all([
      parts.bible.list(project_id, { kind: "character", limit: CAST_LIMIT }),
      parts.bible.list(project_id, { kind: "location", limit: CAST_LIMIT }),
    ]);
    return draftEntries(parts, work, {
      kind: "scene",
      shared: { cast: cast.map(({ name }) => name), places: places.map(({ name }) => name) },
      links: (fields) => ({
        ...linked("characters", cast, fields.characters),
        ...linked("location", places, fields.location),
      }),
    });
  },
};

function linked(field: string, entries: readonly Entry[], value: unknown): Entry["links"] {
  const names = [value ?? []].flat();
  const ids = entries.filter(({ name }) => names.includes(name)).map(({ id }) => id);
  return ids.length > 0 ? { [field]: ids } : {};
}
