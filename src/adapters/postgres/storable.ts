/** What Postgres cannot hold in text or jsonb, as JSON.stringify writes it: U+0000 and halves of surrogate pairs. */
const UNSTORABLE_ESCAPE = /\\u(?:0000|d[89a-f])/i;
const REPLACEMENT = "\ufffd";

/** JSON for a jsonb parameter. Characters that cannot be stored become U+FFFD one for one, so that offsets stay right. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value);
  return UNSTORABLE_ESCAPE.test(text) ? JSON.stringify(cleaned(value)) : text;
}

/** The same for a text parameter. An id that cannot be stored is then simply not found. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", REPLACEMENT);
}

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storable(key), cleaned(inner)]));
}
