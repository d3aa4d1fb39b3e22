import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignSpan } from "../../../../src/domain/reading/align.ts";

const said = (text: string, quote: string, from?: number) => {
  const span = alignSpan(text, quote, from);
  return span && text.slice(span.start, span.end);
};

describe("alignSpan", () => {
  test.each([
    ["exactly", "Sarah is a journalist.", "a journalist", "a journalist"],
    ["with other capitals", "SARAH enters.", "Sarah", "SARAH"],
    ["with other spacing", "a  retired\n surgeon", "a retired surgeon", "a  retired\n surgeon"],
    ["with other punctuation", "Well — no: she’s late", "well, no, she's late", "Well — no: she’s late"],
    ["with other accents", "in a café", "cafe", "café"],
    [
      "with a wrong letter",
      "an investigative journalist",
      "investigativ journalist",
      "investigative journalist",
    ],
    ["with a word misspelt", "she is afraid of deep water", "afriad of deep watr", "afraid of deep water"],
    ["in a script without spaces", "她是一名记者。", "记者", "记者"],
    ["behind a character of two units", "🎬 Sarah", "Sarah", "Sarah"],
    ["across a ligature", "the oﬃce door", "office door", "oﬃce door"],
    ["between quotation marks", "“Ana”", '"Ana"', "Ana"],
  ])("finds a quote %s", (_how, text, quote, words) => {
    expect(said(text, quote)).toBe(words);
  });

  test.each([
    ["inside a word", "A banana.", "ana"],
    ["only in parts", "Sarah meets John in the diner.", "Sarah hates the harbour"],
    ["nowhere", "Sarah", "Bob"],
    ["nothing", "Sarah", "  "],
    ["in nothing", "", "Sarah"],
    ["by marks alone", "Sarah!", "???"],
    ["too short to be forgiven", "Bo", "Bu"],
  ])("does not find what stands %s", (_where, text, quote) => {
    expect(alignSpan(text, quote)).toBeUndefined();
  });

  test("gives repeated mentions their successive places and comes round again", () => {
    const text = "Ana saw Ana; then ANA left.";
    expect(alignSpan(text, "Ana", 0)).toEqual({ start: 0, end: 3 });
    expect(alignSpan(text, "Ana", 3)).toEqual({ start: 8, end: 11 });
    expect(alignSpan(text, "Ana", 11)).toEqual({ start: 0, end: 3 });
    expect(alignSpan(text, "ana", 11)).toEqual({ start: 18, end: 21 });
    expect(alignSpan("ana Ana", "ANA", 7)).toEqual({ start: 0, end: 3 });
    expect(alignSpan("a journalst spoke", "a journalist", 12)).toEqual({ start: 0, end: 11 });
  });

  test("leaves comparing letter by letter where it would take too long", () => {
    const text = `${"word ".repeat(30_000)}the end`;
    expect(alignSpan(text, `${"other ".repeat(300)}`)).toBeUndefined();
    expect(said(text, "THE END")).toBe("the end");
  });

  test("what is cut from a text at word edges is found, as it is and with other capitals", () => {
    const word = fc.stringMatching(/^[a-zA-Zéüñ]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (words, a, b) => {
        const from = a % words.length;
        const to = from + 1 + (b % (words.length - from));
        const text = words.join(" ");
        const quote = words.slice(from, to).join(" ");
        expect(said(text, quote)).toBe(quote);
        const other = said(text, quote.toUpperCase());
        expect(other?.toLowerCase()).toBe(quote.toLowerCase());
      }),
    );
  });

  const anyText = fc.string({ unit: fc.constantFrom(..."abAB1é ’'.—🎬ﬃ记\u0301İß\n\ud83c".split(""), "🎬") });

  test("a span always lies in the text", () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(40), (text, quote, from) => {
        const span = alignSpan(text, quote, from);
        if (span) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
