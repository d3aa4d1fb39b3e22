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
    ["they all meet at a bar, the Blue Parrot", ["location The Blue Parrot! description=a bar"]],
    ["in a small town called Mirrow", ["location Mirrow! description=a small town"]],
    ["Dock 9 is an abandoned cannery", ["location Dock 9! description=an abandoned cannery"]],
    ["half of it is in a bar called Suds", ["location Suds! description=a bar"]],
    ["our story is set in Tbilisi in the winter of 1992", ["location Tbilisi! era=winter of 1992"]],
  ] as const)("%s", (text, expected) => {
    expect(inShort(readingOf(text, { film: false }))).toEqual(expected);
  });

  test.each([
    "London is a great city to shoot in",
    "Frank is a village idiot",
    "the studio is a dump",
    "Stage 4 is a warehouse near the airport",
    "we shot in a bar, the Blue Parrot",
    "they met in a bar, Tom was drunk",
  ])("%s", (text) => {
    expect(inShort(readingOf(text, { film: false }))).toEqual([]);
  });
});
