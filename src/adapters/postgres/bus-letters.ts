/**
 * A NOTIFY takes 7,999 bytes (https://www.postgresql.org/docs/current/sql-notify.html). So what is said goes in letters
 * that are put together again: `sender number of text`. A letter's text of 2,600 units is at most 7,800 bytes of UTF-8.
 */
const UNITS_A_LETTER = 2_600;
/** What is larger is not sent: whoever hears of a topic without its payload looks into the store. */
const MAX_PAYLOAD_UNITS = 400_000;

export interface Said {
  /** Some that came before did not get through. */
  readonly lost: boolean;
  readonly events: readonly (readonly [topic: string, payload?: unknown])[];
}

export function lettersOf(sender: string, { lost, events }: Said): string[] {
  const written = events.map(([topic, payload]) => {
    const whole = JSON.stringify(payload === undefined ? [topic] : [topic, payload]);
    return whole.length > MAX_PAYLOAD_UNITS ? JSON.stringify([topic]) : whole;
  });
  const pieces = inPieces(`${Number(lost)}[${written.join(",")}]`);
  return pieces.map((piece, at) => `${sender} ${at + 1} ${pieces.length} ${piece}`);
}

/** Puts the letters of many senders together. Postgres delivers those of one statement in order, nothing in between. */
export class Letters {
  readonly #open = new Map<string, string[]>();

  /** What was said, once its last letter is there. Nothing of what `except` said. */
  read(letter: string, except: string): Said | undefined {
    const [, sender = "", number, of, piece = ""] = /^(\S+) (\d+) (\d+) (.*)$/s.exec(letter) ?? [];
    if (sender === "" || sender === except) return undefined;
    const pieces = number === "1" ? [] : this.#open.get(sender);
    // Its beginning was said before this process listened.
    if (!pieces || pieces.length + 1 !== Number(number)) return undefined;
    pieces.push(piece);
    if (number !== of) {
      this.#open.set(sender, pieces);
      return undefined;
    }
    this.#open.delete(sender);
    const text = pieces.join("");
    return { lost: text.startsWith("1"), events: JSON.parse(text.slice(1)) as Said["events"] };
  }
}

/** Never between the halves of a surrogate pair. */
function inPieces(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const to = from + UNITS_A_LETTER;
    const splits = to < text.length && /[\uD800-\uDBFF]/.test(text[to - 1] ?? "");
    pieces.push(text.slice(from, splits ? to - 1 : to));
    from = splits ? to - 1 : to;
  }
  return pieces;
}
