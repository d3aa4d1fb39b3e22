import { cleanCharacters } from "../lib/clean-characters.ts";
import type { Block } from "./reply.ts";

/** Seen by nobody, and no platform takes a name with it for one. */
const JOINER = "\u2060";
/** "@here", "<@1>", "<#1>", "<!here>", and "@hereafter", which may be cut later; but not an address at here.com. */
const CALLS = /@(?=(?:everyone|here|channel)(?!\.\w))|<(?=[@#!])/gi;

/** A text that calls nobody and leads to no channel, and looks the same. */
export const unpinged = (text: string): string =>
  cleanCharacters(text).replace(CALLS, (sign) => `${sign}${JOINER}`);

/** The same of all that is read in blocks. Ids and addresses stay, and what stands in a form's fields: it comes back as it is. */
export const unpingedBlocks = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => within(block) as Block);

const KEPT = new Set([
  "type",
  "id",
  "url",
  "media_type",
  "state",
  "category",
  "action",
  "status",
  "kind",
  "at",
]);
const isKept = (key: string) => KEPT.has(key) || key.endsWith("_id");

function within(value: unknown): unknown {
  if (typeof value === "string") return unpinged(value);
  if (Array.isArray(value)) return value.map(within);
  if (typeof value !== "object" || value === null) return value;
  const field = "input" in value;
  const pairs = Object.entries(value).map(([key, inner]) =>
    isKept(key) || (field && key !== "label") ? [key, inner] : [key, within(inner)],
  );
  return Object.fromEntries(pairs);
}
