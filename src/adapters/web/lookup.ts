import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Change } from "../../domain/bible/change.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { UserError } from "../../domain/errors.ts";
import type { Operation } from "../../domain/operation.ts";
import type { Point } from "../../domain/points/point.ts";
import type { Project } from "../../domain/project.ts";
import type { Session } from "../../domain/session.ts";
import type { Totals } from "../../domain/workflow/film.ts";
import type { WebDeps } from "./deps.ts";
import type { Caller } from "./security/caller.ts";

export interface LoadedSession extends Totals {
  readonly session: Session;
  readonly project: Project;
}

/**
 * Finds what an id names, if it belongs to the caller's workspace. What another workspace owns does not exist
 * for this one: every function throws UserError("not_found") for both.
 */
export interface Lookup {
  session(id: string): Promise<LoadedSession>;
  project(id: string): Promise<Project>;
  message(id: string): Promise<ChatMessage>;
  entry(id: string): Promise<Entry>;
  change(id: string): Promise<{ change: Change; project: Project }>;
  operation(id: string): Promise<Operation>;
  point(id: string): Promise<Point>;
}

export function createLookup(deps: WebDeps, caller: Caller): Lookup {
  const { sessions, projects, messages, bible, operations, points } = deps.stores;

  const found = async <T>(
    what: keyof typeof HINTS,
    id: string,
    read: (id: string) => Promise<T | undefined>,
  ): Promise<T> => {
    const value = ID.test(id) ? await read(id) : undefined;
    if (value === undefined) throw missing(what, id);
    return value;
  };
  const ours = async <T>(what: keyof typeof HINTS, id: string, workspaceId: string, value: T): Promise<T> => {
    const { id: own } = await deps.workspaceOf(caller);
    if (workspaceId !== own) throw missing(what, id);
    return value;
  };
  const project = async (id: string, what: keyof typeof HINTS = "project", named = id): Promise<Project> => {
    const value = await found(what, id, (key) => projects.get(key));
    return ours(what, named, value.workspace_id, value);
  };
  const session = async (
    id: string,
    what: keyof typeof HINTS = "session",
    named = id,
  ): Promise<LoadedSession> => {
    const value = await found(what, id, (key) => sessions.load(key));
    return ours(what, named, value.session.workspace_id, value);
  };

  return {
    session: (id) => session(id),
    project: (id) => project(id),
    message: async (id) => {
      const message = await found("message", id, (key) => messages.get(key));
      await session(message.session_id, "message", id);
      return message;
    },
    entry: async (id) => {
      const entry = await found("entry", id, async (key) => (await bible.get([key]))[0]);
      await project(entry.project_id, "entry", id);
      return entry;
    },
    change: async (id) => {
      const change = await found("change", id, (key) => bible.change(key));
      return { change, project: await project(change.project_id, "change", id) };
    },
    operation: async (id) => {
      const operation = await found("operation", id, (key) => operations.get(key));
      await project(operation.project_id, "operation", id);
      return operation;
    },
    point: async (id) => {
      const point = await found("point", id, async (key) => (await points.get([key]))[0]);
      await project(point.project_id, "point", id);
      return point;
    },
  };
}

/** What ids look like. Anything else names nothing, and is never handed to a store. */
const ID = /^[\w:.-]{1,200}$/;

const HINTS = {
  session: "GET /api/v1/chat/sessions lists the sessions there are.",
  project: "GET /api/v1/projects lists the projects there are.",
  message: "GET /api/v1/chat/session/{id} shows a session's messages.",
  entry: "GET /api/v1/projects/{id}/bible lists a project's entries.",
  change: "GET /api/v1/projects/{id}/history lists a project's changes.",
  operation: "The turn that began the work names its operation.",
  point: "GET /api/v1/projects/{id}/points lists what waits for an answer.",
  choice: "GET /api/v1/projects/{id}/workflow shows what can be chosen now.",
  form: "Open the form again in the session that showed it.",
  file: "The message the file came with names it.",
} as const;

export function missing(what: keyof typeof HINTS, id: string): UserError {
  const shown = id.slice(0, 60).replace(/[^\w:.-]/g, "?");
  return new UserError("not_found", `There is no ${what} ${shown}.`, HINTS[what]);
}
