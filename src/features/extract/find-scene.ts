import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { createNameIndex, lookupKeys } from "../../domain/bible/name-index.ts";
import { UserError } from "../../domain/errors.ts";
import { wordNumber } from "../../lib/number-words.ts";
import type { ExtractParts } from "./parts.ts";

const SCENE_LIMIT = 100;
/** Scenes looked through for a number, which no index holds; only a person's answer asks for it. */
const NUMBER_LIMIT = 500;
const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

/**
 * The scene that words mean: by id, by number ("scene 3", or the third where none has a number), or by name. Throws UserError.
 */
export async function findScene(parts: ExtractParts, turn: Turn, ref: string): Promise<Entry> {
  const found = /^ent_\S+$/.test(ref)
    ? await parts.bible.get([ref])
    : await parts.bible.byKeys(turn.project.id, lookupKeys(ref), SCENE_LIMIT);
  const own = found.filter((entry) => entry.project_id === turn.project.id && entry.status !== "removed");
  const byId = own.find((entry) => entry.id === ref && entry.kind === "scene");
  const named = byId ? undefined : createNameIndex(own).find(ref, "scene");
  const scene = byId ?? (named?.type === "one" ? named.entry : await byNumber(parts, turn, ref));
  if (scene) return scene;
  const several = named?.type === "several" ? named.entries.map((entry) => entry.name).join(", ") : "";
  throw new UserError(
    "not_found",
    several === ""
      ? `There is no scene called ${ref.slice(0, 60)}.`
      : `That may be ${several.slice(0, 200)}.`,
    "Say “from” and the scene’s heading, or type /scene to see them.",
  );
}

/** Scenes are in the order in which they were made. */
async function byNumber(parts: ExtractParts, turn: Turn, ref: string): Promise<Entry | undefined> {
  const said = /^(?:the )?(?:scene )?(?:number |no )?(\S+?)(?: scene)?$/i.exec(ref.trim())?.[1];
  const place = said === undefined ? undefined : ORDINALS.indexOf(said.toLowerCase()) + 1 || wordNumber(said);
  if (said === undefined) return undefined;
  const scenes = await parts.bible.list(turn.project.id, { kind: "scene", limit: NUMBER_LIMIT });
  const numberOf = ({ facts }: Entry) => String(facts.number?.value ?? "").toLowerCase();
  const numbered = scenes.filter((scene) => numberOf(scene) !== "");
  const wanted = [said.toLowerCase(), String(place)];
  return numbered.length > 0
    ? numbered.find((scene) => wanted.includes(numberOf(scene)))
    : scenes[(place ?? 0) - 1];
}
