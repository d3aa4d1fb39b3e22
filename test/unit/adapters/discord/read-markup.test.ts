import { expect, test } from "vitest";
import { readMarkup } from "../../../../src/adapters/discord/read-markup.ts";

const known = (names: Record<string, string>) => (id: string) => names[id];
const NAMES = {
  selfId: "9",
  person: known({ "1": "Ana" }),
  role: known({ "2": "Crew" }),
  channel: known({ "3": "film" }),
};

test.each([
  ["<@9>  hello  there", "hello there"],
  ["<@!9> ask <@1>, <@!1> and <@&2> in <#3>", "ask @Ana, @Ana and @Crew in #film"],
  ["<@5> <@&5> <#5>", "<@5> <@&5> <#5>"],
  ["<:clap:1234567890> <a:wave_2:1234567890>", ":clap: :wave_2:"],
  ["at <t:1618953630:R> or <t:1618953630>", "at 2021-04-20 21:20 UTC or 2021-04-20 21:20 UTC"],
  ["</bulk:123> and </project create:123>", "/bulk and /project create"],
  ["<id:customize>", "#customize"],
  ["`<@1>  x` and ```\n<#3>\n    y\n```", "`<@1>  x` and ```\n<#3>\n    y\n```"],
  ["<t:99999999999999>", "<t:99999999999999>"],
  ["1 < 2 > 1 <b> <https://x.test>", "1 < 2 > 1 <b> <https://x.test>"],
  ["- one\n  - two", "- one\n  - two"],
  ["a\u202eb\u200bc", "abc"],
])("%j reads %j", (content, read) => {
  expect(readMarkup(content, NAMES)).toBe(read);
});
