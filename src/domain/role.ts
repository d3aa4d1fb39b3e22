import { z } from "zod";

/** From least to most. A role may do all that the roles before it may. */
export const ROLES = ["viewer", "writer", "producer", "admin"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const mayActAs = (has: Role, needs: Role): boolean => ROLES.indexOf(has) >= ROLES.indexOf(needs);
