import { describe, expect, it } from "vitest";
import { noteError, noteText } from "../../../src/chat/note-text.ts";
import type { Note } from "../../../src/domain/bible/note.ts";

const NOTES: readonly (readonly [Note, text: string, code: string])[] = [
  [
    { type: "unknown", name: "Maya", kind: "character" },
    "I do not know a character called Maya. To add one, say “create a character named Maya”.",
    "not_found",
  ],
  [
    { type: "unknown", name: "Sarha", near: { id: "1", name: "Sarah", kind: "character" } },
    "I do not know a character called Sarha. Did you mean Sarah?",
    "not_found",
  ],
  [
    {
      type: "twin",
      name: "Jon",
      kind: "character",
      entry_id: "2",
      other_id: "1",
      other_name: "John",
      reason: "they sound alike",
    },
    "Jon and John may be one and the same: they sound alike. Merge them, or tell me they are two.",
    "invalid",
  ],
  [
    { type: "unknown", name: "the chase", kind: "scene" },
    "I do not know a scene called the chase. To add one, begin a message with its slug line.",
    "not_found",
  ],
  [
    {
      type: "unknown",
      name: "scene 9",
      kind: "scene",
      statement: {
        type: "remove",
        kind: "scene",
        subject: { name: "scene 9", start: 7, end: 14 },
        span: { start: 0, end: 14 },
      },
    },
    "There is no scene called scene 9. /scene lists those there are.",
    "not_found",
  ],
  [
    { type: "unknown", name: "it" },
    "Nothing in this bible is called it. Check the name, or ask me for the list.",
    "not_found",
  ],
  [
    {
      type: "ambiguous",
      name: "Jo",
      candidates: ["Jo March", "Jo Brand"],
      entries: [],
      statement: undefined,
    },
    "Which Jo do you mean: Jo March or Jo Brand? Say it again with the whole name.",
    "conflict",
  ],
  [
    { type: "invalid", name: "Jo", reason: "“old” does not fit", hint: "It takes a number." },
    "“old” does not fit. It takes a number.",
    "invalid",
  ],
  [
    { type: "locked", name: "Jo", kind: "character", entry_id: "1" },
    'Jo is locked, so nothing changes. A producer takes the lock off with /character unlock "Jo".',
    "blocked",
  ],
  [
    { type: "kept", name: "Jo", entry_id: "1", field: "age_range" },
    "I kept the age range of Jo, which a person confirmed. Say what it should be to change it.",
    "invalid",
  ],
  [
    { type: "taken", name: "Jo", kind: "character", entry_id: "1" },
    "Another character is called Jo already. Choose another name, or rename that one first.",
    "conflict",
  ],
  [
    { type: "same", name: "Jo", kind: "character", entry_id: "1" },
    "I have Jo down like that already. Say what is different, or open Edit.",
    "invalid",
  ],
  [
    { type: "unlinked", name: "INT. BAR", kind: "character", names: ["Jo"] },
    "Jo is in INT. BAR by name only. Add Jo as a character and I tie them to it.",
    "invalid",
  ],
  [
    { type: "unlinked", name: "INT. BAR", kind: "character", names: ["Jo", "Al"] },
    "Jo and Al are in INT. BAR by name only. Add them as characters and I tie them to it.",
    "invalid",
  ],
  [
    { type: "nobody", name: "heist crew", group: { by: "group", value: "heist crew" } },
    "Nobody is in the heist crew yet. To put somebody in, say “Sarah and Tom are in the heist crew”.",
    "invalid",
  ],
  [
    { type: "nobody", name: "cop", group: { by: "occupation", value: "cop" } },
    "No character has the job cop yet. Say who has, like “Sarah's job is cop”.",
    "invalid",
  ],
  [
    { type: "nobody", name: "diner scene", group: { by: "scene", value: "diner scene" } },
    "Nobody is in the diner scene yet. To put somebody in, say “add Sarah to the diner scene”.",
    "invalid",
  ],
  [
    { type: "nobody", name: "everyone", group: { by: "all", value: "everyone" } },
    "There are no characters yet. To add one, say “create a character named Sarah”.",
    "invalid",
  ],
  [
    { type: "untied", from: "Sarah", to: "John" },
    "I have nothing of the kind between Sarah and John. Ask me how they are related to see what I have.",
    "invalid",
  ],
  [
    { type: "withheld", name: "INT. BAR", kind: "scene", people: [] },
    "INT. BAR is not in the bible yet. Say it again once scenes are open.",
    "blocked",
  ],
];

describe("a note", () => {
  it.each(NOTES)("$type says what is wrong and what to do", (note, text, code) => {
    expect(noteText(note)).toBe(text);
    const error = noteError(note);
    expect(error.code).toBe(code);
    expect(`${error.message} ${error.hint}`).toBe(text);
    expect(error.hint).toMatch(/[.?]$/);
  });
});
