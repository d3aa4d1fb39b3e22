import { z } from "zod";
import { UserError } from "./errors.ts";

/** From least to most. A role may do all that the roles before it may. */
export const ROLES = ["viewer", "writer", "producer", "admin"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const mayActAs = (has: Role, needs: Role): boolean => ROLES.indexOf(has) >= ROLES.indexOf(needs);

/** A refusal for want of a role. Who has it differs from film to film: whoever knows the film says so in the hint. */
export class RoleError extends UserError {
  readonly needs: Role;

  constructor(message: string, needs: Role, hint = "Ask a producer of this project.") {
    super("forbidden", message, hint);
    this.needs = needs;
  }
}

/** Throws RoleError when the role is not enough; `what` completes "… may not". */
export function requireRole(has: Role, needs: Role, what: string): void {
  if (mayActAs(has, needs)) return;
  throw new RoleError(`The role ${has} may not ${what}; it takes the role ${needs}.`, needs);
}
