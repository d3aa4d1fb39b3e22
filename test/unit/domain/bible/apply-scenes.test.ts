import { describe, expect, it } from "vitest";
import { entry, openBible, removes, says, value } from "./bible-maker.ts";

const HEADING = "INT. DINER - NIGHT";
const diner = (more: Record<string, string | string[]> = {}) =>
  says("scene", HEADING, { heading: HEADING, int_ext: "INT", set: "DINER", time_of_day: "NIGHT", ...more });

describe("a scene", () => {
  it("makes its place, and ties the characters there are", () => {
    const bible = openBible([entry("character", "Sarah"), entry("character", "John Doe")]);
    const { changes, notes } = bible.say([
      diner({ characters: ["sarah", "John", "sarah"], summary: "They talk." }),
    ]);
    expect(notes).toEqual([]);
    expect(changes.map((change) => [change.kind, change.name])).toEqual([
      ["scene", HEADING],
      ["location", "Diner"],
    ]);
    const scene = bible.named(HEADING);
    expect(value(scene, "characters")).toEqual(["Sarah", "John Doe"]);
    expect(value(scene, "location")).toBe("Diner");
    expect(scene.links).toEqual({
      characters: ["ent_character_Sarah", "ent_character_John Doe"],
      location: [bible.named("Diner").id],
    });
  });

  it("takes a place that is named, and one that exists", () => {
    const bible = openBible([entry("location", "The Rusty Anchor")]);
    bible.say([diner({ location: "rusty anchor" })]);
    expect(bible.named(HEADING).links).toEqual({ location: ["ent_location_The Rusty Anchor"] });
    expect(bible.living()).toHaveLength(2);
  });

  it("is where its heading says, and not at a place that has the same word in its name", () => {
    const bible = openBible([entry("location", "Bus Depot")]);
    bible.say([
      says("scene", "INT. BUS - NIGHT", { heading: "INT. BUS - NIGHT", set: "BUS", location: "Bus" }),
      says("location", "Bus"),
    ]);
    const scene = bible.named("INT. BUS - NIGHT");
    expect(value(scene, "location")).toBe("Bus");
    expect(scene.links.location).toEqual([bible.named("Bus").id]);
    expect(bible.living().filter(({ kind }) => kind === "location")).toHaveLength(2);
  });

  it("is at a place that goes by the name in its heading", () => {
    const bible = openBible([entry("location", "Bus Depot", { aliases: ["Bus"] })]);
    bible.say([says("scene", "INT. BUS - NIGHT", { location: "Bus" }), says("location", "Bus")]);
    expect(bible.named("INT. BUS - NIGHT").links.location).toEqual(["ent_location_Bus Depot"]);
  });

  it("moves when it is said to", () => {
    const bible = openBible();
    bible.say([diner()]);
    bible.say([says("scene", HEADING, { location: "Pier 9" }, false)]);
    expect(bible.named(HEADING).links.location).toEqual([bible.named("Pier 9").id]);
  });

  it("ties characters that the same message makes later", () => {
    const bible = openBible();
    const { notes } = bible.say([
      diner({ characters: ["Sarah", "Bo"] }),
      says("character", "Sarah Connor"),
      says("character", "Bo"),
    ]);
    expect(notes).toEqual([]);
    expect(value(bible.named(HEADING), "characters")).toEqual(["Sarah Connor", "Bo"]);
    expect(bible.named(HEADING).links.characters).toHaveLength(2);
  });

  it("keeps the names of those it does not know as plain names, and says so", () => {
    const bible = openBible([
      entry("character", "Sarah"),
      entry("character", "Jo March"),
      entry("character", "Jo Brand"),
    ]);
    const { notes } = bible.say([diner({ characters: ["Sarah", "Maya", "Jo"], props: ["knife"] })]);
    expect(value(bible.named(HEADING), "characters")).toEqual(["Sarah", "Maya", "Jo"]);
    expect(bible.named(HEADING).links.characters).toEqual(["ent_character_Sarah"]);
    expect(notes).toEqual([
      expect.objectContaining({ type: "ambiguous", name: "Jo", candidates: ["Jo March", "Jo Brand"] }),
      { type: "unlinked", name: HEADING, kind: "character", names: ["Maya"] },
    ]);
  });

  it("gathers its cast over several statements", () => {
    const bible = openBible([entry("character", "Sarah"), entry("character", "Bo"), entry("prop", "Knife")]);
    bible.say([diner({ characters: ["Sarah"] })]);
    bible.say([says("scene", HEADING, { characters: ["Bo", "Sarah"], props: ["knife"] }, false)]);
    expect(value(bible.named(HEADING), "characters")).toEqual(["Sarah", "Bo"]);
    expect(bible.named(HEADING).links).toMatchObject({
      characters: ["ent_character_Sarah", "ent_character_Bo"],
      props: ["ent_prop_Knife"],
    });
  });

  it("is another one when the same heading tells something else", () => {
    const bible = openBible();
    bible.say([diner({ summary: "Sarah waits." })]);
    bible.say([diner({ summary: "sarah waits." })]);
    bible.say([diner({ summary: "John pays." })]);
    bible.say([diner({ summary: "The end." })]);
    expect(
      bible
        .living()
        .filter((each) => each.kind === "scene")
        .map((each) => each.name),
    ).toEqual([HEADING, `${HEADING} (2)`, `${HEADING} (3)`]);
  });

  it("is named after its heading when it has no name, at most as long as a name may be", () => {
    const bible = openBible();
    bible.say([
      says("scene", "", { heading: "EXT. PIER - DAWN" }),
      says("scene", " "),
      says("scene", `EXT. ${"LONG ".repeat(60)}- DAY`),
    ]);
    const names = bible.living().map((each) => each.name);
    expect(names.slice(0, 2)).toEqual(["EXT. PIER - DAWN", "Scene"]);
    expect(names[2]).toHaveLength(112);
  });

  it("makes no place of a name that cannot be one", () => {
    const bible = openBible();
    bible.say([says("scene", HEADING, { location: "L".repeat(200) })]);
    expect(bible.living()).toHaveLength(1);
    expect(value(bible.named(HEADING), "location")).toBe("L".repeat(200));
  });
});

describe("a prop", () => {
  it("belongs to a character and stands in scenes", () => {
    const bible = openBible([entry("character", "Sarah"), entry("scene", HEADING)]);
    bible.say([says("prop", "Knife", { owner: "sarah", scenes: [HEADING] })]);
    expect(bible.named("Knife").links).toEqual({
      owner: ["ent_character_Sarah"],
      scenes: [`ent_scene_${HEADING}`],
    });
    expect(value(bible.named("Knife"), "owner")).toBe("Sarah");
  });

  it("keeps an owner no one knows as a plain name, and ties one that is made later in the message", () => {
    const bible = openBible();
    bible.say([
      says("prop", "Knife", { owner: "Bo" }),
      says("prop", "Gun", { owner: "Maya" }),
      says("character", "Maya"),
    ]);
    expect(bible.named("Knife").links).toEqual({});
    expect(value(bible.named("Knife"), "owner")).toBe("Bo");
    expect(bible.named("Gun").links).toEqual({ owner: [bible.named("Maya").id] });
  });
});

describe("a character made later", () => {
  it("is tied to the scenes and props at hand that have named them all along", () => {
    const bible = openBible([entry("character", "Sarah")]);
    bible.say([diner({ characters: ["Sarah", "Maya"] }), says("prop", "Gun", { owner: "Maya" })]);
    const { changes, notes } = bible.say([says("character", "Maya Lin")]);
    expect(notes).toEqual([]);
    expect(changes).toHaveLength(3);
    expect(value(bible.named(HEADING), "characters")).toEqual(["Sarah", "Maya Lin"]);
    expect(bible.named(HEADING).links.characters).toEqual([
      "ent_character_Sarah",
      bible.named("Maya Lin").id,
    ]);
    expect(bible.named("Gun").links.owner).toEqual([bible.named("Maya Lin").id]);
  });

  it("is not tied to what was removed, nor are others that were there before", () => {
    const bible = openBible();
    bible.say([diner({ characters: ["Maya"] })]);
    bible.say([says("character", "Bo"), removes(HEADING)]);
    const { changes } = bible.say([says("character", "Maya")], { known: bible.all() });
    expect(changes).toHaveLength(1);
  });

  it("is tied when the scene names them again", () => {
    const bible = openBible();
    bible.say([diner({ characters: ["Maya"] })]);
    bible.say([says("character", "Maya")], { known: [] });
    bible.say([says("scene", HEADING, { characters: ["maya"] }, false)]);
    expect(bible.named(HEADING).links.characters).toEqual([bible.named("Maya").id]);
  });
});
