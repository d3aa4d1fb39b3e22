import { createHash } from "node:crypto";
import { ConflictError } from "../../domain/errors.ts";
import { ID_PREFIXES } from "../../domain/ids.ts";
import type { Session } from "../../domain/session.ts";
import type { WebDeps } from "./deps.ts";
import { makeProject, makeSession } from "./open-session.ts";
import { type Caller, personOf } from "./security/caller.ts";

type Parts = Pick<WebDeps, "stores" | "clock" | "ids" | "workspaceOf">;

/**
 * The session of a user who names none, made on first use. Its id follows from workspace and user, so that two first
 * messages at once meet in one session, in one process (`opening`) or in two (the store takes an id once).
 */
export function createDefaultSessions(parts: Parts): (caller: Caller, userId: string) => Promise<Session> {
  const opening = new Map<string, Promise<Session>>();
  return (caller, userId) => {
    const key = JSON.stringify([caller.workspace, userId]);
    const running = opening.get(key);
    if (running !== undefined) return running;
    const session = findOrOpen(parts, caller, userId, key).finally(() => opening.delete(key));
    opening.set(key, session);
    return session;
  };
}

/** A session that was closed is left as it is; the next one of the row takes its place. */
async function findOrOpen(parts: Parts, caller: Caller, userId: string, key: string): Promise<Session> {
  for (let turn = 0; ; turn += 1) {
    const id = idOf(key, turn);
    const known = await parts.stores.sessions.get(id);
    if (known?.status === "open") return known;
    if (known === undefined) return open(parts, caller, userId, id);
  }
}

async function open(parts: Parts, caller: Caller, userId: string, id: string): Promise<Session> {
  const person = personOf(caller, { user_id: userId });
  try {
    const project = await makeProject(parts, caller, person);
    return await makeSession(parts, caller, { person, project, id });
  } catch (error) {
    const winner = error instanceof ConflictError ? await parts.stores.sessions.get(id) : undefined;
    if (winner !== undefined) return winner;
    throw error;
  }
}

function idOf(key: string, turn: number): string {
  const digest = createHash("sha256").update(`${turn} ${key}`).digest("hex");
  return `${ID_PREFIXES.session}_${digest.slice(0, 26)}`;
}
