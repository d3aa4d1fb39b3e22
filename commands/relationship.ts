import { entryCommand } from "./entry-command.ts";

export const relationship = entryCommand({
  kind: "relationship",
  summary: "who is what to whom: list, show, create, edit, remove",
  examples: [
    "/relationship",
    '/relationship create Sarah sibling John secret=yes since="INT. DINER - NIGHT"',
    "/relationship Sarah and John",
    "/relationship edit Sarah and John type=rival",
  ],
});
