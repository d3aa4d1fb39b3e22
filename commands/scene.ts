import { entryCommand } from "./entry-command.ts";

export const scene = entryCommand({
  kind: "scene",
  summary: "the film's scenes: list, show, create, edit, remove",
  examples: [
    "/scene",
    '/scene create "INT. DINER - NIGHT" summary="Sarah meets John"',
    '/scene show "INT. DINER - NIGHT"',
  ],
});
