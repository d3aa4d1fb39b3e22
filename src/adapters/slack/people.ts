import type { webApi } from "@slack/bolt";
import type { InboundEvent, Person } from "../../chat/inbound-event.ts";
import type { Role } from "../../domain/role.ts";
import type { Clock } from "../../ports/clock.ts";
import { createEverybody } from "./everybody.ts";
import type { Link } from "./link.ts";
import { createNames } from "./names.ts";
import type { UserGroups } from "./user-groups.ts";

const KEEP_MS = 10 * 60_000;
const MAX_KEPT = 5_000;

type User = NonNullable<webApi.UsersInfoResponse["user"]>;

interface Known {
  readonly role: Role;
  readonly name: string | undefined;
  readonly until: number;
}

export interface People {
  known(event: InboundEvent): Promise<InboundEvent>;
  /** A text that was said in a workspace, with the names of those it mentions by their ids. */
  named(workspace: string, text: string): Promise<string>;
}

/**
 * Says who an event is by, as the workspace knows them. Owners and admins run a project, members produce, guests write.
 * Kept for ten minutes. Where too many are asked for one by one, all are read together; when Slack cannot say, the person
 * has the least role that can work, and is asked for again.
 */
export function createPeople(link: Link, clock: Clock, groups: UserGroups = async () => []): People {
  const { web, bolt } = link;
  const kept = new Map<string, Known>();
  const everybody = createEverybody(link, clock);

  const meet = (user: User): Known => {
    const guest = user.is_restricted || user.is_ultra_restricted || user.is_stranger;
    const role: Role = user.is_admin || user.is_owner ? "admin" : guest ? "writer" : "producer";
    const name = user.profile?.display_name || user.real_name || user.name;
    const known = { role, name, until: clock.now().getTime() + KEEP_MS };
    if (user.id !== undefined) kept.set(user.id, known);
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return known;
  };
  const look = async (id: string): Promise<Known | undefined> => {
    const found = kept.get(id);
    if (found && found.until > clock.now().getTime()) return found;
    try {
      const { user } = await web.users.info({ user: id });
      return user && meet({ ...user, id });
    } catch (error) {
      if (found || !(error instanceof bolt.webApi.WebAPIRateLimitedError)) return found;
      await everybody(meet).catch(() => undefined);
      return kept.get(id);
    }
  };

  const names = createNames({ web }, clock, async (id) => (await look(id))?.name);
  return {
    named: (_workspace, text) => names(text),
    known: async (event) => {
      const known = await look(event.person.id);
      const theirs = (await groups()).flatMap(({ id, users }) => (users.has(event.person.id) ? [id] : []));
      const named = event.type === "message" ? { ...event, text: await names(event.text) } : event;
      return { ...named, person: merge(named.person, known, theirs) };
    },
  };
}

const merge = (person: Person, known: Known | undefined, groups: string[]): Person => ({
  ...person,
  ...(known ? { role: known.role } : {}),
  ...(known?.name ? { name: known.name } : {}),
  ...(groups.length > 0 ? { groups } : {}),
});
