import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

describe("places by their kind", () => {
  test.each([
    [
      "Saltmarsh is a dying port town on the edge of the fens",
      ["location Saltmarsh! description=a dying port town on the edge of the fens"],
    ],
    ["their hideout is a disused cinema, the Rex", ["location The Rex! description=a disused cinema"]],
    ["add the Kowalski farm pls", ["location The Kowalski Farm!"]],
    [
      "We'll also need a location for the nuns, the Abbey of St. Ursula, cold stone",
      ["location The Abbey of St. Ursula! description=cold stone"],
    ],
    ["our story is set in Tbilisi in the winter of 1992", ["location Tbilisi! era=winter of 1992"]],
  ] as const)("%s", (text, expected) => {
    expect(inShort(readingOf(text, { film: false }))).toEqual(expected);
  });

  test.each(["London is a great city to shoot in", "Frank is a village idiot", "the studio is a dump"])(
    "%s",
    (text) => {
      expect(inShort(readingOf(text, { film: false }))).toEqual([]);
    },
  );
});
