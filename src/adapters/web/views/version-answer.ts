import type { Version } from "../../../domain/bible/versions.ts";
import type { VersionAnswer } from "../schemas/version.ts";

export function versionAnswer({ version, at, by, by_name, values, change_id }: Version): VersionAnswer {
  return { version, at, by, ...(by_name === undefined ? {} : { by_name }), values: { ...values }, change_id };
}
