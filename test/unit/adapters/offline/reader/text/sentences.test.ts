import { describe, expect, test } from "vitest";
import { splitSentences } from "../../../../../../src/adapters/offline/reader/text/sentences.ts";
import { tokenize } from "../../../../../../src/adapters/offline/reader/text/tokenize.ts";

const split = (text: string): string[] =>
  splitSentences(tokenize(text)).map((s) => text.slice(s.start, s.end));

describe("splitSentences", () => {
  test.each([
    ["Add Dr. J. Strand. She is 40!", ["Add Dr. J. Strand", "She is 40"]],
    ["sarah is 28 😂 john is a cop", ["sarah is 28", "john is a cop"]],
    ["cast:\n- Ana, 30\n2. Bo", ["cast:", "Ana, 30", "Bo"]],
    ["Otis. 63. Janitor.", ["Otis", "63", "Janitor"]],
  ])("%s", (text, expected) => expect(split(text)).toEqual(expected));

  test("knows a question and a bullet", () => {
    const [first, second] = splitSentences(tokenize("who is she?\n- Ana"));
    expect([first?.asks, first?.line, second?.asks, second?.line]).toEqual([true, "plain", false, "bullet"]);
  });

  test("tags the words and leaves marks untagged", () => {
    const [s] = splitSentences(tokenize("Maria, stubborn"));
    expect([s?.tags(0).has("FirstName"), s?.tags(1).size, s?.tags(2).has("Adjective")]).toEqual([
      true,
      0,
      true,
    ]);
  });
});
