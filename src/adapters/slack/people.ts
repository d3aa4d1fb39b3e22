import type { InboundEvent, Person } from "../../chat/inbound-event.ts";
import type { Role } from "../../domain/role.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Link } from "./link.ts";
import type { UserGroups } from "./user-groups.ts";

const KEEP_MS = 10 * 60_000;
const MAX_KEPT = 2_000;
/** A message that calls more people than these shows the ids of the others. */
const MAX_NAMED = 10;
const MENTION = /(?<!\w)@([UW](?=[A-Z0-9]*\d)[A-Z0-9]{5,20})\b/g;

interface Known {
  readonly role: Role;
  readonly name: string | undefined;
  readonly until: number;
}

export interface People {
  known(event: InboundEvent): Promise<InboundEvent>;
}

/**
 * Says who an event is by, as the workspace knows them. Owners and admins run a project, members produce, guests write.
 * Kept for ten minutes; when Slack cannot say, the person has the least role that can work, and is asked for again.
 */
export function createPeople({ web }: Link, clock: Clock, groups: UserGroups = async () => []): People {
  const kept = new Map<string, Known>();

  const look = async (id: string): Promise<Known | undefined> => {
    const found = kept.get(id);
    if (found && found.until > clock.now().getTime()) return found;
    try {
      const { user } = await web.users.info({ user: id });
      if (!user) return undefined;
      const guest = user.is_restricted || user.is_ultra_restricted || user.is_stranger;
      const role: Role = user.is_admin || user.is_owner ? "admin" : guest ? "writer" : "producer";
      const name = user.profile?.display_name || user.real_name || user.name;
      const known = { role, name, until: clock.now().getTime() + KEEP_MS };
      if (kept.size >= MAX_KEPT) kept.clear();
      kept.set(id, known);
      return known;
    } catch {
      return found;
    }
  };

  return {
    known: async (event) => {
      const known = await look(event.person.id);
      const theirs = (await groups()).flatMap(({ id, users }) => (users.has(event.person.id) ? [id] : []));
      const named = event.type === "message" ? { ...event, text: await withNames(event.text, look) } : event;
      return { ...named, person: merge(named.person, known, theirs) };
    },
  };
}

/** Slack mentions people by their ids alone. What is said is kept with the names people see. */
async function withNames(text: string, look: (id: string) => Promise<Known | undefined>): Promise<string> {
  const ids = [...new Set(Array.from(text.matchAll(MENTION), ([, id = ""]) => id))].slice(0, MAX_NAMED);
  if (ids.length === 0) return text;
  const names = new Map(await Promise.all(ids.map(async (id) => [id, (await look(id))?.name] as const)));
  return text.replace(MENTION, (whole, id: string) => (names.get(id) ? `@${names.get(id)}` : whole));
}

const merge = (person: Person, known: Known | undefined, groups: string[]): Person => ({
  ...person,
  ...(known ? { role: known.role } : {}),
  ...(known?.name ? { name: known.name } : {}),
  ...(groups.length > 0 ? { groups } : {}),
});
