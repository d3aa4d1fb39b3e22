import { describe, expect, test } from "vitest";
import { inFull, readingOf } from "../reading-of.ts";

const read = (text: string, focus?: string): string[] =>
  inFull(readingOf(text, focus === undefined ? {} : { focus: [focus] }));

describe("a tie that is kept secret", () => {
  test.each([
    ["sarah is secretly married to tom", "Sarah spouse Tom secret"],
    ["Sarah and John are secretly dating", "Sarah partner John secret"],
    ["Karen is secretly Tom's daughter", "Karen Whitlock child Tom secret"],
    ["Sarah is having an affair with John", "Sarah lover John secret (an affair)"],
    ["Karen and Tom are having an affair", "Karen Whitlock lover Tom secret (an affair)"],
    ["Tom is Sarah's secret brother", "Tom sibling Sarah secret"],
    ["Sarah and Tom are married in secret", "Sarah spouse Tom secret"],
    ["Sarah and John are lovers but nobody knows", "Sarah lover John secret"],
    ["nobody knows that Karen is Sarah's mother", "Karen Whitlock parent Sarah secret"],
  ])("%s", (text, expected) => expect(read(text)).toEqual([expected]));

  test("of what else nobody knows, nothing is written down", () => {
    expect(read("nobody knows that Sarah is a spy")).toEqual([]);
  });
});

describe("since which scene", () => {
  test.each([
    ["Sarah and Tom are married since the diner scene", "Sarah spouse Tom since diner scene"],
    ["Sarah and Tom have been enemies ever since INT. DINER", "Sarah enemy Tom since INT. DINER"],
    ["Sarah hates Tom since scene 4", "Sarah enemy Tom since scene 4"],
    ["Sarah works for Karen from scene 3 on", "Sarah employee Karen Whitlock since scene 3"],
    ["From scene 12 on, Sarah and Tom are enemies", "Sarah enemy Tom since scene 12"],
    ["ever since the diner scene, Sarah and Tom are enemies", "Sarah enemy Tom since diner scene"],
    ["Karen and Tom are married since scene 3, secretly", "Karen Whitlock spouse Tom secret since scene 3"],
    ["Sarah and John are friends since childhood", "Sarah friend John"],
  ])("%s", (text, expected) => expect(read(text)).toEqual([expected]));

  test("what a field becomes later is not what it is", () => {
    expect(read("From scene 12 on, Sarah is 31")).toEqual([]);
  });
});

describe("a tie that ends", () => {
  test.each([
    ["Sarah and John are no longer married", "Sarah spouse John ends"],
    ["Sarah and John aren't married anymore", "Sarah spouse John ends"],
    ["Sarah and John are not siblings after all", "Sarah sibling John ends"],
    ["Sarah and John aren't siblings", "Sarah sibling John ends"],
    ["Sarah isn't John's sister", "Sarah sibling John ends"],
    ["Sarah is no longer John's boss", "Sarah employer John ends"],
    ["Sarah no longer works for Karen", "Sarah employee Karen Whitlock ends"],
    ["Sarah doesn't work for Karen any more", "Sarah employee Karen Whitlock ends"],
    ["Sarah and John no longer work together", "Sarah colleague John ends"],
    ["Sarah and John stopped being friends", "Sarah friend John ends"],
    ["Sarah broke up with John", "Sarah partner John ends"],
    ["Sarah and John split up", "Sarah partner John ends"],
    ["Sarah broke off the engagement with Tom", "Sarah fiancé Tom ends"],
    ["Sarah divorced John", "Sarah ex-spouse John"],
    ["Sarah and John got divorced", "Sarah ex-spouse John"],
  ])("%s", (text, expected) => expect(read(text)).toEqual([expected]));

  test.each([
    "Sarah isn't married",
    "Sarah isn't married to anyone",
    "Sarah broke up the fight with John",
    "John and Sarah split the bill",
    "Bob isn't Sarah's brother",
  ])("not: %s", (text) => expect(read(text)).toEqual([]));
});

describe("kin by marriage", () => {
  test.each([
    ["Karen is Sarah's mother-in-law", "Karen Whitlock parent Sarah (mother-in-law)"],
    ["John is Tom's brother in law", "John sibling Tom (brother in law)"],
    ["Tom is Karen's son-in-law", "Tom child Karen Whitlock (son-in-law)"],
    ["Tom is Sarah's stepfather", "Tom parent Sarah (stepfather)"],
    ["Karen is Tom's step-sister", "Karen Whitlock sibling Tom (step-sister)"],
    ["John is Tom's half brother", "John sibling Tom (half brother)"],
    ["Tom and John are brothers-in-law", "Tom sibling John (brothers-in-law)"],
  ])("%s", (text, expected) => expect(read(text)).toEqual([expected]));
});
