import { expect, test } from "vitest";
import { blockMarkdown } from "../../../src/chat/markdown.ts";
import { plainText } from "../../../src/chat/plain-text.ts";

test("a picture is told by its words where none can be shown", () => {
  const image = {
    type: "image" as const,
    name: "workflow.png",
    alt: "5 of 13 steps done.",
    file_id: "fil_1",
    url: "/api/v1/files/fil_1",
    media_type: "image/png" as const,
    size: 1,
    width: 1,
    height: 1,
  };
  expect(plainText([{ type: "text", text: "Here" }, image])).toBe("Here\n\nPicture: 5 of 13 steps done.");
  expect(blockMarkdown(image)).toBe("*Picture:* 5 of 13 steps done.");
});
