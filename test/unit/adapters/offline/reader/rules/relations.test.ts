import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const ties = (text: string, focus: readonly string[] = []): string[] =>
  inShort({
    ...readingOf(text, { focus }),
    statements: readingOf(text, { focus }).statements.filter((s) => s.type === "relationship"),
  });

describe("who is what to whom", () => {
  test.each([
    ["Sarah and John are siblings", ["Sarah sibling John"]],
    ["John is Sarah's father", ["John parent Sarah"]],
    [
      "Karen is the sister of both Tom and John",
      ["Karen Whitlock sibling Tom", "Karen Whitlock sibling John"],
    ],
    ["Sarah works for Karen", ["Sarah employee Karen Whitlock"]],
    ["Karen hates Tom", ["Karen Whitlock enemy Tom"]],
    ["sarah hates her boss Karen", ["Karen Whitlock employer Sarah", "Sarah enemy Karen Whitlock"]],
    ["Sarah's parents are Karen and Tom", ["Karen Whitlock parent Sarah", "Tom parent Sarah"]],
    ["Tom and Karen are Sarah's parents", ["Tom parent Sarah", "Karen Whitlock parent Sarah"]],
    ["John and Sarah used to be married", ["John ex-spouse Sarah"]],
    ["Karen used to be Tom's wife", ["Karen Whitlock ex-spouse Tom"]],
    ["they're rivals, Karen and Sarah", ["Karen Whitlock rival Sarah"]],
    ["make Tom Sarah's uncle", ["Tom aunt or uncle Sarah"]],
    ["make John and Sarah siblings", ["John sibling Sarah"]],
    ["Sarah has a brother named Theo", ["Theo sibling Sarah"]],
    ["the detective is Sarah's brother", ["John sibling Sarah"]],
  ])("%s", (text, expected) => expect(ties(text)).toEqual(expected));

  test("a pronoun is the one in focus", () => {
    expect(ties("her boss is Karen", ["sarah"])).toEqual(["Karen Whitlock employer Sarah"]);
  });

  test("brings in the one who is named by kin", () => {
    expect(inShort(readingOf("add John's sister Ellie, a nurse"))).toEqual([
      "character Ellie! gender=female occupation=nurse",
      "Ellie sibling John",
    ]);
  });

  test.each([
    "what if John was her brother",
    "are Sarah and John related?",
    "Tom acts like he's Sarah's father",
  ])("not: %s", (text) => expect(ties(text, ["sarah"])).toEqual([]));
});
