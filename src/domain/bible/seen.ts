import type { Entry } from "./entry.ts";
import type { EntrySource } from "./load-known.ts";

/** What reading a message has looked up already: every living entry known by these keys. */
export interface Seen {
  readonly keys: ReadonlySet<string>;
  readonly entries: readonly Entry[];
}

/** A source that asks the store only for what was not seen yet, so that a message's names are looked up once. */
export function beyond(source: EntrySource, seen: Seen | undefined): EntrySource {
  if (seen === undefined) return source;
  const byId = new Map(seen.entries.map((entry) => [entry.id, entry]));
  return {
    linkedTo: (ids, limit) => source.linkedTo(ids, limit),
    list: (projectId, filter) => source.list(projectId, filter),
    get: async (ids) => {
      const missing = ids.filter((id) => !byId.has(id));
      const found = missing.length > 0 ? await source.get(missing) : [];
      return [...ids.flatMap((id) => byId.get(id) ?? []), ...found];
    },
    byKeys: async (projectId, keys, limit) => {
      const missing = keys.filter((key) => !seen.keys.has(key));
      const found = missing.length > 0 ? await source.byKeys(projectId, missing, limit) : [];
      return missing.length === keys.length ? found : [...seen.entries, ...found];
    },
  };
}
