import type { Person } from "../../chat/inbound-event.ts";
import type { Role } from "../../domain/role.ts";
import type { UserPayload } from "./payload.ts";

const ADMINISTRATOR = 1n << 3n;
const MANAGE_CHANNELS = 1n << 4n;
const MANAGE_GUILD = 1n << 5n;
const MANAGE_MESSAGES = 1n << 13n;
const RUNS = ADMINISTRATOR | MANAGE_GUILD;
const KEEPS = MANAGE_CHANNELS | MANAGE_MESSAGES;

export function personOf(
  user: UserPayload,
  nick: string | null | undefined,
  permissions: bigint | undefined,
  groups: readonly string[] = [],
): Person {
  const name = nick ?? nameOf(user);
  return {
    id: user.id,
    role: roleOf(permissions),
    ...(name === undefined ? {} : { name }),
    ...(groups.length > 0 ? { groups: [...groups] } : {}),
  };
}

export const nameOf = (user: UserPayload): string | undefined => user.global_name ?? user.username;

/** In a direct message a person is alone with their own project. */
export const ALONE = ADMINISTRATOR;

/**
 * Who runs the server runs the project; who keeps its channels produces; everyone else who may talk writes.
 * `permissions` is Discord's bit field; undefined means that it could not be learned.
 */
function roleOf(permissions: bigint | undefined): Role {
  if (permissions === undefined) return "writer";
  if (permissions & RUNS) return "admin";
  return permissions & KEEPS ? "producer" : "writer";
}
