import type { Turn } from "../../chat/turn.ts";
import { schemaOf } from "../../domain/project.ts";
import { mergeReadings } from "../../domain/reading/merge.ts";
import type { Reading } from "../../domain/reading/reading.ts";
import { candidateKeys } from "../../lib/name-keys.ts";
import type { KnownEntry, ReadRequest } from "../../ports/model.ts";
import type { ConverseParts } from "./parts.ts";

const MAX_KNOWN = 60;

export type ReadParts = Pick<ConverseParts, "bible" | "model" | "offline" | "logger">;

/**
 * Reads what a message says. Only entries whose names occur in it are looked up, so the cost follows the message
 * and not the project. The rules read first; a model, when there is one, may only add.
 */
export async function readMessage(parts: ReadParts, turn: Turn, text: string): Promise<Reading> {
  const entries = await parts.bible.byKeys(turn.project.id, candidateKeys(text), MAX_KNOWN);
  const request: ReadRequest = {
    text,
    known: entries.map(toKnown),
    focus: turn.session.memory.focus,
    film: { title: turn.project.title, documents: turn.project.documents },
    schema: schemaOf(turn.project),
  };
  const run = { signal: turn.signal };
  const parsed = await parts.offline.read(request, run);
  if (parts.model.info.offline || parsed.steers || parsed.requests.length > 0) return parsed;
  try {
    return mergeReadings(parsed, await parts.model.read(request, run));
  } catch (error) {
    parts.logger.warn(
      { err: error, turn_id: turn.id },
      "the model could not read a message; the rules' reading stands alone",
    );
    return parsed;
  }
}

function toKnown(entry: Awaited<ReturnType<ConverseParts["bible"]["byKeys"]>>[number]): KnownEntry {
  const aliases = entry.facts.aliases?.value;
  const gender = entry.facts.gender?.value;
  const occupation = entry.facts.occupation?.value;
  return {
    entry_id: entry.id,
    kind: entry.kind,
    name: entry.name,
    aliases: Array.isArray(aliases) ? aliases : [],
    ...(typeof gender === "string" ? { gender } : {}),
    ...(typeof occupation === "string" ? { occupation } : {}),
  };
}
