import { describe, expect, test } from "vitest";
import { summariseScene } from "../../../../../src/adapters/offline/writer/summarise.ts";
import type { SummariseRequest } from "../../../../../src/ports/model.ts";

const summarise = (scene: SummariseRequest["scene"], more: Partial<SummariseRequest> = {}) =>
  summariseScene({ scene, people: [], said: [], brief: "", film: { title: "x", documents: {} }, ...more });

describe("summariseScene", () => {
  test("says who is where and when, what is at hand and what was told, and nothing else", () => {
    const scene = {
      name: "The Handover",
      heading: "INT. DINER - NIGHT",
      characters: ["Sarah", "John"],
      props: ["ring", "blue folder"],
    };
    const people = [
      { name: "Sarah", age: 28, occupation: "journalist" },
      { name: "John", occupation: "cop" },
    ];
    expect(summarise(scene, { people, said: ["She gives him the ring for good."] })).toBe(
      "Sarah (28, journalist) and John (cop) are inside the diner at night. The ring and the blue folder are at hand. Told of it: “She gives him the ring for good.”",
    );
  });

  test.each([
    [{ name: "x", heading: "EXT. PIER - DAWN" }, "The scene plays outside, at the pier at dawn."],
    [{ name: "x", characters: ["Ana"] }, "Ana is in this scene."],
    [{ name: "x", characters: ["Ana"], location: "Rosa's Diner" }, "Ana is at Rosa's Diner."],
    [{ name: "x", int_ext: "INT", time_of_day: "DAY" }, "The scene plays indoors by day."],
    [{ name: "x", props: ["keys"] }, "The keys are at hand."],
    [{ name: "x", props: ["Ana's ring"] }, "Ana's ring is at hand."],
    [{ name: "x", notes: "shot in one take" }, "Shot in one take."],
    [{ name: "x", set: "DINER", time_of_day: "LATER" }, "The scene plays at the diner."],
  ])("%j", (scene, text) => {
    expect(summarise(scene)).toBe(text);
  });

  test("many people are counted", () => {
    const characters = ["A", "B", "C", "D", "E", "F", "G", "H"];
    expect(summarise({ name: "x", characters })).toBe("A, B, C, D, E, F and 2 more are in this scene.");
  });
});
