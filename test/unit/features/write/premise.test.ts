import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { premiseIn } from "../../../../src/features/write/premise.ts";
import { type House, openHouse } from "../../../support/house.ts";

describe("what a film is about, as people tell it", () => {
  test.each([
    [
      "ok so i have an idea for a short. it's about a night bus driver who finds a baby on the last bus",
      "a night bus driver who finds a baby on the last bus",
    ],
    ["My film is about grief and a lost dog", "grief and a lost dog"],
    [
      "I want to make a horror film about two sisters who share one shadow",
      "a horror film about two sisters who share one shadow",
    ],
    ["we're writing a small thriller where nobody speaks", "a small thriller where nobody speaks"],
    ["it's a short film about a woman who burns letters", "a short film about a woman who burns letters"],
    ["a story about two thieves", "a story about two thieves"],
    [
      "my movie is a heist comedy about two grandmothers who rob a bingo hall",
      "a heist comedy about two grandmothers who rob a bingo hall",
    ],
    ["Premise: a town votes to turn off its clocks.", "a town votes to turn off its clocks."],
    [
      "hey guys, i've got this idea: it's about an old diver. He never learned to swim.",
      "an old diver. He never learned to swim.",
    ],
  ])("%j", (text, premise) => {
    expect(premiseIn(text, false)).toBe(premise);
  });

  test.each([
    "it's about time",
    "a film about sharks is on tonight",
    "a documentary about it won at Sundance",
    "it's a good scene about nothing much at all",
    "it's about a quarter to nine, hurry up",
    "it's about the money, as always",
    "is it about a dog?",
    "it's about a dog that can talk?",
    "this scene is about trust and nothing else",
    "Sarah is about to leave the house",
    "I saw a film about two sisters last night",
    "what is the film about",
    "we are making good time today everyone",
    "i am working on the schedule about which you asked",
  ])("%j tells none", (text) => {
    expect(premiseIn(text, false)).toBeUndefined();
  });

  test("is the first sentence where more is said", () => {
    expect(premiseIn("it's about a man and his bus. The man is called Marek.", true)).toBe(
      "a man and his bus.",
    );
  });
});

describe("in a film", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  test("is kept as the concept the first time, from who may write", async () => {
    const room = await house.room();
    const told = "it's about a night bus driver who finds a baby";
    await room.sayAs({ id: "vic", name: "Vic", role: "viewer" }, told);
    expect((await room.project()).documents.concept).toBeUndefined();
    expect((await room.say(told)).reply.text).toContain("That is the concept now.");
    expect((await room.project()).documents.concept).toBe("a night bus driver who finds a baby");
    await room.say("it's about a taxi driver who finds a dog");
    expect((await room.project()).documents.concept).toBe("a night bus driver who finds a baby");
  });

  test("offers the steps of the kind of film that was spoken of", async () => {
    const room = await house.room();
    const view = await room.say("i have an idea for a short: it's about a diver who never learned to swim");
    await room.press(view, "It is a short film");
    expect((await room.project()).workflow).toBe("short");
    const other = await house.room();
    const series = await other.say("we are writing a series about two night nurses");
    await other.press(series, "It is a series");
    expect((await other.project()).format).toBe("series");
    const feature = await (await house.room()).say("my film is about a short break in the rain");
    expect(feature.choices.map(({ label }) => label).join()).not.toContain("It is");
  });

  test("goes together with the people it speaks of", async () => {
    const room = await house.room();
    const view = await room.say(
      "our film is about a driver and a baby. Create a character named Marek, a 54-year-old driver.",
    );
    expect(view.changes.map(({ name }) => name)).toContain("Marek");
    expect((await room.project()).documents.concept).toBe("a driver and a baby.");
  });
});
