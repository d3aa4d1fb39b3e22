import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block } from "../../../src/chat/reply.ts";
import { unpinged, unpingedBlocks } from "../../../src/chat/unpinged.ts";
import { choice } from "../../contract/platform-room.ts";

const CALL = /@(?:everyone|here|channel)\b(?!\.\w)|<[@#!]/i;

test("calls nobody, and looks the same", () => {
  const text = "@everyone @Here <@1> <@!1> <@&2> <#3> <!channel> <!subteam^S1> <@U1|ana>";
  expect(unpinged(text)).not.toMatch(CALL);
  expect(unpinged(text).replaceAll("\u2060", "")).toBe(text);
  expect(unpinged("ana@here.com, 1 < 2, @Ana and a `<div>`")).toBe("ana@here.com, 1 < 2, @Ana and a `<div>`");
});

test("nothing put between hides a call", () => {
  const piece = fc.constantFrom(
    "@",
    "everyone",
    "here",
    "<",
    "@1",
    "!channel",
    "\u200b",
    "\u2060",
    "\u202e",
    ">",
    " ",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expect(unpinged(pieces.join(""))).not.toMatch(CALL);
    }),
    { numRuns: 500 },
  );
});

test("everything that is read is clean, and what comes back or is looked up by stays as it is", () => {
  const blocks: Block[] = [
    { type: "card", title: "@everyone", fields: [{ name: "<#1>", value: "<@1>" }], entry_id: "<@1>" },
    { type: "list", title: "<!here>", items: ["@here"] },
    { type: "table", title: "@here", columns: ["<@1>"], rows: [["@everyone"]], note: "<!x>" },
    { type: "file", name: "<@1>.csv", url: "https://x.test/@here", media_type: "text/csv", size: 1 },
    { type: "choices", prompt: "@here", choices: [choice("<@1>", "@everyone", { description: "<#1>" })] },
    {
      type: "form",
      form_id: "frm_1",
      title: "@here",
      fields: [{ name: "a<@1>", label: "<@1>", input: "select", value: "@here", options: ["@here"] }],
    },
  ];
  const [card, list, table, file, choices, form] = unpingedBlocks(blocks);
  for (const one of [list, table]) expect(JSON.stringify(one)).not.toMatch(CALL);
  expect(card).toMatchObject({ title: unpinged("@everyone"), entry_id: "<@1>" });
  expect(file).toMatchObject({ name: unpinged("<@1>.csv"), url: "https://x.test/@here" });
  expect(choices).toMatchObject({ choices: [{ id: "<@1>", label: unpinged("@everyone") }] });
  expect(form).toMatchObject({
    title: unpinged("@here"),
    fields: [{ name: "a<@1>", label: unpinged("<@1>"), value: "@here", options: ["@here"] }],
  });
});

test("what nobody sees is taken out, and what joins emoji and letters stays", () => {
  expect(unpinged("a\u202eb\u200bc\u0000d\r\ne\ufeff")).toBe("abcd\ne");
  expect(unpinged("👩‍🚀 नमस्ते می‌خواهم é")).toBe("👩‍🚀 नमस्ते می‌خواهم é");
  expect(unpinged(`z${"\u0301".repeat(40)}`)).toBe(`z${"\u0301".repeat(4)}`);
});
