import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeMarkup, fromMarkup, toMrkdwn } from "../../../../src/adapters/slack/markup.ts";
import { pingsOf } from "../../../fakes/slack/rules.ts";

describe("toMrkdwn", () => {
  test.each([
    ["**bold** and *slanted* and ~~gone~~", "*bold* and _slanted_ and ~gone~"],
    ["# Heading\ntext", "*Heading*\ntext"],
    ["- one\n- two", "• one\n• two"],
    ["> quoted\n> twice", "> quoted\n> twice"],
    ["[the list](https://example.test/a_b)", "<https://example.test/a_b|the list>"],
    ["2 * 3 * 4 and a*b*c", "2 * 3 * 4 and a*b*c"],
    ["`**code** <x>` then **bold**", "`**code** &lt;x&gt;` then *bold*"],
    ["```ts\nconst a = **b**;\n```", "```\nconst a = **b**;\n```"],
    ["<!channel> <@U1> a & b", "&lt;!channel&gt; &lt;@U1&gt; a &amp; b"],
    ["[<!here>](https://example.test)", "<https://example.test|&lt;!here&gt;>"],
  ])("%j is %j", (markdown, mrkdwn) => {
    expect(toMrkdwn(markdown)).toBe(mrkdwn);
  });

  test("no text can ping", () => {
    const piece = fc.constantFrom(
      "<!channel>",
      "<@U123>",
      "<!here|x>",
      "[",
      "](",
      "https://x.test",
      ")",
      "`",
      "```",
      "**",
      "<",
      ">",
      "!channel",
      "@U1",
      "\n",
      "a",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = toMrkdwn(pieces.join(""));
        expect(pingsOf(text, [], false)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("fromMarkup", () => {
  test.each([
    ["<@USELF> hello", "hello"],
    ["<@USELF|backlot>   hello  there", "hello there"],
    ["ask <@U1|ana> in <#C1|film>", "ask @ana in #film"],
    ["<!here> and <!subteam^S1|@crew> on <!date^1392734382^{date}|Feb 18>", "@here and @crew on Feb 18"],
    [
      "see <https://example.test/x> or <https://example.test|example.test> or <https://example.test|the site>",
      "see https://example.test/x or example.test or the site (https://example.test)",
    ],
    ["<mailto:a@b.test|a@b.test>", "a@b.test"],
    ["1 &lt; 2 &amp;&amp; 3 &gt; 2 &amp;lt;", "1 < 2 && 3 > 2 &lt;"],
  ])("%j reads %j", (text, read) => {
    expect(fromMarkup(text, "USELF")).toBe(read);
  });

  test("reads back what was escaped", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const tidy = text.replace(/[ \t]{2,}/g, " ").trim();
        expect(fromMarkup(escapeMarkup(tidy), "USELF")).toBe(tidy);
      }),
    );
  });
});
