import { describe, expect, it } from "vitest";
import { wordList } from "../../../src/lib/word-list.ts";

describe("wordList", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("%j → %s", (words, text) => {
    expect(wordList(words)).toBe(text);
  });
  it("counts what does not fit", () => {
    expect(wordList(["a", "b", "c", "d"], 2)).toBe("a, b and 2 more");
  });
  it("joins with another word", () => {
    expect(wordList(["a", "b", "c"], 9, "or")).toBe("a, b or c");
  });
});
