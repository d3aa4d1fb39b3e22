import type { BoundCommand } from "../../chat/command.ts";
import type { Asked, Asking, Suggestion } from "../../chat/completion.ts";
import { mayWorkOn } from "../../domain/access.ts";
import { mayActAs } from "../../domain/role.ts";
import type { Place } from "../../domain/session.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ProjectStore } from "../../ports/project-store.ts";
import type { SessionStore } from "../../ports/session-store.ts";

export interface CompleteParts {
  readonly commands: readonly BoundCommand[];
  readonly sessions: Pick<SessionStore, "at" | "inChannel">;
  readonly projects: Pick<ProjectStore, "get">;
  readonly clock: Clock;
}

/** Somebody who types asks several times a second. */
const KEEP_MS = 3_000;
const MAX_KEPT = 1_000;

type Film = Pick<Asking, "project" | "workspace_id">;

/**
 * What may go on from what a person types, in the project that its place works on. Nothing where no project is, for
 * those who may not use the command, and for options that know of nothing. Only reads.
 */
export function createCompletion(parts: CompleteParts): (asked: Asked) => Promise<readonly Suggestion[]> {
  const filmAt = keptForMoments((place: Place) => filmOf(parts, place), parts.clock);
  return async ({ place, person, command: name, option, typed, given }) => {
    const command = parts.commands.find((each) => each.name === name);
    const { completes = {} } = command ?? {};
    const completer = Object.hasOwn(completes, option) ? completes[option] : undefined;
    if (!command || !completer || !mayActAs(person.role, command.permission)) return [];
    const film = await filmAt(place);
    return film ? completer({ ...film, person, typed, given }) : [];
  };
}

async function filmOf({ sessions, projects }: CompleteParts, place: Place): Promise<Film | undefined> {
  const session = (await sessions.at(place)) ?? (await sessions.inChannel(place));
  const project = session && (await projects.get(session.project_id));
  if (!session || !project || !mayWorkOn(project, session.workspace_id)) return undefined;
  return { project, workspace_id: session.workspace_id };
}

/** Those who ask at once share one answer. One that failed is not kept. */
function keptForMoments<T>(read: (place: Place) => Promise<T>, clock: Clock): (place: Place) => Promise<T> {
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<T> }>();
  return (place) => {
    const key = [place.platform, place.workspace, place.channel, place.thread ?? ""].join(" ");
    const now = clock.now().getTime();
    const known = kept.get(key);
    if (known && known.until > now) return known.answer;
    if (kept.size >= MAX_KEPT) kept.clear();
    const answer = read(place);
    kept.set(key, { until: now + KEEP_MS, answer });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
