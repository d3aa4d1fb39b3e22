import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text, { film: true }));

describe("props after a lead-in, and told beside their noun", () => {
  test.each([
    ["prop that matters: a kids yellow welly", ["prop kids yellow welly!"]],
    [
      "props dept pls note: a tin star with a bullet hole, a music box",
      ["prop tin star! description=with a bullet hole", "prop music box!"],
    ],
    [
      "main prop is a baby monitor that picks up a voice",
      ["prop baby monitor! description=that picks up a voice"],
    ],
    ["The locket, which nobody opens, is empty", ["prop locket! description=which nobody opens, is empty"]],
    ["hero prop: the dented kettle", ["prop dented kettle!"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ["props: the guy from Leeds, 40 quid"],
    ["props budget: 400"],
    ["prop master: Lena"],
    ["the camera, which we rented, is broken"],
    ["the key, a crew member, is late"],
    ["props meeting: tuesday"],
  ])("says nothing: %s", (text) => {
    expect(readingOf(text, { film: true }).statements).toEqual([]);
  });
});
