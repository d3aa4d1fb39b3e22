import { questionText } from "../../chat/point-blocks.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { Seen } from "../../domain/bible/seen.ts";
import { schemaOf } from "../../domain/project.ts";
import { mergeReadings } from "../../domain/reading/merge.ts";
import type { Reading } from "../../domain/reading/reading.ts";
import { candidateKeys } from "../../lib/name-keys.ts";
import { soundKeys } from "../../lib/sound-key.ts";
import type { KnownEntry, ReadRequest } from "../../ports/model.ts";
import type { ConverseParts } from "./parts.ts";

const MAX_KNOWN = 60;
/** Words with a capital, which may be somebody's name typed nearly right. */
const NAME_LIKE = /\p{Lu}[\p{L}'’-]{2,}/gu;
const MAX_NAME_LIKE = 24;

export type ReadParts = Pick<ConverseParts, "bible" | "points" | "model" | "offline" | "logger">;

/**
 * Reads what a message says. Only entries whose names occur in it, or sound like one in it, are looked up, so the cost
 * follows the message and not the project. The rules read first; a model, when there is one, may only add.
 */
export async function readMessage(
  parts: ReadParts,
  turn: Turn,
  text: string,
): Promise<{ readonly reading: Reading; readonly seen: Seen | undefined }> {
  const sounds = (text.match(NAME_LIKE) ?? []).slice(0, MAX_NAME_LIKE).flatMap(soundKeys);
  const keys = [...new Set([...candidateKeys(text), ...sounds])];
  const entries = await parts.bible.byKeys(turn.project.id, keys, MAX_KNOWN);
  // A full page may have left somebody out, and then it tells nothing of who is not in it.
  const seen = entries.length < MAX_KNOWN ? { keys: new Set(keys), entries } : undefined;
  return { reading: await readWith(parts, turn, text, entries), seen };
}

async function readWith(
  parts: ReadParts,
  turn: Turn,
  text: string,
  entries: readonly Entry[],
): Promise<Reading> {
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
    const asked = await questions(parts, turn);
    return mergeReadings(parsed, await parts.model.read({ ...request, asked }, run));
  } catch (error) {
    parts.logger.warn(
      { err: error, turn_id: turn.id },
      "the model could not read a message; the rules' reading stands alone",
    );
    return parsed;
  }
}

/** What waits for an answer, for a model that may see one in the message. */
async function questions(parts: ReadParts, turn: Turn): Promise<string[]> {
  const ids = turn.session.memory.asked ?? [];
  const points = ids.length === 0 ? [] : await parts.points.get(ids);
  const schema = schemaOf(turn.project);
  return points.filter((point) => point.state === "open").map((point) => questionText(point.asks, schema));
}

function toKnown(entry: Entry): KnownEntry {
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
