import { z } from "zod";
import { defineCommand } from "./define-command.ts";

/** The film's own kinds are taken, too. */
const WHAT = ["characters", "scenes", "locations", "props", "relationships", "papers", "json"];

export const exportFiles = defineCommand({
  name: "export",
  summary: "the film as files: a table of each kind, its papers, or all of it as JSON",
  usage: "/export [characters | scenes | locations | props | relationships | papers | json]",
  examples: ["/export", "/export characters", "/export json"],
  permission: "viewer",
  rest: "what",
  completes: { what: ({ suggest }, asking) => suggest.words(asking, WHAT) },
  options: z.object({
    what: z.string().default("").describe("a kind, papers or json; without it everything"),
  }),
  run: async ({ exporting }, turn, { what }) => exporting.files(turn, what),
});
