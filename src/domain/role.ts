import { z } from "zod";
import { UserError } from "./errors.ts";

/** From least to most. A role may do all that the roles before it may. */
export const ROLES = ["viewer", "writer", "producer", "admin"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const mayActAs = (has: Role, needs: Role): boolean => ROLES.indexOf(has) >= ROLES.indexOf(needs);

/** Throws UserError when the role is not enough; `what` completes "… may not". */
export function requireRole(has: Role, needs: Role, what: string): void {
  if (mayActAs(has, needs)) return;
  throw new UserError(
    "forbidden",
    `The role ${has} may not ${what}; it takes the role ${needs}.`,
    "Ask a producer of this project.",
  );
}
