import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Offer } from "../../../../src/domain/choice.ts";
import { reworded, type Wording } from "../../../../src/domain/workflow/reworded.ts";

const offer = (label: string, category: Offer["category"] = "alternative"): Offer => ({
  label,
  description: "I write one",
  details: "It is kept.",
  category,
  action: { type: "command", command: "workflow", options: { action: "write", step: label } },
});
const OFFERS = [
  offer("Draft a logline", "recommended"),
  offer("Add a scene"),
  offer("Mark lock done", "manual"),
];
const said = (id: string, label: string, description = "So that all know it"): Wording => ({
  id,
  label,
  description,
});
const labels = (answer: readonly Wording[]) => reworded(OFFERS, answer).map(({ label }) => label);
const OURS = OFFERS.map(({ label }) => label);

describe("offers in a model's words", () => {
  test("take its label and description, and nothing else of it", () => {
    const [first] = reworded(OFFERS, [said("o1", "Put Sarah’s story into a logline")]);
    expect(first).toEqual({
      ...OFFERS[0],
      label: "Put Sarah’s story into a logline",
      description: "So that all know it",
    });
  });

  test("keep their order, whatever the answer's", () => {
    expect(labels([said("o2", "Write the diner scene"), said("o1", "Find the logline")])).toEqual([
      "Find the logline",
      "Write the diner scene",
      "Mark lock done",
    ]);
  });

  test.each([
    ["an id that is not ours", [said("o1", "The logline"), said("o9", "Delete the logline")]],
    ["an id twice", [said("o1", "The logline"), said("o1", "A logline")]],
    ["the same words for two", [said("o1", "Logline and scene"), said("o2", "Logline and scene")]],
  ])("are ours throughout when the answer has %s", (_what, answer) => {
    expect(labels(answer)).toEqual(OURS);
  });

  test.each([
    ["", "empty"],
    ["logline ".repeat(20), "too long"],
    ["Win a prize", "of something else"],
    ["Do not draft a logline", "the opposite"],
    ["Delete the logline", "the opposite"],
    ["Logline @everyone", "a call"],
    ["A logline <!channel>", "a call"],
    ["[logline](https://evil.test)", "a link"],
    ["logline at www.evil.test", "a link"],
    ["**logline**", "markup"],
    ["log\u202eline logline", "letters that turn the text round"],
    ["the logline\nand more", "two lines"],
  ])("are ours where a label is not fit: %j (%s)", (label) => {
    expect(labels([said("o1", label), said("o2", "The next scene")])).toEqual([
      "Draft a logline",
      "The next scene",
      "Mark lock done",
    ]);
  });

  test("keep their own description where the model's is not fit", () => {
    const [first] = reworded(OFFERS, [said("o1", "The logline", "x".repeat(121))]);
    expect(first).toMatchObject({ label: "The logline", description: "I write one" });
  });

  test("do what they did, whatever is answered", () => {
    const wordings = fc.array(
      fc.record({
        id: fc.oneof(fc.constantFrom("o1", "o2", "o3"), fc.string()),
        label: fc.oneof(fc.constantFrom("logline now", "scene now"), fc.string({ maxLength: 120 })),
        description: fc.string({ maxLength: 200 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(wordings, (answer) => {
        const drawn = reworded(OFFERS, answer);
        const bare = ({ label: _label, description: _description, ...rest }: Offer) => rest;
        expect(drawn.map(bare)).toEqual(OFFERS.map(bare));
        for (const { label, description } of drawn) {
          expect(label.length).toBeLessThanOrEqual(80);
          expect(label.trim()).not.toBe("");
          expect(description.length).toBeLessThanOrEqual(120);
        }
        expect(new Set(drawn.map(({ label }) => label.toLowerCase())).size).toBe(drawn.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
