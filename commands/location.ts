import { entryCommand } from "./entry-command.ts";

export const location = entryCommand({
  kind: "location",
  summary: "the film's places: list, show, create, edit, rename, remove",
  examples: ["/location", '/location create "The Blue Note" description="a smoky jazz club"'],
});
