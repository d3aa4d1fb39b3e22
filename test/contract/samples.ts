import type { ChatMessage } from "../../src/chat/chat-message.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import type { TurnRecord } from "../../src/chat/turn-record.ts";
import { ID_PREFIXES, type IdKind } from "../../src/domain/ids.ts";
import type { Operation } from "../../src/domain/operation.ts";
import type { Project } from "../../src/domain/project.ts";
import { EMPTY_MEMORY, type Session } from "../../src/domain/session.ts";
import type { Stores } from "../../src/ports/stores.ts";

/** Without milliseconds, so that a store that rewrites dates is found out. */
export const AT = "2026-03-01T10:00:00Z";
let last = 0;

/** Later ids sort after earlier ones. */
export function newId(kind: IdKind): string {
  last += 1;
  return `${ID_PREFIXES[kind]}_${String(last).padStart(8, "0")}`;
}

export function aProject(over: Partial<Project> = {}): Project {
  return {
    id: newId("project"),
    workspace_id: newId("workspace"),
    title: "Night Shift",
    workflow: "film",
    documents: { logline: "A nurse finds a town that never sleeps." },
    step_marks: {},
    created_by: "u1",
    created_at: AT,
    version: 1,
    ...over,
  };
}

export function aSession(project: Project, over: Partial<Session> = {}): Session {
  const id = newId("session");
  return {
    id,
    project_id: project.id,
    workspace_id: project.workspace_id,
    title: "Talk",
    place: { platform: "web", workspace: "local", channel: id },
    status: "open",
    memory: EMPTY_MEMORY,
    created_by: "u1",
    created_at: AT,
    ...over,
  };
}

/** A project and a session in it, both stored. */
export async function aStage(stores: Stores): Promise<{ project: Project; session: Session }> {
  const project = aProject();
  const session = aSession(project);
  await stores.projects.create(project);
  await stores.sessions.create(session);
  return { project, session };
}

export function aMessage(session: Session, over: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: newId("message"),
    session_id: session.id,
    role: "backlot",
    user_id: "backlot",
    text: "Sarah is in the bible.",
    version: 1,
    at: AT,
    blocks: [{ type: "text", text: "Sarah is in the bible." }],
    ...over,
  };
}

export function anEvent(session: Session, text = "Create Sarah"): InboundEvent & { type: "message" } {
  return {
    type: "message",
    id: `web:message:${newId("event")}`,
    place: session.place,
    person: { id: "u1", role: "writer" },
    at: AT,
    text,
  };
}

/** What the receiver stores with a message event. */
export function said(session: Session, text = "Create Sarah"): ChatMessage {
  return aMessage(session, { role: "person", user_id: "u1", text, blocks: [] });
}

export function aRecord(session: Session, over: Partial<TurnRecord> = {}): TurnRecord {
  const reply = over.reply ?? aMessage(session);
  return {
    turn_id: newId("turn"),
    event_id: `web:message:${newId("event")}`,
    session,
    changes: [],
    undone: [],
    points: [],
    sessions: [],
    reply,
    updated_messages: [],
    choices: [],
    forms: [],
    frames: [{ type: "message.created", message: reply }],
    deliver: false,
    ...over,
  };
}

export function anOperation(session: Session, total: number, over: Partial<Operation> = {}): Operation {
  return {
    id: newId("operation"),
    project_id: session.project_id,
    session_id: session.id,
    turn_id: newId("turn"),
    type: "characters",
    brief: "people of the night",
    status: "pending",
    progress: { completed: 0, total, failed: 0, cancelled: 0 },
    message_id: newId("message"),
    shown: false,
    round: 0,
    seed: 7,
    by: "u1",
    started_at: AT,
    ...over,
  };
}
