import { z } from "zod";
import type { EntryKind } from "../src/domain/bible/kinds.ts";
import { defineCommand } from "./define-command.ts";

const ACTIONS = ["list", "show", "create", "edit", "rename", "remove", "history"] as const;
type Action = (typeof ACTIONS)[number];

interface Words {
  readonly kind: Extract<EntryKind, "character" | "scene" | "location">;
  readonly summary: string;
  readonly examples: readonly string[];
}

const options = z.object({
  action: z
    .string()
    .default("list")
    .describe(`${ACTIONS.join(", ")}; or just a name`),
  name: z.string().default("").describe("which one"),
  text: z.string().default("").describe("fields as field=value, or the new name"),
  id: z.string().optional().describe("which one, by id"),
  values: z.record(z.string(), z.string()).optional().describe("filled in by a form"),
});

/** The commands of the entry kinds differ only in their words. */
export const entryCommand = ({ kind, summary, examples }: Words) =>
  defineCommand({
    name: kind,
    summary,
    usage: `/${kind} [${ACTIONS.join(" | ")}] [name] [fields]`,
    examples,
    permission: "viewer",
    rest: "text",
    options,
    run: async ({ bible }, turn, { action, name, text, id, values }) => {
      // A name of several words reaches the command in pieces.
      const which = id ?? [name, text].filter(Boolean).join(" ");
      const known = ACTIONS.find((each): each is Action => each === action.toLowerCase());
      switch (known) {
        case undefined:
          return bible.show(turn, kind, [action, name, text].filter(Boolean).join(" "));
        case "list":
          return bible.list(turn, kind);
        case "show":
          return bible.show(turn, kind, which);
        case "create":
          return bible.create(turn, kind, name, values ?? text);
        case "edit":
          return bible.edit(turn, kind, id ?? name, values ?? text);
        case "rename":
          return bible.rename(turn, kind, id ?? name, text);
        case "remove":
          return bible.remove(turn, kind, which);
        case "history":
          return bible.history(turn, kind, which);
      }
    },
  });
