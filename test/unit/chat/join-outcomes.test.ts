import { describe, expect, it } from "vitest";
import { joinOutcomes } from "../../../src/chat/join-outcomes.ts";
import type { Outcome } from "../../../src/chat/outcome.ts";
import type { Offer } from "../../../src/domain/choice.ts";
import type { Point } from "../../../src/domain/points/point.ts";

const asks = (asked: string[], ...points: Partial<Point>[]): Outcome => ({
  blocks: [],
  points: points as Point[],
  memory: { asked },
});

describe("what two skills offer in one message", () => {
  const offer = (label: string): Offer => ({
    label,
    description: "",
    category: "alternative",
    action: { type: "command", command: "x", options: { label } },
  });
  const offering = (text: string, next: number, ...labels: string[]): Outcome => ({
    blocks: [
      { type: "text", text },
      { type: "offers", offers: labels.map(offer), next },
    ],
  });

  it("has the next moves once, and every other button once", () => {
    const one = offering("one", 1, "Draft a concept", "Edit Sarah", "Undo");
    const other = offering("other", 2, "Draft a logline", "Add a character", "Undo");
    const { blocks } = joinOutcomes([one, other]);
    expect(blocks.map(({ type }) => type)).toEqual(["text", "text", "offers"]);
    const [last] = blocks.flatMap((block) => (block.type === "offers" ? [block] : []));
    const labels = ["Draft a logline", "Add a character", "Edit Sarah", "Undo"];
    expect(last).toMatchObject({ next: 2, offers: labels.map((label) => ({ label })) });
  });

  it("leaves out the moves of a receipt, wherever they stand in it", () => {
    const [text, offers] = offering("one", 0, "Add Ezra", "Draft a concept", "Edit Sarah").blocks;
    const receipt = { blocks: [text, { ...offers, moves: ["Draft a concept"] }] } as Outcome;
    const { blocks } = joinOutcomes([receipt, offering("other", 1, "Draft a logline")]);
    const labels = ["Draft a logline", "Add Ezra", "Edit Sarah"];
    expect(blocks.at(-1)).toMatchObject({ offers: labels.map((label) => ({ label })) });
    expect(blocks).toHaveLength(3);
  });

  it("stands apart where only one of them leads on", () => {
    const { blocks } = joinOutcomes([offering("one", 0, "Back"), offering("other", 1, "Draft a logline")]);
    expect(blocks.map(({ type }) => type)).toEqual(["text", "offers", "text", "offers"]);
  });
});

describe("what two skills ask in one message", () => {
  it("is remembered together, newest first, without what either closed", () => {
    const one = asks(["a", "old"], { id: "a", state: "open" });
    const other = asks(["b"], { id: "b", state: "open" }, { id: "old", state: "dismissed" });
    expect(joinOutcomes([one, other]).memory?.asked).toEqual(["b", "a"]);
  });

  it("stays as it is where only one of them asks", () => {
    expect(joinOutcomes([{ blocks: [] }, asks(["a"]), { blocks: [] }]).memory).toEqual({ asked: ["a"] });
    expect(joinOutcomes([{ blocks: [] }, { blocks: [], memory: { focus: [] } }]).memory).toEqual({
      focus: [],
    });
  });
});
