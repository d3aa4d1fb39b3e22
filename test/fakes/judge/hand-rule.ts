/** A rule that the platform documents in words and no schema holds. */
export interface HandRule {
  readonly name: string;
  /** Where the platform says so. */
  readonly source: string;
  /** Which requests it is about, by the name of their route. */
  readonly on: RegExp;
  /** What breaks it: where and why. */
  readonly broken: (
    body: Readonly<Record<string, unknown>>,
  ) => readonly (readonly [at: string, rule: string])[];
}

/** An object inside a request, with where it is. */
export type Found = readonly [at: string, one: Readonly<Record<string, unknown>>];

/** Every object of a body that has a `type`, at any depth, oldest ancestor first. */
export function typed(value: unknown, at = ""): Found[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => typed(one, `${at}/${index}`));
  if (value === null || typeof value !== "object") return [];
  const inside = Object.entries(value).flatMap(([key, one]) => typed(one, `${at}/${key}`));
  return "type" in value ? [[at, value as Found[1]], ...inside] : inside;
}

/** The values of a field that stand more than once. */
export function twice(all: readonly Found[], field: string): Found[] {
  const seen = new Set<unknown>();
  return all.filter(([, one]) => {
    const value = one[field];
    if (value === undefined || value === null || value === "") return false;
    const again = seen.has(value);
    seen.add(value);
    return again;
  });
}
