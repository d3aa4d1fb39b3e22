import { z } from "zod";

/** How many steps back or forth a command goes at once. */
export const countOption = (description: string) =>
  z.coerce.number("give a number, for example 2").int().min(1).max(20).optional().describe(description);
