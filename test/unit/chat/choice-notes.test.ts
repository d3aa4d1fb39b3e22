import { expect, test } from "vitest";
import { choiceNotes, isNoted } from "../../../src/chat/choice-notes.ts";
import { choice } from "../../contract/platform-room.ts";

const manual = { category: "manual" as const };

test("ways out say what they do in small print, everything else has a line of its own", () => {
  const all = [
    choice("a", "Write a scene", { description: "Opens the third act" }),
    choice("b", "Edit Sarah", { ...manual, description: "Opens a form\nwith what is known" }),
    choice("c", "Undo", { ...manual, description: "Takes back everything" }),
    choice("d", "Help", { ...manual, description: "I explain it" }),
    choice("e", "Redo", { ...manual, description: "Gone", state: "expired" }),
    choice("f", "Skip", { ...manual, description: "Voted on", needed: 3 }),
    choice("g", "Plain", manual),
    choice("h", "Something else…", { ...manual, description: "In your own words", asks: "What?" }),
  ];
  expect(choiceNotes(all, 80)).toBe(
    "Edit Sarah: opens a form with what is known · Undo: takes back everything · Help: I explain it",
  );
  expect(all.filter((one) => isNoted(one, all, 80)).map(({ id }) => id)).toEqual(["b", "c", "d", "g", "h"]);
  expect(choiceNotes(all, 3)).toBe("");
});

test("in a list the lines say it themselves", () => {
  const many = Array.from({ length: 12 }, (_, index) =>
    choice(`c${index}`, `C ${index}`, { ...manual, description: "Does it" }),
  );
  expect(choiceNotes(many, 80)).toBe("");
});
