import { describe, expect, it } from "vitest";
import type { Change } from "../../../../src/domain/bible/change.ts";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import type { CustomKindName } from "../../../../src/domain/bible/kinds.ts";
import { undoAll } from "../../../../src/domain/bible/undo.ts";
import { AT, author, entry, merges, openBible, says, ties, value } from "./bible-maker.ts";

type Bible = ReturnType<typeof openBible>;

const actionsOf = (changes: readonly Change[]) =>
  changes.map(({ name, action }) => `${name} ${action}`).sort();
const statusOf = (bible: Bible, id: string) => bible.all().find((each) => each.id === id)?.status;

function jonAndJohn() {
  const bible = openBible();
  bible.say([
    says("character", "John", { age: 40, traits: ["brave"] }),
    says("character", "Jon", { age: 41, traits: ["kind", "brave"], occupation: "cook" }),
  ]);
  return { bible, john: bible.named("John"), jon: bible.named("Jon") };
}

describe("a merge of two characters", () => {
  it("joins lists, fills what is empty with whoever said it, and keeps what differs", () => {
    const { bible, john, jon } = jonAndJohn();
    const { changes } = bible.say([merges("Jon", "John")], { by: "bo", at: "2026-08-02T10:00:00.000Z" });
    const one = bible.named("John");
    expect(one.id).toBe(john.id);
    expect(value(one, "age")).toBe(40);
    expect(value(one, "traits")).toEqual(["brave", "kind"]);
    expect(one.facts.occupation).toEqual(jon.facts.occupation);
    expect(one.facts.occupation).toMatchObject({ by: "ana", at: AT });
    expect(statusOf(bible, jon.id)).toBe("removed");
    expect(actionsOf(changes)).toEqual(["John merged", "Jon removed"]);
    expect(changes.find(({ action }) => action === "merged")?.fields).toEqual({
      traits: { before: ["brave"], after: ["brave", "kind"] },
      occupation: { after: "cook" },
    });
  });

  it("takes the fields that are named", () => {
    const { bible, jon } = jonAndJohn();
    bible.say([merges("Jon", "John", ["age", "name"])], { by: "bo" });
    expect(bible.named("John").facts.age).toEqual(jon.facts.age);
    expect(bible.named("John").name).toBe("John");
  });

  it("keeps the other name as an alias, but not a slip of spelling", () => {
    const { bible } = jonAndJohn();
    bible.say([merges("Jon", "John")]);
    expect(value(bible.named("John"), "aliases")).toBeUndefined();
    bible.say([says("character", "The Fox", { aliases: ["Foxy", "John"] }), merges("The Fox", "John")]);
    expect(value(bible.named("John"), "aliases")).toEqual(["Foxy", "The Fox"]);
    bible.say([says("character", "Johnny Smith", { aliases: ["Smithy"] }), merges("John", "Johnny Smith")]);
    expect(value(bible.named("Johnny Smith"), "aliases")).toEqual(["Smithy", "Foxy", "The Fox", "John"]);
  });

  it("keeps what a field becomes later in the story, where both begin alike", () => {
    const later = (from_id: string, of: number) => ({
      value: of,
      from_id,
      from: "INT. BAR",
      by: "ana",
      at: AT,
    });
    const aged = (name: string, age: number, ...laters: ReturnType<typeof later>[]) => {
      const made = entry("character", name, { age });
      return { ...made, facts: { ...made.facts, age: { ...made.facts.age, later: laters } } } as Entry;
    };
    const [john, jon] = [
      aged("John", 28, later("s1", 30)),
      aged("Jon", 28, later("s1", 31), later("s2", 40)),
    ];
    const bible = openBible([john, jon]);
    bible.say([merges("Jon", "John")]);
    expect(bible.named("John").facts.age?.later).toEqual([later("s1", 30), later("s2", 40)]);
  });

  it("a draft that takes in what a person made is no draft any more", () => {
    const bible = openBible([
      entry("character", "John", {}, { status: "draft" }),
      entry("character", "Jon", { age: 3 }),
    ]);
    bible.say([merges("Jon", "John")]);
    expect(bible.named("John")).toMatchObject({ status: "confirmed", facts: { age: { value: 3 } } });
  });

  it("proves itself with the words that ask for it", () => {
    const { bible } = jonAndJohn();
    const text = "Jon and John are one";
    const { changes } = bible.say([{ ...merges("Jon", "John"), span: { start: 0, end: text.length } }], {
      message: { id: "msg_1", text },
    });
    for (const change of changes) expect(change.evidence).toMatchObject({ quote: text, message_id: "msg_1" });
  });

  it("is a change even where the other adds nothing", () => {
    const bible = openBible([entry("character", "John"), entry("character", "Jon")]);
    expect(actionsOf(bible.say([merges("Jon", "John")]).changes)).toEqual(["John merged", "Jon removed"]);
  });

  it("several at once end in one", () => {
    const bible = openBible(["A1", "B2", "C3"].map((name) => entry("character", name, { notes: name })));
    bible.say([says("scene", "INT. BAR", { characters: ["A1", "C3"] })]);
    const { changes } = bible.say([merges("A1", "B2"), merges("B2", "C3")]);
    expect(value(bible.named("INT. BAR"), "characters")).toEqual(["C3"]);
    expect(value(bible.named("C3"), "aliases")).toEqual(["A1", "B2"]);
    expect(actionsOf(changes)).toEqual(["A1 removed", "B2 removed", "C3 merged", "INT. BAR updated"]);
  });
});

describe("what named or tied the other", () => {
  it("casts and owners name and mean the one, without doubles", () => {
    const { bible, john } = jonAndJohn();
    bible.say([
      says("scene", "INT. BAR", { characters: ["Jon", "Sarah", "John"] }),
      says("scene", "INT. CAR", { characters: ["Jon"] }),
      says("prop", "Knife", { owner: "Jon" }),
    ]);
    bible.say([merges("Jon", "John")]);
    expect(value(bible.named("INT. BAR"), "characters")).toEqual(["John", "Sarah"]);
    expect(bible.named("INT. BAR").links.characters).toEqual([john.id]);
    expect(value(bible.named("INT. CAR"), "characters")).toEqual(["John"]);
    expect(bible.named("INT. CAR").links.characters).toEqual([john.id]);
    expect(bible.named("Knife")).toMatchObject({ links: { owner: [john.id] } });
    expect(value(bible.named("Knife"), "owner")).toBe("John");
  });

  it("places and the headings made of them", () => {
    const bible = openBible();
    bible.say([
      says("location", "Dinner"),
      says("location", "Diner"),
      says("scene", "INT. DINNER - NIGHT", {
        heading: "INT. DINNER - NIGHT",
        set: "DINNER",
        location: "Dinner",
      }),
      says("scene", "INT. DINER - NIGHT", { heading: "INT. DINER - NIGHT", set: "DINER", location: "Diner" }),
    ]);
    bible.say([merges("Dinner", "Diner")]);
    const scene = bible.named("INT. DINER - NIGHT (2)");
    expect(value(scene, "location")).toBe("Diner");
    expect(value(scene, "heading")).toBe("INT. DINER - NIGHT");
    expect(scene.links.location).toEqual([bible.named("Diner").id]);
  });

  it("two scenes that become one bring their casts, and props follow", () => {
    const bible = openBible();
    bible.say([
      says("character", "Sarah"),
      says("character", "John"),
      says("scene", "INT. BAR", { characters: ["Sarah"], summary: "They meet." }),
      says("scene", "INT. PUB", { characters: ["John", "Sarah"], summary: "They talk." }),
      says("prop", "Glass", { scenes: ["INT. PUB"] }),
    ]);
    bible.say([merges("INT. PUB", "INT. BAR", ["summary"])]);
    const bar = bible.named("INT. BAR");
    expect(value(bar, "summary")).toBe("They talk.");
    expect(value(bar, "characters")).toEqual(["Sarah", "John"]);
    expect(bar.links.characters).toEqual([bible.named("Sarah").id, bible.named("John").id]);
    expect(bible.named("Glass").links.scenes).toEqual([bar.id]);
  });

  it("a tie is the one's, under its name", () => {
    const { bible, john } = jonAndJohn();
    bible.say([ties("Jon", "Sarah", "mentor")]);
    bible.say([merges("Jon", "John")]);
    const tie = bible.named("John – Sarah: mentor");
    expect(tie.links).toEqual({ from: [john.id], to: [bible.named("Sarah").id] });
    expect(value(tie, "from")).toBe("John");
  });

  it("a tie between the two goes, and ties that say the same are one that keeps what was told of it", () => {
    const { bible } = jonAndJohn();
    bible.say([
      ties("Jon", "John", "sibling"),
      ties("Jon", "Sarah", "child", true, "adopted"),
      ties("Sarah", "John", "parent", true, "cold"),
      ties("Jon", "Mara", "friend", true, "from school"),
      ties("John", "Mara", "friend"),
      ties("Jon", "Mara", "rival"),
    ]);
    bible.say([merges("Jon", "John")]);
    const names = bible.living().flatMap((each) => (each.kind === "relationship" ? each.name : []));
    expect(names.sort()).toEqual(["John – Mara: friend", "John – Mara: rival", "Sarah – John: parent"]);
    expect(value(bible.named("Sarah – John: parent"), "description")).toBe("cold\nadopted");
    expect(value(bible.named("John – Mara: friend"), "description")).toBe("from school");
  });

  it("a tie that was told openly does not become a secret", () => {
    const { bible } = jonAndJohn();
    bible.say([ties("John", "Sarah", "lover")]);
    bible.say([{ ...ties("Jon", "Sarah", "lover"), secret: true } as ReturnType<typeof ties>]);
    bible.say([merges("Jon", "John")]);
    expect(value(bible.named("John – Sarah: lover"), "secret")).not.toBe(true);
  });
});

describe("a merge that is refused", () => {
  const refused = (bible: Bible, statement: ReturnType<typeof merges>, schema?: "vehicles") => {
    const { changes, notes } = bible.say([statement], schema ? { schema: vehicles } : {});
    expect(changes).toEqual([]);
    return notes;
  };
  const vehicles = {
    kinds: [{ name: "vehicle" as CustomKindName, label: "vehicle", plural: "vehicles", aliases: [] }],
    fields: [],
    required: [],
  };

  it("different kinds, one and the same, and relationships", () => {
    const bible = openBible();
    bible.say([ties("John", "Sarah", "sibling"), ties("John", "Sarah", "friend"), says("location", "Diner")]);
    expect(refused(bible, merges("John", "Diner"))).toMatchObject([
      { type: "invalid", reason: "John is a character and Diner a location" },
    ]);
    expect(refused(bible, merges("John", "john"))).toMatchObject([{ type: "invalid" }]);
    expect(refused(bible, merges("John – Sarah: sibling", "John – Sarah: friend"))).toMatchObject([
      { type: "invalid" },
    ]);
    expect(refused(bible, merges("John", "Nobody"))).toMatchObject([{ type: "unknown", name: "Nobody" }]);
  });

  it.each(["Jon", "John", "INT. BAR", "John – Sarah: friend"])("when %s is locked", (name) => {
    const { bible } = jonAndJohn();
    bible.say([
      says("scene", "INT. BAR", { characters: ["Jon"] }),
      ties("John", "Sarah", "friend"),
      ties("Jon", "Sarah", "friend", true, "old"),
    ]);
    const held = bible.named(name);
    const locked = openBible(
      bible.all().map((each) => (each === held ? { ...each, status: "locked" } : each)),
    );
    expect(refused(locked, merges("Jon", "John"))).toMatchObject([{ type: "locked", name }]);
  });

  it("means those of one kind where a name is that of several", () => {
    const bible = openBible([
      entry("character", "Phoenix"),
      entry("location", "Phoenix"),
      entry("location", "Fenix"),
      entry("vehicle" as CustomKindName, "Beetle"),
      entry("vehicle" as CustomKindName, "VW Beetle", { description: "red" }),
    ]);
    expect(actionsOf(bible.say([merges("Phoenix", "Fenix")]).changes)).toEqual([
      "Fenix merged",
      "Phoenix removed",
    ]);
    expect(statusOf(bible, "ent_character_Phoenix")).toBe("confirmed");
    bible.say([merges("VW Beetle", "Beetle")], { schema: vehicles });
    expect(value(bible.named("Beetle"), "description")).toBe("red");
    expect(value(bible.named("Beetle"), "aliases")).toEqual(["VW Beetle"]);
  });
});

it("undo parts the two again, exactly", () => {
  const { bible } = jonAndJohn();
  bible.say([
    ties("Jon", "John", "sibling"),
    ties("Jon", "Mara", "friend", true, "from school"),
    ties("John", "Mara", "friend"),
    says("scene", "INT. BAR", { characters: ["Jon", "John", "Mara"] }),
  ]);
  const content = () =>
    bible.living().map(({ id, name, status, facts, links }) => ({ id, name, status, facts, links }));
  const before = content();
  const { changes } = bible.say([merges("Jon", "John", ["age"])]);
  expect(content()).not.toEqual(before);
  const undone = undoAll(changes.toReversed(), bible.all(), author());
  if (undone.ok) bible.keep(undone.changes);
  expect(content()).toEqual(before);
});
