import type { Exchange } from "./exchange.ts";

/**
 * Keeps an exchange to what is said of one person: in a text that names several, to places where that one was named
 * last. A place that is the only one counts too, unless somebody else is named in its sentence.
 */
export function saidOf(text: string, name: string, people: readonly string[], exchange: Exchange): Exchange {
  const others = people.filter((other) => other.toLowerCase() !== name.toLowerCase());
  const named = [
    ...placesOf(text, name, true),
    ...others.flatMap((other) => placesOf(text, other, false)),
  ].toSorted((a, b) => a.at - b.at);
  if (!named.some((place) => !place.own)) return exchange;
  const matches = [...text.matchAll(exchange.find)].filter((match) => exchange.by(match) !== undefined);
  const alone = matches.length === 1;
  return {
    find: exchange.find,
    by: (match) => {
      const last = named.findLast((place) => place.at < match.index);
      const own = last?.own ?? named[0]?.own;
      return own || (alone && !othersIn(text, match.index, named)) ? exchange.by(match) : undefined;
    },
  };
}

interface Place {
  readonly at: number;
  readonly own: boolean;
}

function placesOf(text: string, name: string, own: boolean): Place[] {
  const parts = [name, ...name.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2)];
  const words = new Set(parts.map((part) => part.toLowerCase()));
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap((match) =>
    words.has(match[0].toLowerCase()) ? { at: match.index, own } : [],
  );
}

/** Whether the sentence at a place names somebody else. */
function othersIn(text: string, at: number, named: readonly Place[]): boolean {
  const start = Math.max(...[".", "!", "?", "\n"].map((mark) => text.lastIndexOf(mark, at))) + 1;
  const stop = text.slice(at).search(/[.!?\n]/);
  const end = stop < 0 ? text.length : at + stop;
  return named.some((place) => !place.own && place.at >= start && place.at < end);
}
