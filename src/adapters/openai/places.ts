import { alignSpan } from "../../domain/reading/align.ts";
import type { Mention, Span } from "../../domain/reading/reading.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { KnownEntry } from "../../ports/model.ts";

export type Named = { readonly name: string; readonly quote: string };

/** Finds quotes; one that is given again means its next occurrence. */
export class Places {
  readonly #text: string;
  readonly #known: readonly KnownEntry[];
  readonly #ends = new Map<string, number>();

  constructor(text: string, known: readonly KnownEntry[]) {
    this.#text = text;
    this.#known = known;
  }

  find(quote: string): Span | undefined {
    const key = nameKey(quote);
    const place = alignSpan(this.#text, quote, this.#ends.get(key) ?? 0);
    if (place) this.#ends.set(key, place.end);
    return place;
  }

  mention({ name, quote }: Named): Mention | undefined {
    const place = this.find(quote);
    if (!place) return undefined;
    const key = nameKey(name);
    const entry = this.#known.find(
      (each) => nameKey(each.name) === key || each.aliases.some((alias) => nameKey(alias) === key),
    );
    return entry ? { ...place, name: entry.name, entry_id: entry.entry_id } : { ...place, name: name.trim() };
  }
}

/** The span from the first to the last of them. */
export function cover(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  };
}
