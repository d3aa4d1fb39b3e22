import type { Turn } from "../../chat/turn.ts";
import type { UserError } from "../../domain/errors.ts";
import { RoleError } from "../../domain/role.ts";
import { whoMay } from "../../domain/role-map.ts";

/** A refusal for want of a role names who has it in this film and on this platform. */
export function withWhoMay({ session, project }: Turn, error: UserError): UserError {
  const { platform } = session.place;
  if (!(error instanceof RoleError) || platform === "web") return error;
  return new RoleError(error.message, error.needs, whoMay(error.needs, platform, project.access?.roles));
}
