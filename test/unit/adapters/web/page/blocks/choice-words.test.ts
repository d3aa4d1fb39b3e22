import { describe, expect, it } from "vitest";
import type { ShownChoice } from "../../../../../../src/adapters/web/page/api/wire.ts";
import {
  endWords,
  voteWords,
  weightWords,
} from "../../../../../../src/adapters/web/page/blocks/choice-words.ts";

const AT = "2026-01-01T00:00:00Z";
const nameOf = (id: string): string => ({ me: "You", ana: "Ana" })[id] ?? id;
const choice = (over: Partial<ShownChoice> = {}): ShownChoice => ({
  id: "cho_1",
  label: "Lock the script",
  description: "No scene moves after this",
  category: "recommended",
  ...over,
});

describe("what a choice says of itself", () => {
  it("tells its kind and its weight", () => {
    expect(weightWords(choice({ minutes: 10, difficulty: "easy", impact: "high" }))).toBe(
      "Recommended · 10 min · easy · high impact",
    );
    expect(weightWords(choice({ category: "manual", minutes: 600 }))).toBe("By hand · 10 h");
  });

  it("tells who pressed it", () => {
    expect(endWords(choice({ state: "pressed", pressed_by: "me" }), nameOf)).toBe("You chose this");
    expect(endWords(choice({ state: "pressed", pressed_by: "ana" }), nameOf)).toBe("Chosen by Ana");
    expect(endWords(choice({ state: "pressed", pressed_by: "u9", pressed_by_name: "Bo" }), nameOf)).toBe(
      "Chosen by Bo",
    );
    expect(endWords(choice({ state: "expired" }), nameOf)).toBe("No longer open");
  });

  it("counts votes with their names, and says nothing where one press is enough", () => {
    const votes = [
      { by: "ana", at: AT },
      { by: "u9", by_name: "Bo", at: AT },
    ];
    expect(voteWords(choice({ votes, needed: 3 }), nameOf)).toBe("2 of 3 pressed: Ana, Bo");
    expect(voteWords(choice({ needed: 2 }), nameOf)).toBe("0 of 2 pressed");
    expect(voteWords(choice({ votes: votes.slice(0, 1) }), nameOf)).toBe("1 pressed: Ana");
    expect(voteWords(choice(), nameOf)).toBe("");
  });

  it("names a few of many", () => {
    const votes = ["a", "b", "c", "d", "e", "f"].map((by) => ({ by, at: AT }));
    expect(voteWords(choice({ votes, needed: 9 }), nameOf)).toBe("6 of 9 pressed: a, b, c, d and 2 more");
  });
});
