import { z } from "zod";
import type { Asking } from "../src/chat/completion.ts";
import type { Outcome } from "../src/chat/outcome.ts";
import type { Turn } from "../src/chat/turn.ts";
import type { BuiltInKind, EntryKind } from "../src/domain/bible/kinds.ts";
import type { Features } from "../src/features/features.ts";
import type { PairWords } from "../src/features/merge/find-pair.ts";
import { defineCommand } from "./define-command.ts";

export const ENTRY_ACTIONS = [
  "list",
  "show",
  "create",
  "edit",
  "rename",
  "remove",
  "history",
  "merge",
  "apart",
  "duplicates",
  "versions",
  "compare",
  "restore",
  "confirm",
  "lock",
  "unlock",
] as const;
/** Done to two entries at once. */
const PAIRED = ["merge", "apart"];
type Action = (typeof ENTRY_ACTIONS)[number];

interface Words {
  readonly kind: BuiltInKind;
  readonly summary: string;
  readonly examples: readonly string[];
}

/** The options that every command of an entry kind takes. */
export const entryOptions = {
  action: z
    .string()
    .default("list")
    .describe("what to do, as list, show, create, edit, versions or lock; or just a name"),
  name: z.string().default("").describe("which one"),
  text: z.string().default("").describe("fields as field=value, or the new name"),
  id: z.string().optional().describe("which one, by id"),
  values: z.record(z.string(), z.string()).optional().describe("filled in by a form"),
};
/** What only buttons and forms give. */
export const UNSEEN = ["id", "values"] as const;
const options = z.object(entryOptions);
type EntryOptions = z.infer<typeof options>;

/** What is offered: what can be done, then which entry it is done to. A new one, and fields, have no names yet. */
export const completesOf = (kindOf: (asking: Asking) => EntryKind | undefined) => ({
  action: ({ suggest }: Features, asking: Asking) => suggest.words(asking, ENTRY_ACTIONS),
  name: ({ suggest }: Features, asking: Asking) =>
    asking.given.action === "create" ? [] : suggest.entries(asking, kindOf(asking)),
  text: ({ suggest }: Features, asking: Asking) =>
    PAIRED.includes(`${asking.given.action}`) ? suggest.entries(asking, kindOf(asking)) : [],
});

/** A new entry without a name, or an entry to edit without fields, is asked for by a form. */
export const asksByForm = ({ action, name, text }: Readonly<Record<string, unknown>>): boolean =>
  isBlank(text) && ((is(action, "create") && isBlank(name)) || (is(action, "edit") && !isBlank(name)));

const is = (given: unknown, word: string): boolean => `${given ?? ""}`.trim().toLowerCase() === word;
const isBlank = (given: unknown): boolean => is(given, "");

/** The commands of the entry kinds differ only in their words. */
export const entryCommand = ({ kind, summary, examples }: Words) =>
  defineCommand({
    name: kind,
    summary,
    usage: `/${kind} [${ENTRY_ACTIONS.join(" | ")}] [name] [fields]`,
    examples,
    permission: "viewer",
    rest: "text",
    unseen: UNSEEN,
    completes: completesOf(() => kind),
    options,
    opens: asksByForm,
    run: async (features, turn, given) => runEntryAction(features, turn, kind, given),
  });

/** What an action of such a command does; any other word is a name to show. */
export async function runEntryAction(
  { bible, merge, history }: Features,
  turn: Turn,
  kind: EntryKind,
  { action, name, text, id, values }: EntryOptions,
): Promise<Outcome> {
  // A name of several words reaches the command in pieces.
  const which = id ?? [name, text].filter(Boolean).join(" ");
  const known = ENTRY_ACTIONS.find((each): each is Action => each === action.toLowerCase());
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
      return history.show(turn, { kind, ...(id === undefined ? { about: which } : { entry: id }) });
    case "merge":
      return merge.preview(turn, kind, {
        pair: pairOf(id, name, text),
        takes: id === undefined ? "" : text,
        values,
      });
    case "apart":
      return merge.apart(turn, kind, pairOf(id, name, text));
    case "duplicates":
      return merge.duplicates(turn, kind, id);
    case "versions":
      return history.versions(turn, kind, which);
    case "compare":
      return history.compare(turn, kind, [id ?? name, text].join(" "));
    case "restore":
      return bible.restore(turn, kind, [id ?? name, text].join(" "));
    case "confirm":
    case "lock":
    case "unlock":
      return bible.setState(turn, kind, which, known);
  }
}

/** A press names both by their ids, a person by their names. */
const pairOf = (id: string | undefined, name: string, text: string): PairWords =>
  id === undefined ? { name, text } : { ids: [id, name] };
