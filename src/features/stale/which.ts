import type { Turn } from "../../chat/turn.ts";
import { createNameIndex, lookupKeys } from "../../domain/bible/name-index.ts";
import { documentId, documentOf } from "../../domain/bible/stale.ts";
import { UserError } from "../../domain/errors.ts";
import { DOCUMENT_KINDS } from "../../domain/project.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import type { StaleParts } from "./parts.ts";

const FOUND_LIMIT = 100;

/** The dependants a person means, by name, by id (several with commas), or "all" of them. Throws UserError for none. */
export async function whichOnes(
  parts: StaleParts,
  turn: Turn,
  wanted: string,
): Promise<"all" | readonly string[]> {
  const ref = wanted.trim();
  if (ref === "")
    throw new UserError("bad_request", "Which one do you mean?", "Name a scene or a document, or say all.");
  if (/^all$/i.test(ref)) return "all";
  const ids = ref.split(",").map((id) => id.trim());
  if (ids.every((id) => /^ent_\S+$/.test(id) || documentOf(turn.project.id, id) !== undefined)) return ids;
  const word = ref.toLowerCase().replace(/^the /, "");
  const document = DOCUMENT_KINDS.find((kind) => kind === word);
  return [document ? documentId(turn.project.id, document) : await sceneNamed(parts, turn, ref)];
}

async function sceneNamed({ bible }: StaleParts, turn: Turn, ref: string): Promise<string> {
  const entries = await bible.byKeys(turn.project.id, lookupKeys(ref), FOUND_LIMIT);
  const found = createNameIndex(entries).find(ref, "scene");
  if (found.type === "one") return found.entry.id;
  if (found.type === "none")
    throw new UserError(
      "not_found",
      `There is no scene or document called ${ellipsis(ref, 60)}.`,
      "Type /stale to see what may be out of date.",
    );
  const names = found.entries.map((entry) => entry.name);
  throw new UserError(
    "conflict",
    `${ellipsis(ref, 60)} may be ${wordList(names, 8, "or")}.`,
    "Type the whole name.",
  );
}
