import type { Place } from "../../domain/session.ts";
import type { Link } from "./link.ts";

/** The roles that people of a guild can have; everyone has the one that is named as the guild. */
export function groupsOf({ client }: Link, { workspace }: Place): { id: string; name: string }[] {
  const roles = client.guilds.cache.get(workspace)?.roles.cache;
  return [...(roles?.values() ?? [])]
    .filter(({ id, managed }) => id !== workspace && !managed)
    .map(({ id, name }) => ({ id, name }));
}
