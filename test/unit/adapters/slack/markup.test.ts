import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toMrkdwn } from "../../../../src/adapters/slack/markup.ts";
import { pingsOf } from "../../../fakes/slack/rules.ts";

describe("toMrkdwn", () => {
  test.each([
    ["**bold** and *slanted* and ~~gone~~", "*bold* and _slanted_ and ~gone~"],
    ["# Heading\ntext", "*Heading*\ntext"],
    ["## Heading ##\n\ntext", "*Heading*\n\ntext"],
    ["- one\n- two", "• one\n• two"],
    ["> quoted\n> twice", "> quoted\n> twice"],
    ["[the list](https://example.test/a_b)", "<https://example.test/a_b|the list>"],
    ["2 * 3 * 4 and a*b*c", "2 * 3 * 4 and a*b*c"],
    ["`**code** <x>` then **bold**", "`**code** &lt;x&gt;` then *bold*"],
    ["```ts\nconst a = **b**;\n```", "```\nconst a = **b**;\n```"],
    ["a < b > c & d", "a &lt; b &gt; c &amp; d"],
    ["***both*** and __bold__ and _slanted_", "*_both_* and *bold* and _slanted_"],
    ["* one\n  + two\n- [ ] three\n- [x] four", "• one\n  • two\n☐ three\n☑ four"],
    ["one\n\n---\n\ntwo", "one\n\n———\n\ntwo"],
    ["# **Heading** of it", "*Heading of it*"],
    ["~~~js\na < b\n~~~", "```\na &lt; b\n```"],
    ["5 \\* 3 \\_ and \\[x]", "5 * 3 _ and [x]"],
    [
      "see https://example.test/a_b_c?x=1&y=**2**, or (https://example.test).",
      "see <https://example.test/a_b_c?x=1&amp;y=**2>**, or (<https://example.test>).",
    ],
    [
      "<https://example.test/x> and https://en.example.test/wiki/A_(b)",
      "<https://example.test/x> and <https://en.example.test/wiki/A_(b)>",
    ],
    [
      '![the plan](https://example.test/p.png) [**bold** one](https://example.test "Title")',
      "<https://example.test/p.png|the plan> <https://example.test|*bold* one>",
    ],
    [
      "[mail](mailto:a@b.test) [odd](https://x.test/a|b)",
      "<mailto:a@b.test|mail> [odd](<https://x.test/a>|b)",
    ],
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
