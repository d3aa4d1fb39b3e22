import { describe, expect, it } from "vitest";
import { carriedWith } from "../../../../src/domain/bible/carried.ts";
import type { Change } from "../../../../src/domain/bible/change.ts";
import type { Statement } from "../../../../src/domain/reading/reading.ts";
import { merges, openBible, removes, renames, says, ties } from "./bible-maker.ts";

/** A bible with two siblings in a bar, and the names of what goes with the change to one entry of a turn. */
function carried(name: string, statements: readonly Statement[]): string[] {
  const bible = openBible();
  bible.say([ties("Sarah", "John", "sibling"), says("scene", "INT. BAR", { characters: ["Sarah", "John"] })]);
  return namesWith(name, bible.say(statements).changes);
}

function namesWith(name: string, turn: readonly Change[]): string[] {
  const change = turn.find((each) => each.name === name);
  if (!change) throw new Error(`no change to ${name} among ${turn.map((each) => each.name).join(", ")}`);
  return carriedWith(change, turn).map((each) => each.name);
}

describe("what one change of a turn took with it", () => {
  it("is nothing when a field was written", () => {
    const both = [
      says("character", "Sarah", { age: 3 }, false),
      says("character", "John", { age: 4 }, false),
    ];
    expect(carried("Sarah", both)).toEqual(["Sarah"]);
  });

  it("is wherever a new name stands", () => {
    const renamed = [renames("Sarah", "Jane"), says("character", "Bo")];
    expect(carried("Jane", renamed).sort()).toEqual(["INT. BAR", "Jane", "Jane – John: sibling"]);
    expect(carried("Bo", renamed)).toEqual(["Bo"]);
    expect(carried("INT. BAR", renamed)).toEqual(["INT. BAR"]);
  });

  it("is what lost its link when an entry was removed", () => {
    expect(carried("John", [removes("John")]).sort()).toEqual(["INT. BAR", "John", "Sarah – John: sibling"]);
  });

  it("is the ties of who was made, but not a scene or another character", () => {
    const made = openBible().say([
      ties("Vera", "Max", "rival"),
      says("scene", "INT. CLUB", { characters: ["Vera"] }),
    ]).changes;
    expect(namesWith("Vera", made).sort()).toEqual(["Vera", "Vera – Max: rival"]);
  });

  it("is the whole of a merge, from either of the two", () => {
    const merge = [merges("John", "Sarah")];
    const whole = carried("Sarah", merge).sort();
    expect(whole).toEqual(expect.arrayContaining(["INT. BAR", "John", "Sarah"]));
    expect(carried("John", merge).sort()).toEqual(whole);
  });

  it("is the change alone when its turn is not at hand", () => {
    const [change] = openBible().say([says("character", "Sarah")]).changes;
    expect(change && carriedWith(change, [])).toEqual([change]);
  });
});
