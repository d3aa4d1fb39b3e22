import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const read = new Map<string, unknown>();

/** One of the kept schemas, read once in a process. */
export function readSpec<T>(name: "discord" | "slack-methods" | "block-kit"): T {
  if (!read.has(name))
    read.set(name, JSON.parse(readFileSync(new URL(`specs/${name}.json`, import.meta.url), "utf8")));
  return read.get(name) as T;
}

/** A validator for published schemas, which hold words that JSON Schema does not know. */
export function newAjv(options: { readonly coerceTypes?: boolean } = {}): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    logger: false,
    inlineRefs: false,
    ...options,
  });
  addFormats.default(ajv);
  return ajv;
}
