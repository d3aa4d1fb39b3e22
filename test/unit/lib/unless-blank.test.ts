import { expect, test } from "vitest";
import { unlessBlank } from "../../../src/lib/unless-blank.ts";

test.each(["", " \n\t", "\u200b\u200c\u200d\ufeff", "\u202e\u202c", "\u3164", "\u2800", "\u00ad", "\u0301"])(
  "nothing can be seen of %j",
  (text) => {
    expect(unlessBlank(text)).toBe("");
  },
);

test.each(["a", "🎬", "👨‍👩‍👧", "❤️", "1️⃣", "سلام", "…", "?"])("%j is something", (text) => {
  expect(unlessBlank(`  ${text}\n`)).toBe(text);
});
