import { expect, test } from "vitest";
import { ellipsis } from "../../../src/lib/ellipsis.ts";

test("shows that something is left out, on one line, and never half a character", () => {
  expect(ellipsis("a\n b", 10)).toBe("a b");
  expect(ellipsis("abcdef", 4)).toBe("abc…");
  expect(ellipsis("ab🎬cd", 4)).toBe("ab…");
});
