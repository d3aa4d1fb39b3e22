import { entryCommand } from "./entry-command.ts";

export const prop = entryCommand({
  kind: "prop",
  summary: "the film's things: list, show, create, edit, rename, remove",
  examples: ["/prop", '/prop create "Father\'s notebook" owner=Sarah', '/prop "Father\'s notebook"'],
});
