import type { BoundCommand } from "../../chat/command.ts";
import type { Asked, Suggestion } from "../../chat/completion.ts";
import { mayWorkOn } from "../../domain/access.ts";
import { mayActAs } from "../../domain/role.ts";
import type { ProjectStore } from "../../ports/project-store.ts";
import type { SessionStore } from "../../ports/session-store.ts";

export interface CompleteParts {
  readonly commands: readonly BoundCommand[];
  readonly sessions: Pick<SessionStore, "at" | "inChannel">;
  readonly projects: Pick<ProjectStore, "get">;
}

/**
 * What may go on from what a person types, in the project that its place works on. Nothing where no project is, for
 * those who may not use the command, and for options that know of nothing. Only reads.
 */
export async function complete(
  { commands, sessions, projects }: CompleteParts,
  { place, person, command: name, option, typed, given }: Asked,
): Promise<readonly Suggestion[]> {
  const command = commands.find((each) => each.name === name);
  const { completes = {} } = command ?? {};
  const completer = Object.hasOwn(completes, option) ? completes[option] : undefined;
  if (!command || !completer || !mayActAs(person.role, command.permission)) return [];
  const session = (await sessions.at(place)) ?? (await sessions.inChannel(place));
  const project = session && (await projects.get(session.project_id));
  if (!session || !project || !mayWorkOn(project, session.workspace_id)) return [];
  return completer({ project, workspace_id: session.workspace_id, person, typed, given });
}
