import { expect, test } from "vitest";
import { standingOf } from "../../../src/chat/choice-standing.ts";

const vote = (by_name?: string) => ({
  by: "u1",
  ...(by_name === undefined ? {} : { by_name }),
  at: "2026-03-01T10:00:00Z",
});
const many = ["A", "B", "C", "D", "E", "F", "G", "H"].map((name) => vote(name));

test.each([
  [{ state: "open" }, ""],
  [{ state: "open", needed: 3 }, "takes 3 votes"],
  [{ state: "open", needed: 3, votes: [vote("Ana"), vote("Bo")] }, "2 of 3: Ana, Bo"],
  [{ state: "open", votes: [vote("Ana")] }, "Ana would take this"],
  [{ state: "open", votes: [vote()] }, "u1 would take this"],
  [{ state: "open", needed: 20, votes: many }, "8 of 20: A, B, C, D, E, F and 2 more"],
  [
    { state: "pressed", pressed_by: "u9", pressed_by_name: "Pia", votes: [vote("Ana")], needed: 3 },
    "chosen by Pia",
  ],
  [
    { state: "pressed", pressed_by: "u1", pressed_by_name: "Ana", votes: [vote("Ana")], needed: 1 },
    "decided by Ana",
  ],
  [{ state: "pressed", pressed_by: "u1" }, ""],
  [{ state: "expired", votes: [vote("Ana")], needed: 3 }, ""],
  [
    { state: "open", votes: [vote("A\nlong name ".repeat(9))] },
    "A long name A long name A long name A l… would take this",
  ],
] as const)("%j is said as %j", (choice, words) => {
  expect(standingOf({ ...choice, votes: "votes" in choice ? [...choice.votes] : undefined })).toBe(words);
});
