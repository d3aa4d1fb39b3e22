import { describe, expect, test } from "vitest";
import { tokenize } from "../../../../../../src/adapters/offline/reader/text/tokenize.ts";

const texts = (text: string): string[] => tokenize(text).map((token) => token.text);
const lows = (text: string): string[] => tokenize(text).map((token) => token.low);

describe("tokenize", () => {
  test.each([
    ["a 28-year-old cop", ["a", "28-year-old", "cop"]],
    ["O'Neil's ex-wife", ["O'Neil", "'s", "ex-wife"]],
    ["at 5:30pm, 1.5 km", ["at", "5:30pm", ",", "1.5", "km"]],
    ['called "The Blue Note"', ["called", "The Blue Note"]],
    ["the students' cars", ["the", "students", "cars"]],
    ["say `delete John` or https://a.b/c now", ["say", "or", "now"]],
    ["> quoted line\nown line", ["\n", "own", "line"]],
    ["<@U123> hi", ["hi"]],
  ])("%s", (text, expected) => expect(texts(text)).toEqual(expected));

  test.each([
    ["she's", ["she", "'s"]],
    ["she’s", ["she", "'s"]],
    ["shes", ["she", "'s"]],
    ["isn't dont", ["is", "n't", "do", "n't"]],
  ])("takes %s apart", (text, expected) => expect(lows(text)).toEqual(expected));

  test("places are those of the text", () => {
    const text = "Zoë says: “Hi” 😂 it’s 5";
    for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
  });
});
