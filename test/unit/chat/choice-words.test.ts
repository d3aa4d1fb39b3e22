import { describe, expect, test } from "vitest";
import { choiceDetails, hasDetails, toldChoices } from "../../../src/chat/choice-words.ts";
import type { ChoicesBlock } from "../../../src/chat/reply.ts";
import { choice } from "../../contract/platform-room.ts";

const draft = choice("a", "Draft a concept", { description: "You change what you like", minutes: 10 });
const taken = choice("b", "Add a scene", { state: "pressed", pressed_by_name: "Ana" });
const voted = choice("c", "Skip it", { needed: 3 });
const block = (brief: boolean, choices = [draft, taken, voted]): ChoicesBlock => ({
  type: "choices",
  ...(brief ? { brief } : {}),
  choices,
});
const labels = (choices: readonly { label: string }[]) => choices.map(({ label }) => label);

describe("choices that nobody asked for", () => {
  test("are told in words only where something became of them", () => {
    expect(labels(toldChoices(block(true)))).toEqual(["Add a scene", "Skip it"]);
    expect(labels(toldChoices(block(false)))).toEqual(["Draft a concept", "Add a scene", "Skip it"]);
  });

  test("say in Details what they are, as long as they can be pressed", () => {
    expect(choiceDetails([draft, taken])).toBe("**Draft a concept** — You change what you like (10 min)");
    expect([hasDetails(block(true)), hasDetails(block(false))]).toEqual([true, false]);
    expect(hasDetails(block(true, [choice("d", "Undo")]))).toBe(false);
    const known = { ...draft, details: "It opens the synopsis." };
    expect(hasDetails(block(false, [known]))).toBe(true);
    expect(choiceDetails([known])).toBe(
      "**Draft a concept** — You change what you like (10 min)\nIt opens the synopsis.",
    );
  });

  test("say hours where minutes are many", () => {
    const line = (minutes: number) => choiceDetails([{ ...draft, description: "Long", minutes }]);
    expect([line(45), line(90), line(600)]).toEqual(
      ["45 min", "1.5 h", "10 h"].map((time) => `**Draft a concept** — Long (${time})`),
    );
  });

  test("stand in a list as any others, where they are too many for buttons", () => {
    const many = Array.from({ length: 12 }, (_, index) => choice(`c${index}`, `C ${index}`));
    expect(toldChoices(block(true, many))).toHaveLength(12);
  });
});
