import { entryCommand } from "./entry-command.ts";

export const character = entryCommand({
  kind: "character",
  summary: "the film's people: list, show, create, edit, rename, remove",
  examples: [
    "/character",
    "/character Sarah",
    "/character create Maya age=54 occupation=surgeon",
    "/character rename John Jack",
    "/character merge Jon into John",
  ],
});
