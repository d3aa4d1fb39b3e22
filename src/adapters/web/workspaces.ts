import type { Workspace } from "../../domain/workspace.ts";
import type { WebDeps } from "./deps.ts";
import type { Caller } from "./security/caller.ts";

type Parts = Pick<WebDeps, "stores" | "clock" | "ids">;

/** The workspace of a caller, found or made once and remembered. */
export function createWorkspaces({ stores, clock, ids }: Parts): (caller: Caller) => Promise<Workspace> {
  const known = new Map<string, Promise<Workspace>>();
  return ({ workspace }) => {
    const found = known.get(workspace);
    if (found !== undefined) return found;
    const made = stores.projects.ensureWorkspace({
      id: ids.next("workspace"),
      platform: "web",
      external_id: workspace,
      name: workspace,
      created_at: clock.now().toISOString(),
    });
    known.set(workspace, made);
    made.catch(() => known.delete(workspace));
    return made;
  };
}
