import { z } from "zod";
import { EntryKind } from "../src/domain/bible/kinds.ts";
import { defineCommand } from "./define-command.ts";
import {
  asksByForm,
  completesOf,
  ENTRY_ACTIONS,
  entryOptions,
  runEntryAction,
  UNSEEN,
} from "./entry-command.ts";

export const entry = defineCommand({
  name: "entry",
  summary: "the same for entries of any kind, the film's own kinds too",
  usage: `/entry <kind> [${ENTRY_ACTIONS.join(" | ")}] [name] [fields]`,
  examples: [
    "/entry",
    "/entry vehicle",
    '/entry vehicle create "Blue Van" plate=B-LU-1',
    '/entry vehicle edit "Blue Van" plate=B-LU-2',
  ],
  permission: "viewer",
  rest: "text",
  unseen: UNSEEN,
  completes: {
    kind: ({ suggest }, asking) => suggest.kinds(asking),
    ...completesOf(({ given }) => EntryKind.safeParse(given.kind).data),
  },
  options: z.object({
    kind: z.string().default("").describe("the kind, for example vehicle; left out, the kinds there are"),
    ...entryOptions,
  }),
  opens: asksByForm,
  run: async (features, turn, { kind, ...given }) =>
    kind.trim() === ""
      ? features.bible.kinds(turn)
      : runEntryAction(features, turn, features.bible.kindNamed(turn, kind), given),
});
