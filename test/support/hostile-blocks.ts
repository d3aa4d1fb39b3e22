import fc from "fast-check";
import type { Block } from "../../src/chat/reply.ts";
import { choice } from "../contract/platform-room.ts";

const AT = "2026-03-01T10:00:00.000Z";
const piece = fc.oneof(
  fc.constantFrom(
    "@everyone",
    "@here",
    "@channel",
    "<@123>",
    "<@!123>",
    "<@&123>",
    "<#123>",
    "<!channel>",
    "<!subteam^S1|crew>",
    "<@U1|ana>",
    "@\u200beveryone",
    "<\u2060@1>",
    "\u202e",
    "\u0000",
    "```",
    "`",
    "**",
    "|",
    "|---|",
    "\n",
    "> ",
    "- ",
    "# ",
    "&amp;",
    "[x](https://x.test/@here)",
    "https://x.test/a_(b)",
    "👩‍🚀",
    "語",
    " ",
  ),
  fc.string({ maxLength: 40 }),
);
/** What nobody means well: calls, marks that do not end, what cannot be seen. */
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
const named = text.map((made) => made || "x");

/** A reply of any blocks, in which every word that is read is hostile. */
export const hostileBlocks: fc.Arbitrary<Block[]> = fc.array(
  fc.oneof(
    text.map((made): Block => ({ type: "text", text: made })),
    fc
      .array(fc.record({ name: text, value: text }), { maxLength: 4 })
      .chain((fields) => named.map((title): Block => ({ type: "card", title, subtitle: title, fields }))),
    fc
      .tuple(named, fc.array(text, { maxLength: 6 }))
      .map(([title, items]): Block => ({ type: "list", title, items })),
    fc
      .tuple(text, text)
      .map(([quote, by]): Block => ({ type: "citation", quote, message_id: "msg_1", by, at: AT })),
    fc
      .array(fc.tuple(text, text, text), { maxLength: 8 })
      .chain((rows) =>
        named.map(
          (title): Block => ({ type: "table", title, columns: ["a", title, "c"], rows, note: title }),
        ),
      ),
    fc
      .tuple(fc.array(fc.tuple(named, text, fc.boolean()), { minLength: 1, maxLength: 30 }), text, fc.uuid())
      .map(
        ([all, prompt, id]): Block => ({
          type: "choices",
          prompt,
          choices: all.map(([label, description, asks], index) =>
            choice(`${id}_${index}`, label, {
              description,
              ...(asks ? { category: "manual", asks: description } : {}),
            }),
          ),
        }),
      ),
    fc.tuple(named, fc.array(named, { minLength: 1, maxLength: 8 })).map(
      ([title, labels]): Block => ({
        type: "form",
        form_id: "frm_1",
        title,
        fields: labels.map((label, index) => ({ name: `f${index}`, label, input: "text" as const })),
      }),
    ),
    fc.tuple(named, fc.boolean()).map(
      ([name, here]): Block => ({
        type: "file",
        name,
        url: here ? "/api/v1/files/fil_1" : "https://x.test/a",
        media_type: "text/plain",
        size: 9,
      }),
    ),
    named.map(
      (alt): Block => ({
        type: "image",
        name: alt,
        alt,
        file_id: "fil_2",
        url: "",
        media_type: "image/png",
        size: 9,
        width: 1,
        height: 1,
      }),
    ),
  ),
  { maxLength: 6 },
);
