import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string, film = true) => inShort(readingOf(text, { film })).join(" | ");

describe("people brought in by words that the plain forms do not have", () => {
  test.each([
    ["picture Vera: 60, chain smoker, never apologises", /^character Vera! age=60/],
    ["My idea for the mother: Ruth, strict, religious", /^character Ruth! gender=female traits=/],
    ["Sal the bartender", /^character Sal! occupation=bartender/],
    ["the barber should be called Paolo", /^character Paolo! occupation=barber/],
    ["the Widow is a crime boss", /^character The Widow!/],
    ["meet Otis, the janitor who knows everything", /^character Otis! .*occupation=janitor/],
    ["A hitman by the name of Crane follows them", /^character Crane! .*occupation=hitman/],
    ["Then there is old Agnes who lives upstairs", /^character Agnes!/],
    ["allow me to introduce Lady Ashworth, patron of the arts", /^character Lady Ashworth!/],
    [
      "two brothers, Ali and Karim, run a garage",
      /character Ali! gender=male \| character Karim! gender=male \| Ali sibling Karim/,
    ],
    ["plus a florist — Dorothea", /^character Dorothea! occupation=florist/],
    ["John's ex-wife Nadine shows up drunk", /character Nadine! .*Nadine ex-spouse John/],
    ["Inspector Lane chases smugglers", /^character Inspector Lane! occupation=inspector$/],
    ["June, florist, 28", /^character June! .*occupation=florist/],
    [
      "everything goes wrong when Officer Tran pulls them over",
      /^character Officer Tran! occupation=officer/,
    ],
    ["John's right hand is a mute giant called Ox", /character Ox! /],
    ["Sarah is being blackmailed by Walter, an ex-cop", /character Walter! .*occupation=ex-cop/],
  ])("%s", (text, wanted) => {
    expect(read(text)).toMatch(wanted);
  });

  test("whose kin they are need not be known", () => {
    expect(read("his daughter Lily is six", false)).toMatch(/^character Lily! age=6 gender=female/);
  });

  test.each([
    "who knows, maybe next week",
    "who knows what Kevin wants",
    "picture this: rain",
    "let me tell you about Kevin, he's driving me mad at the office",
    "two brothers, a dog and a car",
    "the Office is a great show",
    "he shows up late every day and I hate it",
    "the meeting should be called off",
    "See you in May, Karen",
    "June, maybe July, we shoot",
    "May is a bad month",
  ])("nobody is brought in by “%s”", (text) => {
    expect(read(text, false)).not.toMatch(/character .*!/);
  });
});

describe("scenes, places and things announced so", () => {
  test.each([
    ["in the next scene Sarah finds the letter in the safe", /^scene Sarah finds the letter in the safe/],
    ["scene idea: Sarah quits in the middle of service", /^scene Sarah quits/],
    ["add a flashback: Sarah as a girl at the beach", /^scene Sarah as a girl at the beach!.*location=Beach/],
    ["The finale is set in an abandoned subway station", /^location Abandoned Subway Station!/],
    ["The heist happens at First National Bank", /^location First National Bank!/],
    [
      "locations - casino, docks, rooftop bar",
      /location Casino! \| location Docks! \| location Rooftop Bar!/,
    ],
  ])("%s", (text, wanted) => {
    expect(read(text)).toMatch(wanted);
  });
});
