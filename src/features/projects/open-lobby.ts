import { lobbyIdOf } from "../../domain/access.ts";
import { ConflictError } from "../../domain/errors.ts";
import type { Project } from "../../domain/project.ts";
import { newProject } from "./new-project.ts";
import type { PlacesParts } from "./parts.ts";

/** The lobby of a workspace, made on first use. */
export async function openLobby(
  { projects, clock }: Pick<PlacesParts, "projects" | "clock">,
  workspaceId: string,
): Promise<Project> {
  const id = lobbyIdOf(workspaceId);
  const known = await projects.get(id);
  if (known) return known;
  const made = { id, workspace_id: workspaceId, title: "No film yet", by: "backlot" };
  const lobby = {
    ...newProject({ ...made, at: clock.now().toISOString() }),
    access: { lobby: true as const },
  };
  await projects.create(lobby).catch((error: unknown) => {
    // Somebody else made the same one.
    if (!(error instanceof ConflictError)) throw error;
  });
  return lobby;
}
