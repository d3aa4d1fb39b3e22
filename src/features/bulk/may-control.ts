import { leftFilm } from "../../chat/left-film.ts";
import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import type { Operation } from "../../domain/operation.ts";
import { mayActAs, requireRole } from "../../domain/role.ts";
import type { BulkParts } from "./parts.ts";

/** An operation of the turn's project. Throws UserError for one that is not there. */
export async function ownOperation(
  { operations }: Pick<BulkParts, "operations">,
  turn: Turn,
  id: string,
): Promise<Operation> {
  const operation = await operations.get(id.trim());
  if (operation?.project_id === turn.project.id) return operation;
  if (operation?.session_id === turn.session.id) throw leftFilm();
  throw new UserError(
    "not_found",
    "There is no such operation in this project.",
    "Type /jobs to see what ran here.",
  );
}

/** The same, for who may act on it: the person who started it, and producers. Throws UserError for others. */
export async function mayControl(
  parts: Pick<BulkParts, "operations">,
  turn: Turn,
  id: string,
  what: string,
): Promise<Operation> {
  const operation = await ownOperation(parts, turn, id);
  const { id: person, role } = turn.person;
  requireRole(role, "writer", `${what} bulk work`);
  if (operation.by === person || mayActAs(role, "producer")) return operation;
  const starter = operation.by_name ?? "the person who started it";
  throw new UserError(
    "forbidden",
    `Only ${starter} or a producer may ${what} this work.`,
    "Ask one of them; /jobs shows how it stands.",
  );
}
