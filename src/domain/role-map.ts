import { z } from "zod";
import { wordList } from "../lib/word-list.ts";
import { mayActAs, ROLES, Role } from "./role.ts";
import { Platform } from "./workspace.ts";

export const MAX_MAPPED = 50;

/** What people may do in a film by the roles and user groups they have on their platform. */
export const RoleMap = z.object({
  /** Whoever has none of the groups. Absent: what the platform lets them do decides. */
  everyone: Role.optional(),
  groups: z
    .array(z.object({ platform: Platform, id: z.string(), name: z.string(), role: Role }))
    .max(MAX_MAPPED),
});
export type RoleMap = z.infer<typeof RoleMap>;

interface Someone {
  readonly role: Role;
  readonly groups?: readonly string[] | undefined;
}

/**
 * The role somebody has in a film: the highest of their groups, else everybody's, else what their platform says. Who runs
 * a workspace stays its films' admin, so that nobody locks everybody out.
 */
export function roleIn({ role, groups = [] }: Someone, platform: Platform, map: RoleMap | undefined): Role {
  if (!map || platform === "web" || role === "admin") return role;
  const given = map.groups.filter((group) => group.platform === platform && groups.includes(group.id));
  const highest = ROLES.findLast((each) => given.some((group) => group.role === each));
  return highest ?? map.everyone ?? role;
}

const RUNS: Partial<Record<Platform, string>> = {
  discord: "whoever manages this server",
  slack: "an owner or admin of this workspace",
};

const BY_THEMSELVES: Partial<Record<Platform, Partial<Record<Role, string>>>> = {
  discord: { producer: "whoever manages this server, its channels or its messages" },
  slack: { producer: "a member of this workspace who is no guest" },
};

/** Who may act as a role, as a sentence that says whom to ask. */
export function whoMay(needs: Role, platform: Platform, map: RoleMap | undefined): string {
  const groups = (map?.groups ?? []).filter(
    (group) => group.platform === platform && mayActAs(group.role, needs),
  );
  const byThemselves = map?.everyone === undefined ? BY_THEMSELVES[platform]?.[needs] : undefined;
  const runs = byThemselves ?? RUNS[platform] ?? "a producer of this project";
  return `Ask ${wordList([...groups.map(({ name }) => `@${name}`), runs], 6, "or")}.`;
}
