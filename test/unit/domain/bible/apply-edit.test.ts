import { describe, expect, it } from "vitest";
import { applyEdit } from "../../../../src/domain/bible/apply-edit.ts";
import { author, entry, openBible, says, ties, value } from "./bible-maker.ts";

type Bible = ReturnType<typeof openBible>;

function edit(bible: Bible, name: string, values: Record<string, unknown>) {
  const applied = applyEdit({ ...author(), entry: bible.named(name), known: bible.living(), values });
  bible.keep(applied.changes);
  return applied;
}

describe("an edit", () => {
  it("writes what was filled in, replaces lists and clears what was emptied", () => {
    const bible = openBible([
      entry("character", "Sarah", { age: 28, traits: ["brave"], fear: "water", want: "truth" }),
    ]);
    const { changes, notes } = edit(bible, "Sarah", {
      age: "29",
      traits: "calm, kind",
      fear: " ",
      want: null,
      flaw: "",
    });
    expect(notes).toEqual([]);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.fields).toEqual({
      age: { before: 28, after: 29 },
      traits: { before: ["brave"], after: ["calm", "kind"] },
      fear: { before: "water" },
      want: { before: "truth" },
    });
  });

  it("changes nothing when everything is as it was", () => {
    const bible = openBible([entry("character", "Sarah", { age: 28 })]);
    expect(edit(bible, "Sarah", { name: "Sarah", age: "28" })).toEqual({ changes: [], notes: [] });
  });

  it("notes what does not fit, and an empty name", () => {
    const bible = openBible([entry("character", "Sarah")]);
    const { changes, notes } = edit(bible, "Sarah", { age: "old", name: null });
    expect(changes).toEqual([]);
    expect(notes.map((note) => note.type)).toEqual(["invalid", "invalid"]);
  });

  it("renames, and shows the name elsewhere", () => {
    const bible = openBible();
    bible.say([ties("Sarah", "John", "rival")]);
    edit(bible, "John", { name: "Jack", age: 3 });
    expect(value(bible.named("Jack"), "age")).toBe(3);
    expect(bible.named("Sarah – Jack: rival").kind).toBe("relationship");
  });

  it("relinks a scene, and unlinks what was emptied", () => {
    const bible = openBible([entry("character", "Sarah"), entry("character", "Bo")]);
    bible.say([says("scene", "INT. BAR", { characters: ["Sarah"], location: "Bar" })]);
    const { notes } = edit(bible, "INT. BAR", { characters: "Bo, Maya", location: "" });
    expect(bible.named("INT. BAR").links).toEqual({ characters: ["ent_character_Bo"] });
    expect(value(bible.named("INT. BAR"), "location")).toBeUndefined();
    expect(notes).toEqual([{ type: "unlinked", name: "INT. BAR", kind: "character", names: ["Maya"] }]);
  });

  it("leaves a locked entry alone", () => {
    const bible = openBible([entry("character", "Sarah", {}, { status: "locked" })]);
    expect(edit(bible, "Sarah", { age: 3 })).toMatchObject({ changes: [], notes: [{ type: "locked" }] });
  });

  it("retypes a relationship under its new name, but not its ends, and not into one there is", () => {
    const bible = openBible();
    bible.say([ties("Sarah", "John", "rival"), ties("Sarah", "John", "friend")]);
    edit(bible, "Sarah – John: rival", { type: "enemy", from: "Sarah" });
    expect(value(bible.named("Sarah – John: enemy"), "type")).toBe("enemy");
    expect(
      edit(bible, "Sarah – John: enemy", { from: "Bo", type: "" }).notes.map((note) => note.type),
    ).toEqual(["invalid", "invalid"]);
    expect(edit(bible, "Sarah – John: enemy", { type: "friend" }).notes[0]?.type).toBe("taken");
  });
});
