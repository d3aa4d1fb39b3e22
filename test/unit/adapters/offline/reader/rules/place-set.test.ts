import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text));

describe("a place and its name side by side", () => {
  test.each([
    [
      "pub is the Drowned Man. low ceiling, no phone signal",
      "The Drowned Man",
      "low ceiling, no phone signal",
    ],
    ["The inn in which they all hide is called Haus Perl, a ruin", "Haus Perl", "a ruin"],
    [
      "they hide in Hollow Farm, an old pig farm nobody bought",
      "Hollow Farm",
      "an old pig farm nobody bought",
    ],
    ["everyone drinks at the Gull, a bar with no windows", "The Gull", "a bar with no windows"],
    ["The pension in Nice, the Mimosa, has eleven rooms", "The Mimosa", "has eleven rooms"],
    [
      "set the whole thing in Scarrow. container port, gulls everywhere",
      "Scarrow",
      "container port, gulls everywhere",
    ],
    ["the lighthouse perches on a black rock", "Lighthouse", "perches on a black rock"],
  ])("%s", (text, name, description) => {
    expect(read(text)).toEqual([`location ${name}! description=${description}`]);
  });

  test.each([
    ["the hotel is Ibis, breakfast from 7"],
    ["the house is Victorian"],
    ["the bar is Portuguese"],
    ["we met in Lisbon, a lovely city"],
    ["the boat, Maya, leaves at six"],
    ["the studio is Pinewood, stage 4"],
    ["the pub is closed on Monday"],
  ])("says nothing: %s", (text) => {
    expect(readingOf(text).statements.filter((one) => "kind" in one && one.kind === "location")).toEqual([]);
  });
});
