/** One word, number, mark of punctuation or quotation, with its UTF-16 place in the message. */
export interface Token {
  readonly type: "word" | "number" | "mark" | "quote";
  readonly text: string;
  /** Lower case, straight apostrophes. */
  readonly low: string;
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter. */
  readonly cap: boolean;
  /** Nothing but its own characters stands between this token and the one before it. */
  readonly glued: boolean;
}

export function makeToken(type: Token["type"], text: string, start: number, glued: boolean): Token {
  return {
    type,
    text,
    low: text.toLowerCase().replace(/[’‘]/g, "'"),
    start,
    end: start + text.length,
    cap: /^\p{Lu}/u.test(text),
    glued,
  };
}
