import type { TurnView } from "../../src/chat/turn-record.ts";
import type { Usage } from "../../src/domain/operation.ts";

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

export interface SessionInfo {
  readonly session_id: string;
  readonly project_id: string;
  readonly title: string;
}

/** Talks to the program as a new user would: over its public HTTP interface and nothing else. */
export class Client {
  readonly url: string;
  readonly user: string;

  constructor(url: string, user = "ada") {
    this.url = url;
    this.user = user;
  }

  async call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const response = await fetch(this.url + path, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text || "null") as T, headers: response.headers };
  }

  async session(title = "Night Shift", workflow?: string): Promise<SessionInfo> {
    const { status, body } = await this.call<SessionInfo>("POST", "/api/v1/chat/sessions", {
      user_id: this.user,
      project: { title, ...(workflow ? { workflow } : {}) },
    });
    if (status !== 201) throw new Error(`no session: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  async say(sessionId: string, message: string, messageId?: string): Promise<TurnView> {
    const { status, body } = await this.call<TurnView>("POST", "/api/v1/chat/message", {
      user_id: this.user,
      session_id: sessionId,
      message,
      ...(messageId === undefined ? {} : { message_id: messageId }),
    });
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body;
  }

  async press(sessionId: string, choiceId: string): Promise<TurnView> {
    const { status, body } = await this.call<TurnView>("POST", "/api/v1/chat/choice", {
      user_id: this.user,
      session_id: sessionId,
      choice_id: choiceId,
    });
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** Asks for bulk work, and says yes where it is asked back first. */
  async bulk(sessionId: string, message: string): Promise<TurnView> {
    const asked = await this.say(sessionId, message);
    const [yes] = asked.operation ? [] : asked.choices;
    return yes ? this.press(sessionId, yes.id) : asked;
  }

  async bible(projectId: string, kind?: string): Promise<readonly BibleEntry[]> {
    const { body } = await this.call<{ entries: BibleEntry[] }>(
      "GET",
      `/api/v1/projects/${projectId}/bible?limit=500${kind ? `&kind=${kind}` : ""}`,
    );
    return body.entries;
  }

  async operation(id: string): Promise<OperationInfo> {
    return (await this.call<OperationInfo>("GET", `/api/v1/operations/${id}`)).body;
  }

  /** Waits for an operation to end; asks often, since a test watches from outside. */
  async ended(id: string, withinMs = 60_000, everyMs = 30): Promise<OperationInfo> {
    const until = Date.now() + withinMs;
    for (;;) {
      const operation = await this.operation(id).catch(() => undefined);
      if (operation && !["pending", "processing"].includes(operation.status)) return operation;
      if (Date.now() > until)
        throw new Error(`operation ${id} did not end: ${JSON.stringify(operation?.progress)}`);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  }

  async messages(
    sessionId: string,
  ): Promise<
    readonly { id: string; role: string; text: string; blocks: readonly Record<string, unknown>[] }[]
  > {
    const { body } = await this.call<{ messages: [] }>("GET", `/api/v1/chat/session/${sessionId}?limit=200`);
    return body.messages;
  }
}

export interface BibleEntry {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly status: string;
  readonly fields: Record<string, unknown>;
  readonly facts: Record<
    string,
    { value: unknown; evidence?: { quote: string; message_id: string; start: number; end: number } }
  >;
}

export interface OperationInfo {
  readonly usage?: Usage;
  readonly id: string;
  readonly status: string;
  readonly started_at: string;
  readonly ended_at?: string;
  readonly progress: { completed: number; total: number; failed: number; cancelled: number };
  readonly items: readonly { index: number; status: string; name?: string; entry_id?: string }[];
}
