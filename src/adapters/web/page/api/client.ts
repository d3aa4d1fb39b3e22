import type { Http } from "./http.ts";
import type {
  Answer,
  Change,
  CommandInfo,
  Completion,
  Entry,
  Message,
  Operation,
  Point,
  ProjectSummary,
  SessionPage,
  SessionSummary,
  StaleMark,
  Turn,
  Typing,
  Version,
  Workflow,
} from "./wire.ts";

export interface NewSession {
  readonly project_id?: string;
  readonly project?: { readonly title: string; readonly logline?: string; readonly workflow?: string };
  readonly title?: string;
}

export interface Who {
  /** Left out where a token says it. */
  readonly user_id?: string;
  readonly user_name?: string;
}

export const MOST_POINTS = 50;

/** One method a call of the HTTP interface. */
export interface Client {
  sessions(user_id: string | undefined, signal?: AbortSignal): Promise<readonly SessionSummary[]>;
  commands(signal?: AbortSignal): Promise<readonly CommandInfo[]>;
  complete(session_id: string, typing: Typing, signal?: AbortSignal): Promise<readonly Completion[]>;
  createSession(
    who: Who,
    wanted: NewSession,
  ): Promise<{ session_id: string; project_id: string; title: string }>;
  session(id: string, page?: { limit?: number; before?: string }, signal?: AbortSignal): Promise<SessionPage>;
  say(who: Who, session_id: string, message: string, message_id: string): Promise<Turn>;
  choose(who: Who, session_id: string, choice_id: string): Promise<Turn>;
  submitForm(who: Who, session_id: string, form_id: string, values: Record<string, string>): Promise<Turn>;
  message(id: string): Promise<Message>;
  projects(signal?: AbortSignal): Promise<readonly ProjectSummary[]>;
  project(id: string, signal?: AbortSignal): Promise<ProjectSummary>;
  bible(project_id: string, signal?: AbortSignal): Promise<readonly Entry[]>;
  history(project_id: string, signal?: AbortSignal): Promise<readonly Change[]>;
  workflow(project_id: string, signal?: AbortSignal): Promise<Workflow>;
  /** The newest that wait, at most `MOST_POINTS`. */
  points(project_id: string, signal?: AbortSignal): Promise<readonly Point[]>;
  answer(who: Who, point_id: string, answer: Answer): Promise<Turn>;
  stale(project_id: string, signal?: AbortSignal): Promise<readonly StaleMark[]>;
  versions(entry_id: string, signal?: AbortSignal): Promise<readonly Version[]>;
  undo(who: Who, change_id: string): Promise<unknown>;
  cancel(who: Who, operation_id: string): Promise<Operation>;
  retry(who: Who, operation_id: string): Promise<Operation>;
}

export function createClient(http: Http): Client {
  const post = <T>(path: string, body: unknown): Promise<T> => http<T>(path, { method: "POST", body });
  const get = <T>(path: string, signal?: AbortSignal): Promise<T> => http<T>(path, { signal });
  return {
    sessions: async (user_id, signal) =>
      (await get<{ sessions: SessionSummary[] }>(`/api/v1/chat/sessions${query({ user_id })}`, signal))
        .sessions,
    commands: async (signal) =>
      (await get<{ commands: CommandInfo[] }>("/api/v1/chat/commands", signal)).commands,
    complete: async (session_id, typing, signal) => {
      const call = { method: "POST", body: { session_id, ...typing }, signal } as const;
      return (await http<{ suggestions: Completion[] }>("/api/v1/chat/complete", call)).suggestions;
    },
    createSession: (who, wanted) => post("/api/v1/chat/sessions", { ...who, ...wanted }),
    session: (id, { limit, before } = {}, signal) =>
      get(`/api/v1/chat/session/${id}${query({ limit, before })}`, signal),
    say: (who, session_id, message, message_id) =>
      post("/api/v1/chat/message", { ...who, session_id, message, message_id }),
    choose: (who, session_id, choice_id) => post("/api/v1/chat/choice", { ...who, session_id, choice_id }),
    submitForm: (who, session_id, form_id, values) =>
      post("/api/v1/chat/form", { ...who, session_id, form_id, values }),
    message: (id) => get(`/api/v1/messages/${id}`),
    projects: async (signal) =>
      (await get<{ projects: ProjectSummary[] }>("/api/v1/projects", signal)).projects,
    project: (id, signal) => get(`/api/v1/projects/${id}`, signal),
    bible: (id, signal) =>
      wholeBible((after) => get(`/api/v1/projects/${id}/bible${query({ after })}`, signal)),
    history: async (id, signal) =>
      (await get<{ changes: Change[] }>(`/api/v1/projects/${id}/history?limit=200`, signal)).changes,
    workflow: (id, signal) => get(`/api/v1/projects/${id}/workflow`, signal),
    points: async (id, signal) =>
      (await get<{ points: Point[] }>(`/api/v1/projects/${id}/points?limit=${MOST_POINTS}`, signal)).points,
    answer: (who, id, answer) => post(`/api/v1/points/${id}/answer`, { ...who, ...answer }),
    stale: async (id, signal) =>
      (await get<{ marks: StaleMark[] }>(`/api/v1/projects/${id}/stale?limit=500`, signal)).marks,
    versions: async (id, signal) =>
      (await get<{ versions: Version[] }>(`/api/v1/entries/${id}/versions?limit=8`, signal)).versions,
    undo: (who, id) => post(`/api/v1/changes/${id}/undo`, who),
    cancel: (who, id) => post(`/api/v1/operations/${id}/cancel`, who),
    retry: (who, id) => post(`/api/v1/operations/${id}/retry`, who),
  };
}

interface BiblePage {
  readonly entries: readonly Entry[];
  readonly next?: string;
}

async function wholeBible(
  page: (after: string | undefined) => Promise<BiblePage>,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let after: string | undefined;
  do {
    const { entries: found, next } = await page(after);
    entries.push(...found);
    after = next;
  } while (after !== undefined);
  return entries;
}

function query(values: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}
