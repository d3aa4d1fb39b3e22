import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text));

describe("scenes", () => {
  test.each([
    [
      "INT. DINER - NIGHT. Sarah meets John to trade what they know.",
      [
        "scene INT. DINER - NIGHT! characters=Sarah+John heading=INT. DINER - NIGHT int_ext=INT location=Diner set=DINER summary=Sarah meets John to trade what they know. time_of_day=NIGHT",
        "location Diner!",
      ],
    ],
    [
      "ext beach day - john runs",
      [
        "scene EXT. BEACH - DAY! characters=John heading=EXT. BEACH - DAY int_ext=EXT location=Beach set=BEACH summary=john runs time_of_day=DAY",
        "location Beach!",
      ],
    ],
    [
      "add a scene where Sarah meets John at the diner at night",
      [
        "scene Sarah meets John at the diner at night! characters=Sarah+John location=Diner summary=Sarah meets John at the diner at night time_of_day=NIGHT",
      ],
    ],
    [
      "scene 3: Tom burns the letters",
      ["scene Tom burns the letters! characters=Tom number=3 summary=Tom burns the letters"],
    ],
    [
      "new scene, the morgue, morning. Sarah waits.",
      ["scene Sarah waits! characters=Sarah location=Morgue summary=Sarah waits. time_of_day=MORNING"],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  test("a scene ends where an order or a question begins", () => {
    expect(read("INT. DINER - DAY. Sarah waits. Make John 40.")).toEqual([
      "character John age=40",
      expect.stringContaining("summary=Sarah waits."),
      "location Diner!",
    ]);
  });

  test("the location of a heading is the known one", () => {
    const location = readingOf("INT. DINER - DAY").statements.find(
      (s) => s.type === "entry" && s.kind === "location",
    );
    expect(location).toMatchObject({ subject: { entry_id: "diner" } });
  });
});

describe("locations", () => {
  test.each([
    [
      "create a location called The Blue Note, a smoky jazz club",
      ["location The Blue Note! description=a smoky jazz club"],
    ],
    ["the story takes place in Lisbon", ["location Lisbon!"]],
    ["The film is set in 1980s Berlin", ["location Berlin! era=1980s"]],
    ["there's a bar called The Rusty Nail", ["location The Rusty Nail! description=a bar"]],
    ["Add Sarah's flat as a location", ["location Sarah's Flat!"]],
    ["add a prop: the blue envelope", ["prop blue envelope!"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    "the meeting takes place in Lisbon",
    "it's set in stone",
    "there's a cafe near my place",
    "location: TBD",
  ])("not: %s", (text) => expect(read(text)).toEqual([]));
});
