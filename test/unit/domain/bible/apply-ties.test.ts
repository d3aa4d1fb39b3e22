import { describe, expect, it } from "vitest";
import { entry, openBible, removes, renames, says, ties, value } from "./bible-maker.ts";

const two = () => openBible([entry("character", "Sarah"), entry("character", "John")]);

describe("a relationship", () => {
  it("ties two characters", () => {
    const bible = two();
    const { changes } = bible.say([ties("sarah", "John", "sibling", false, "twins")]);
    expect(changes[0]).toMatchObject({
      action: "created",
      kind: "relationship",
      name: "Sarah – John: sibling",
      fields: {
        from: { after: "Sarah" },
        to: { after: "John" },
        type: { after: "sibling" },
        description: { after: "twins" },
      },
      after: { links: { from: ["ent_character_Sarah"], to: ["ent_character_John"] } },
    });
  });

  it("is the same from the other side, under its inverse", () => {
    const bible = two();
    bible.say([ties("Sarah", "John", "parent")]);
    const again = bible.say([ties("John", "Sarah", "child")]);
    expect(again.changes).toEqual([]);
    expect(again.notes[0]).toMatchObject({ type: "same", name: "Sarah – John: parent" });
    const more = bible.say([ties("John", "Sarah", "child", true, "adopted")]);
    expect(more.changes[0]).toMatchObject({
      action: "updated",
      fields: { description: { after: "adopted" } },
    });
  });

  it("may stand beside another of the same two", () => {
    const bible = two();
    bible.say([
      ties("Sarah", "John", "sibling"),
      ties("Sarah", "John", "rival"),
      ties("John", "Sarah", "parent"),
    ]);
    expect(bible.living().filter((each) => each.kind === "relationship")).toHaveLength(3);
  });

  it("makes its ends when it was asked for", () => {
    const bible = openBible();
    const { changes } = bible.say([ties("Ada", "Bo", "spouse")]);
    expect(changes.map((change) => change.name)).toEqual(["Ada", "Bo", "Ada – Bo: spouse"]);
    const mentioned = openBible().say([ties("Ada", "Bo", "spouse", false)]);
    expect(mentioned.changes).toEqual([]);
    expect(mentioned.notes).toMatchObject([
      { type: "unknown", name: "Ada", kind: "character" },
      { type: "unknown", name: "Bo", kind: "character" },
    ]);
  });

  it("finds characters made anywhere in the message", () => {
    const bible = openBible();
    bible.say([ties("Ada", "Bo", "spouse", false), says("character", "Bo"), says("character", "Ada")]);
    expect(bible.named("Ada – Bo: spouse").kind).toBe("relationship");
  });

  it("is refused for one person, for a place, and for a name that cannot be one", () => {
    const bible = openBible([entry("character", "Sarah"), entry("location", "Diner")]);
    const at = { start: 0, end: 0 };
    const place = {
      type: "relationship" as const,
      from: { name: "diner", entry_id: "ent_location_Diner", ...at },
      to: { name: "Sarah", ...at },
      relation: "friend" as const,
      explicit: true,
      span: at,
    };
    const { changes, notes } = bible.say([
      ties("Sarah", "sarah", "friend"),
      place,
      ties("x".repeat(200), "Sarah", "friend"),
    ]);
    expect(changes).toEqual([]);
    expect(notes.map((note) => "reason" in note && note.reason)).toEqual([
      "Sarah cannot be the friend of Sarah",
      "Diner is a location",
      expect.stringContaining("does not fit the field name"),
    ]);
  });

  it("asks which of two", () => {
    const bible = openBible([
      entry("character", "Jo March"),
      entry("character", "Jo Brand"),
      entry("character", "Al"),
    ]);
    expect(bible.say([ties("Jo", "Al", "friend")]).notes[0]?.type).toBe("ambiguous");
  });

  it("is held back where the workflow says so, unless it is there already", () => {
    const bible = two();
    expect(bible.say([ties("Sarah", "John", "rival")], { withhold: ["relationship"] })).toEqual({
      changes: [],
      notes: [{ type: "withheld", name: "Sarah – John: rival", kind: "relationship", people: [] }],
    });
    bible.say([ties("Sarah", "John", "rival")]);
    expect(
      bible.say([ties("John", "Sarah", "rival", true, "bitter")], { withhold: ["relationship"] }).changes,
    ).toHaveLength(1);
  });

  it("stays as it is when it is locked", () => {
    const bible = two();
    bible.say([ties("Sarah", "John", "rival")]);
    const tie = bible.named("Sarah – John: rival");
    const known = [...bible.living().filter((each) => each !== tie), { ...tie, status: "locked" as const }];
    expect(bible.say([ties("Sarah", "John", "rival", true, "bitter")], { known }).changes).toEqual([]);
  });
});

describe("a rename", () => {
  it("shows the new name wherever the old one stood", () => {
    const bible = two();
    bible.say([
      ties("Sarah", "John", "sibling"),
      says("scene", "INT. BAR - DAY", { characters: ["John", "Sarah"] }),
      says("prop", "Gun", { owner: "John" }),
    ]);
    const { changes } = bible.say([renames("John", "Jack")]);
    expect(changes).toHaveLength(4);
    expect(bible.named("Jack").facts.name?.value).toBe("Jack");
    expect(value(bible.named("Jack"), "aliases")).toEqual(["John"]);
    expect(value(bible.named("Sarah – Jack: sibling"), "to")).toBe("Jack");
    expect(value(bible.named("INT. BAR - DAY"), "characters")).toEqual(["Jack", "Sarah"]);
    expect(value(bible.named("Gun"), "owner")).toBe("Jack");
  });

  it.each([
    ["Sarah", "Sara"],
    ["Sarah", "Sarah Connor"],
    ["Jon", "John"],
  ])("from %s to %s needs no alias", (old, name) => {
    const bible = openBible([entry("character", old)]);
    bible.say([renames(old, name)]);
    expect(value(bible.named(name), "aliases")).toBeUndefined();
  });

  it("adds to the aliases there are", () => {
    const bible = openBible([entry("character", "John", { aliases: ["Duke"] })]);
    bible.say([renames("the duke", "Marion")]);
    expect(value(bible.named("Marion"), "aliases")).toEqual(["Duke", "John"]);
  });

  it("of a place reaches the headings made of it", () => {
    const bible = openBible();
    bible.say([
      says("scene", "INT. DINER - NIGHT", { heading: "INT. DINER - NIGHT", set: "DINER" }),
      says("scene", "The chase", { set: "ALLEY", location: "Diner" }),
    ]);
    bible.say([says("scene", "Talk", { set: "DINER" })]);
    bible.say([renames("Diner", "Café")]);
    const scene = bible.named("INT. CAFÉ - NIGHT");
    expect([value(scene, "heading"), value(scene, "set"), value(scene, "location")]).toEqual([
      "INT. CAFÉ - NIGHT",
      "CAFÉ",
      "Café",
    ]);
    expect(value(bible.named("The chase"), "set")).toBe("ALLEY");
    expect(value(bible.named("The chase"), "location")).toBe("Café");
    expect(value(bible.named("Talk"), "set")).toBe("CAFÉ");
  });

  it("tells the scene apart from one that has the heading already", () => {
    const bible = openBible([entry("scene", "INT. CAFÉ - NIGHT")]);
    bible.say([says("scene", "INT. DINER - NIGHT", { set: "DINER" })]);
    bible.say([renames("Diner", "Café")]);
    expect(value(bible.named("INT. CAFÉ - NIGHT (2)"), "location")).toBe("Café");
  });

  it("is refused with the reason", () => {
    const bible = two();
    bible.say([ties("Sarah", "John", "rival")]);
    const { changes, notes } = bible.say([
      renames("Sarah", "john"),
      renames("Sarah", " "),
      renames("Sarah – John: rival", "Foes"),
      renames("Maya", "May"),
      renames("Sarah", "Sarah"),
    ]);
    expect(changes).toEqual([]);
    expect(notes.map((note) => note.type)).toEqual(["taken", "invalid", "invalid", "unknown", "same"]);
  });

  it("may mend the case of a name", () => {
    const bible = openBible([entry("character", "sarah")]);
    bible.say([renames("Sarah", "Sarah")]);
    expect(bible.living().map((each) => each.name)).toEqual(["Sarah"]);
  });
});

describe("a removal", () => {
  it("takes the links of others and the relationships with it", () => {
    const bible = two();
    bible.say([
      ties("Sarah", "John", "sibling"),
      says("scene", "INT. BAR - DAY", { characters: ["Sarah", "John"] }),
      says("scene", "EXT. PIER", { characters: ["John"] }),
    ]);
    const { changes } = bible.say([removes("John", "character")]);
    expect(changes.map((change) => [change.name, change.action])).toEqual([
      ["John", "removed"],
      ["INT. BAR - DAY", "updated"],
      ["EXT. PIER", "updated"],
      ["Sarah – John: sibling", "removed"],
    ]);
    expect(changes[0]?.fields).toEqual({});
    expect(changes[0]?.after).toMatchObject({ status: "removed", facts: { name: { value: "John" } } });
    expect(value(bible.named("INT. BAR - DAY"), "characters")).toEqual(["Sarah"]);
    expect(bible.named("EXT. PIER").links).toEqual({});
    expect(value(bible.named("EXT. PIER"), "characters")).toBeUndefined();
  });

  it("of a place empties the scene's place", () => {
    const bible = openBible();
    bible.say([says("scene", "INT. DINER", { location: "Diner" })]);
    bible.say([removes("the diner", "location")]);
    expect(value(bible.named("INT. DINER"), "location")).toBeUndefined();
  });

  it("is refused where a locked entry needs it, and for the unknown", () => {
    const locked = entry(
      "scene",
      "INT. BAR",
      { characters: ["John"] },
      { status: "locked", links: { characters: ["ent_character_John"] } },
    );
    const bible = openBible([entry("character", "John"), locked]);
    const { changes, notes } = bible.say([removes("John"), removes("Maya")]);
    expect(changes).toEqual([]);
    expect(notes.map((note) => note.type)).toEqual(["locked", "unknown"]);
  });
});

it("tells apart two relationships whose names read alike", () => {
  const bible = openBible(["Ann Lee", "Kim", "Ann", "Lee Kim"].map((name) => entry("character", name)));
  bible.say([ties("Ann Lee", "Kim", "friend"), ties("Ann", "Lee Kim", "friend")]);
  expect(
    bible
      .living()
      .slice(4)
      .map((each) => each.name),
  ).toEqual(["Ann Lee – Kim: friend", "Ann – Lee Kim: friend (2)"]);
});
