import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text, { film: true }));

describe("a scene that is told after a remark and a colon", () => {
  test.each([
    ["scene i woke up with: Tom burns the deed", "Tom burns the deed"],
    [
      "we add one more scene, not in the book: Sarah and John count the money",
      "Sarah and John count the money",
    ],
    ["we shoot the final scene on the ferry: Tom jumps", "Tom jumps"],
  ])("%s", (text, story) => {
    expect(read(text)).toEqual([expect.stringContaining(`scene ${story}!`)]);
  });

  test("takes the place from the remark", () => {
    expect(read("the last scene in the diner: Tom cries")[0]).toContain("location=Diner");
  });

  test.each([["the scene I wrote yesterday: too long"], ["scene that needs work: the kitchen one"]])(
    "says nothing: %s",
    (text) => {
      expect(readingOf(text, { film: true }).statements).toEqual([]);
    },
  );
});

describe("a heading after a few words", () => {
  test.each([
    ["ep 1 opens int. fish market - dawn. a man hoses the slab", "INT. FISH MARKET - DAWN"],
    ["for EXT. DOCKS - NIGHT: Tom says goodbye", "EXT. DOCKS - NIGHT"],
    ["finale's int. café - night. Tom quits", "INT. CAFÉ - NIGHT"],
  ])("%s", (text, heading) => {
    expect(read(text)[0]).toContain(`scene ${heading}!`);
  });

  test.each([["for EXT. DOCKS - NIGHT we need a permit"], ["the call sheet starts EXT. DOCKS at 6"]])(
    "says nothing: %s",
    (text) => {
      expect(readingOf(text, { film: true }).statements).toEqual([]);
    },
  );
});
