import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text));

describe("a new name in a clause of its own, and a reason after whoever goes", () => {
  test.each([
    [
      "Rename Karen, please: from today she is Katarina, as she was in life.",
      ["rename Karen Whitlock Katarina"],
    ],
    ["rename Tom. he's Terry now", ["rename Tom Terry"]],
    ["rename tom pls, he's Tobias now", ["rename Tom Tobias"]],
    ["delete karen she does nothing for the plot", ["remove Karen Whitlock"]],
    ["can we write down that tom is deaf", ["character Tom disability=deaf"]],
  ] as const)("%s", (text, expected) => expect(read(text)).toEqual(expected));

  test.each(["rename Tom. he's a nurse now", "delete karen she said", "rename the file. she's Katarina now"])(
    "nothing of the kind: %s",
    (text) => expect(read(text).filter((one) => /^(?:rename|remove) /.test(one))).toEqual([]),
  );
});
