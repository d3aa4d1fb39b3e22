import { existsSync, globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const FIXTURES = fileURLToPath(new URL("../../../shared/fixtures/", import.meta.url));

export interface Recorded {
  readonly name: string;
  readonly payload: unknown;
}

/** Why replays are skipped, when they are: the payloads are recorded elsewhere and not part of this project. */
export const missing = existsSync(FIXTURES)
  ? undefined
  : "no recorded payloads beside the checkout (../shared/fixtures)";

/** Every JSON file of a folder of recorded payloads. */
export function recorded(folder: string): Recorded[] {
  if (missing) return [];
  return globSync(`${FIXTURES}${folder}/**/*.json`)
    .sort()
    .map((path) => ({ name: basename(path, ".json"), payload: JSON.parse(readFileSync(path, "utf8")) }));
}
