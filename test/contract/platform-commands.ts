import { z } from "zod";
import { fakeCommand } from "./platform-room.ts";

/** Those that the scenes of the platform contract give. */
export const platformCommands = [
  fakeCommand({
    name: "bulk",
    options: z.object({
      kind: z.string().describe("What to make"),
      count: z.coerce.number().int().min(1).optional().describe("How many"),
    }),
  }),
  fakeCommand({
    name: "character",
    options: z.object({
      action: z.string().describe("What to do"),
      name: z.string().describe("Whom to do it to"),
    }),
    opens: ({ action }) => action === "edit",
  }),
  fakeCommand({ name: "help", options: z.object({}) }),
];
