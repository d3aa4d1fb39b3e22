import { UserError } from "../../../domain/errors.ts";

export const noCount = (example: string): UserError =>
  new UserError("invalid", "How many? A number is missing.", `Type for example: ${example}`);
