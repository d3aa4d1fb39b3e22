import type { Clock } from "../../ports/clock.ts";
import type { Link } from "./link.ts";

const KEEP_MS = 10 * 60_000;

interface UserGroup {
  readonly id: string;
  /** As people mention it, without the @. */
  readonly name: string;
  readonly users: ReadonlySet<string>;
}

/** The user groups of a workspace, with who is in them; `anew` for whoever has just made one. */
export type UserGroups = (anew?: boolean) => Promise<readonly UserGroup[]>;

/**
 * Asked once in ten minutes (https://docs.slack.dev/reference/methods/usergroups.list). None where Slack cannot say or
 * the app was installed without `usergroups:read`: then everybody has the role that the workspace gives them.
 */
export function createUserGroups({ web, team }: Pick<Link, "web" | "team">, clock: Clock): UserGroups {
  let kept: { readonly groups: Promise<readonly UserGroup[]>; readonly until: number } | undefined;
  const ask = async (): Promise<readonly UserGroup[]> => {
    try {
      const { usergroups = [] } = await web.usergroups.list({
        include_users: true,
        ...(team === undefined ? {} : { team_id: team }),
      });
      return usergroups.flatMap(({ id, handle, name, users = [] }) =>
        id === undefined ? [] : [{ id, name: handle ?? name ?? id, users: new Set(users) }],
      );
    } catch {
      return [];
    }
  };
  return (anew = false) => {
    const now = clock.now().getTime();
    if (anew || !kept || kept.until <= now) kept = { groups: ask(), until: now + KEEP_MS };
    return kept.groups;
  };
}
