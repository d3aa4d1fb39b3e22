import { z } from "zod";
import { RoleMap } from "./role-map.ts";

export const MAX_SHARES = 20;

/** Who else may work on a film, and what else is not the film itself. Nothing of it is shown to clients. */
export const Access = z.object({
  /** No film: where the channels of a workspace wait that work on none yet. Nothing is ever written into it. */
  lobby: z.literal(true).optional(),
  /** Workspaces beside its own whose channels may be bound to it. */
  shared_with: z.array(z.string()).max(MAX_SHARES).optional(),
  /** The join code that is out: its hash, who made it, and until when it works. It works once. */
  code: z.object({ hash: z.string(), by: z.string(), until: z.iso.datetime() }).optional(),
  roles: RoleMap.optional(),
});
export type Access = z.infer<typeof Access>;

interface Owned {
  readonly workspace_id: string;
  readonly access?: Access | undefined;
}

/** Workspaces are walls: only its own and those it is shared with may work on a film. */
export const mayWorkOn = ({ workspace_id, access }: Owned, workspaceId: string): boolean =>
  workspace_id === workspaceId || (access?.shared_with?.includes(workspaceId) ?? false);

export const isLobby = ({ access }: Pick<Owned, "access">): boolean => access?.lobby === true;

/** The id of a workspace's lobby follows from the workspace's, so that it is made once. */
export const lobbyIdOf = (workspaceId: string): string => workspaceId.replace(/^wsp_/, "prj_lobby_");
