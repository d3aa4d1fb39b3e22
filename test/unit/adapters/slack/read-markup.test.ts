import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeMarkup, toMrkdwn } from "../../../../src/adapters/slack/markup.ts";
import { fromMarkup } from "../../../../src/adapters/slack/read-markup.ts";

test.each([
  ["<@USELF> hello", "hello"],
  ["<@USELF|backlot>   hello  there", "hello there"],
  ["ask <@U1|ana> in <#C1|film>", "ask @ana in #film"],
  ["<!here> and <!subteam^S1|@crew> on <!date^1392734382^{date}|Feb 18>", "@here and @crew on Feb 18"],
  [
    "see <https://example.test/x> or <https://example.test|example.test> or <https://example.test|the site>",
    "see https://example.test/x or example.test or [the site](https://example.test)",
  ],
  ["<mailto:a@b.test|a@b.test>", "a@b.test"],
  ["1 &lt; 2 &amp;&amp; 3 &gt; 2 &amp;lt;", "1 < 2 && 3 > 2 &lt;"],
  ["*Sarah* is _very_ ~old~ young", "**Sarah** is _very_ ~~old~~ young"],
  ["2 * 3 * 4, a*b*c, ~5", "2 * 3 * 4, a*b*c, ~5"],
  ["• one\n    ◦ two\n1. three", "- one\n    - two\n1. three"],
  ["&gt; she said\n&gt; twice\nno", "> she said\n> twice\nno"],
  ["&gt;&gt;&gt; all\nof it", "> all\n> of it"],
  ["```if (a &lt; b) {\n    go(*b*);\n}```", "```if (a < b) {\n    go(*b*);\n}```"],
  ["say `*x*  &amp; y` twice", "say `*x*  & y` twice"],
  ["a\u200bb \u202eevil", "ab evil"],
])("%j reads %j", (text, read) => {
  expect(fromMarkup(text, "USELF")).toBe(read);
});

test("reads back what was escaped", () => {
  const plain = fc.string({ unit: fc.constantFrom(..."abc &<>;!@#|()[].,:1") });
  fc.assert(
    fc.property(plain, (text) => {
      const tidy = text.replace(/[ \t]{2,}/g, " ").trim();
      expect(fromMarkup(escapeMarkup(tidy), "USELF")).toBe(tidy);
    }),
  );
});

test("reads back what Backlot itself wrote", () => {
  const word = fc.constantFrom(
    "Sarah",
    "a & b",
    "1 < 2",
    "**bold**",
    "~~gone~~",
    "`x  *y*`",
    "[site](https://x.test/a_b)",
    "https://y.test",
  );
  const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
  const begun = fc.tuple(fc.constantFrom("", "- ", "> ", "1. "), line).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(begun, { minLength: 1, maxLength: 6 }), (lines) => {
      const markdown = lines.join("\n");
      expect(fromMarkup(toMrkdwn(markdown), "USELF")).toBe(markdown);
    }),
  );
});
