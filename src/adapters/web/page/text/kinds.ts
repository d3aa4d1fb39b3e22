import type { Schema } from "../api/wire.ts";
import { kindWord } from "./own-words.ts";

/** The kinds every film has, in the order the panels show them; others follow as they turn up. */
const FIRST_KINDS = ["character", "scene", "location", "relationship", "prop"] as const;

export function kindsShown(found: Iterable<string>): readonly string[] {
  const others = [...new Set(found)].filter((kind) => !FIRST_KINDS.some((each) => each === kind)).sort();
  return [...FIRST_KINDS, ...others];
}

const SHORT: Readonly<Record<string, string>> = { character: "Cast", relationship: "Relations" };

/** The tab's word: short, as the trade says it, or as the project calls a kind of its own. */
export function kindTab(kind: string, schema?: Schema): string {
  const words = SHORT[kind] ?? kindWord(schema, kind, 2);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/**
 * A scene's colour on a production board: INT DAY white, EXT DAY yellow, INT NIGHT blue, EXT NIGHT green,
 * dawn pink, dusk orange.
 */
export function stripOf(int_ext: unknown, time_of_day: unknown): string {
  const time = typeof time_of_day === "string" ? time_of_day.toUpperCase() : "";
  if (/DAWN|SUNRISE/.test(time)) return "dawn";
  if (/DUSK|SUNSET/.test(time)) return "dusk";
  const outside = typeof int_ext === "string" && int_ext.toUpperCase().startsWith("EXT");
  const night = /NIGHT|EVENING|MIDNIGHT/.test(time);
  if (outside) return night ? "ext-night" : "ext-day";
  return night ? "int-night" : "int-day";
}
