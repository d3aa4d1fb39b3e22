import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const ties = (text: string, focus: readonly string[] = []): string[] =>
  inShort(readingOf(text, { focus })).filter((one) => !/^(?:character|prop|location|scene) /.test(one));

describe("ties between those a message brings in", () => {
  test.each([
    ["Dorthe Lund, 44, a midwife, and her little brother, Asger, who is ten.", ["Asger sibling Dorthe Lund"]],
    ["Tom's sister comes back in act three. Wiebke, 31, a sailor.", ["Wiebke sibling Tom"]],
    ["John has a son. Kid's called Amadou, 7", ["Amadou child John"]],
    ["Delphine, Karen's niece, is a stewardess, 27.", ["Delphine niece or nephew Karen Whitlock"]],
    ["two sisters run the bakery. Ilona is 50, Marta is 47", ["Ilona sibling Marta"]],
    [
      "Rafe Okoro, 36, gunsmith. Cato Bell, 38, scout. Best friends since the war.",
      ["Rafe Okoro best friend Cato Bell"],
    ],
    ["Kofi Mensah (62): retired docker. Granddaughter Esi (20) is a nurse.", ["Esi grandchild Kofi Mensah"]],
    ["Sarah grew up with an aunt, Lucinda Voss, a taxidermist", ["Lucinda Voss aunt or uncle Sarah"]],
    ["tom is engaged to the mayor's daughter, Felicity Orr", ["Tom fiancé Felicity Orr"]],
    ["sarah is dating a boxer called Denny Cole, 31", ["Sarah partner Denny Cole"]],
    [
      "Yusuf, 50, baker. wife Amal, 47, also baker. son Idris, 17",
      ["Amal spouse Yusuf", "Idris child Yusuf"],
    ],
    ["A mother and daughter, Ruth (58) and Naomi (33), inherit a lighthouse", ["Ruth parent Naomi"]],
  ] as const)("%s", (text, expected) => expect(ties(text)).toEqual(expected));

  test.each([
    "Sarah was nearly engaged to a boxer called Denny Cole, 31",
    "Tom's sister died last year. Wiebke, 31, is a sailor.",
    "maybe Wiebke, 31, a sailor, is Tom's sister",
    "Wiebke, 31, is a sailor. Sisters are the theme of the film.",
    "two sisters ran the bakery where we ate. Ilona Kiss, 50, is a doctor",
    "my brother calls. Wiebke, 31, is a sailor.",
  ])("nothing of: %s", (text) => expect(ties(text)).toEqual([]));
});

describe("who is tied to somebody of the story", () => {
  test.each([
    ["Tom is married to Bronwyn", ["Tom spouse Bronwyn", "character Bronwyn!"]],
    ["Tom broke up with Bronwyn", ["Tom partner Bronwyn ends"]],
  ] as const)("%s", (text, expected) => expect(inShort(readingOf(text))).toEqual(expected));
});

describe("what somebody was to another, and couples", () => {
  test.each([
    ["Tom used to be Karen's boss at the paper", ["Tom employer Karen Whitlock"]],
    ["Karen was once Tom's teacher", ["Karen Whitlock mentor Tom"]],
    ["Karen is John's second wife", ["Karen Whitlock spouse John"]],
    ["Sarah and John married in Odessa in 1936", ["Sarah spouse John"]],
    ["john and sarah get together at the end", ["John partner Sarah"]],
    ["tom fancies sarah", ["Tom lover Sarah"]],
    ["tom's her brother", ["Tom sibling Sarah"]],
  ] as const)("%s", (text, expected) => expect(ties(text, ["sarah"])).toEqual(expected));

  test.each([
    "Tom used to be Karen's favourite",
    "karen is the sister of johns late wife",
    "Tom fancies a beer",
  ])("nothing of: %s", (text) => expect(ties(text)).toEqual([]));
});
