import { useMemo } from "react";
import type { Change, Entry, StaleMark } from "../api/wire.ts";
import { useSend } from "../project/use-send.ts";
import { useTalkTools } from "../state/talk-context.ts";
import type { ProjectData } from "../state/use-project-data.ts";
import type { BibleTools } from "./bible-context.ts";

/** `onLeave` makes room for the talk where the bible stands before it. */
export function useBibleTools(data: ProjectData, onLeave: () => void): BibleTools {
  const { nameOf } = useTalkTools();
  const send = useSend(onLeave);
  const schema = data.project.data?.schema;
  const entries = data.bible.data;
  const history = data.history.data;
  const marks = useMemo(() => byDependant(data.stale.data ?? []), [data.stale.data]);
  const names = useMemo(() => new Map((entries ?? []).map(({ id, name }) => [id, name])), [entries]);
  const shared = useMemo(() => sharedNames(entries ?? []), [entries]);
  const people = useMemo(() => writersOf(history ?? []), [history]);

  return useMemo(
    () => ({
      schema,
      marksOf: (id) => marks.get(id) ?? [],
      entryName: (id) => names.get(id),
      personName: (id) => {
        const known = nameOf(id);
        return known === id ? (people.get(id) ?? id) : known;
      },
      idFor: ({ id, name }) => (name.includes('"') || shared.has(name.toLowerCase()) ? id : undefined),
      send: (text) => void send(text),
    }),
    [schema, marks, names, shared, people, nameOf, send],
  );
}

function byDependant(marks: readonly StaleMark[]): ReadonlyMap<string, readonly StaleMark[]> {
  return Map.groupBy(marks, ({ dependant_id }) => dependant_id);
}

/** Names that more than one entry goes by. */
function sharedNames(entries: readonly Entry[]): ReadonlySet<string> {
  const named = Map.groupBy(entries, ({ name }) => name.toLowerCase());
  return new Set([...named].filter(([, all]) => all.length > 1).map(([name]) => name));
}

/** Names by user id: each person's latest, in changes told newest first. */
function writersOf(changes: readonly Change[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { by, by_name } of changes) if (by_name !== undefined && !names.has(by)) names.set(by, by_name);
  return names;
}
