import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import { fieldsOfStatement } from "../../domain/points/resolve-mention.ts";
import type { Statement } from "../../domain/reading/reading.ts";
import type { ExtractParts } from "./parts.ts";

const TAKEN_LIMIT = 300;
const MAX_DRAWS = 5;

/** A name nobody has, for somebody who has none yet. Only the name is taken from what is drafted. */
export async function inventName(parts: ExtractParts, turn: Turn, statement: Statement): Promise<string> {
  const kind = statement.type === "entry" && statement.kind === "location" ? "location" : "character";
  const { title, documents } = turn.project;
  const taken = [...(await parts.bible.names(turn.project.id, kind, TAKEN_LIMIT))];
  const brief = fieldsOfStatement(statement);
  const seed = parts.ids.seed();
  for (let attempt = 0; attempt < MAX_DRAWS; attempt += 1) {
    const draft = await parts.model.draft(
      { kind, brief, film: { title, documents }, taken, cast: [], places: [], seed, index: 0, attempt },
      { signal: turn.signal },
    );
    const name = String(draft.name ?? "").trim();
    if (name !== "" && !taken.includes(name)) return name;
  }
  throw new UserError("conflict", "I found no name that is still free.", "Say what it should be.");
}
