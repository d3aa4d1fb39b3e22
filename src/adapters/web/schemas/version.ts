import { z } from "zod";
import { FactValue } from "../../../domain/bible/fact.ts";

export const VersionAnswer = z
  .object({
    version: z
      .int()
      .describe("The entry's version then. What alters no value makes none, so numbers may skip."),
    at: z.string(),
    by: z.string(),
    by_name: z.string().optional(),
    values: z.record(z.string(), FactValue),
    change_id: z.string().describe("The change that made it so."),
  })
  .meta({ id: "Version" });
export type VersionAnswer = z.infer<typeof VersionAnswer>;
