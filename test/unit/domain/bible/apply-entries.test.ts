import { describe, expect, it } from "vitest";
import { applyReading } from "../../../../src/domain/bible/apply-reading.ts";
import { author, entry, openBible, removes, renames, says, ties, value } from "./bible-maker.ts";

describe("what is said of an entry", () => {
  it("makes one that was asked for, with each fact on the words that prove it", () => {
    const text = "Create a character named Sarah, a 28-year-old journalist";
    const at = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
    const whole = { start: 0, end: text.length };
    const { changes, notes } = applyReading({
      ...author({ session_id: "ses_1", turn_id: "trn_1" }),
      known: [],
      message: { id: "msg_1", text },
      reading: {
        statements: [
          {
            type: "entry",
            kind: "character",
            subject: { name: "Sarah", ...at("Sarah") },
            explicit: true,
            span: whole,
            fields: [
              { field: "age", value: 28, ...at("28-year-old") },
              { field: "occupation", value: "journalist", start: 3, end: 900 },
            ],
          },
        ],
      },
    });
    expect(notes).toEqual([]);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      action: "created",
      kind: "character",
      name: "Sarah",
      session_id: "ses_1",
      turn_id: "trn_1",
      fields: { name: { after: "Sarah" }, age: { after: 28 }, occupation: { after: "journalist" } },
      before: null,
      evidence: { quote: text, message_id: "msg_1", ...whole },
      undone: false,
    });
    expect(changes[0]?.after).toMatchObject({
      status: "confirmed",
      version: 1,
      facts: {
        age: {
          value: 28,
          status: "confirmed",
          by: "ana",
          evidence: { quote: "28-year-old", message_id: "msg_1", ...at("28-year-old") },
        },
        occupation: { evidence: { quote: text } },
      },
    });
  });

  it("takes a person's words as confirmed", () => {
    const { fact_status: _status, ...person } = author();
    const { changes } = applyReading({
      ...person,
      known: [],
      reading: { statements: [says("character", "Bo")] },
    });
    expect(changes[0]?.after?.facts.name?.status).toBe("confirmed");
  });

  it("marks what Backlot made up as a proposal, without evidence", () => {
    const bible = openBible();
    const { changes } = bible.say([says("character", "Nora", { age: 40 })], {
      fact_status: "proposed",
      by: "backlot",
      operation_id: "opn_1",
    });
    expect(changes[0]).toMatchObject({
      operation_id: "opn_1",
      after: { status: "draft", operation_id: "opn_1" },
    });
    expect(bible.named("Nora").facts.age).toEqual({
      value: 40,
      status: "proposed",
      by: "backlot",
      at: author().at,
    });
  });

  it("updates the one of that name, with before and after", () => {
    const bible = openBible([entry("character", "Sarah", { age: 28 })]);
    const { changes } = bible.say([says("character", "sarah", { age: 29 }, false)]);
    expect(changes[0]).toMatchObject({
      action: "updated",
      fields: { age: { before: 28, after: 29 } },
      after: { version: 2 },
    });
    expect(changes[0]?.evidence).toBeUndefined();
  });

  it("makes no second one when a name is created twice, nor in one message", () => {
    const bible = openBible();
    bible.say([says("character", "Sarah", { age: 28 }), says("character", "Sarah", { traits: ["brave"] })]);
    const { changes } = bible.say([says("character", "SARAH", { traits: ["Brave", "kind"] })]);
    expect(bible.living()).toHaveLength(1);
    expect(changes).toHaveLength(1);
    expect(value(bible.named("Sarah"), "traits")).toEqual(["brave", "kind"]);
  });

  it("changes nothing when all was known, and says so", () => {
    const bible = openBible([
      entry("character", "Sarah", { age: 28, traits: ["brave"], occupation: "Journalist" }),
    ]);
    const { changes, notes } = bible.say([
      says("character", "Sarah", { age: 28, traits: ["Brave"], occupation: "journalist" }, false),
    ]);
    expect(changes).toEqual([]);
    expect(notes).toEqual([
      { type: "same", name: "Sarah", kind: "character", entry_id: "ent_character_Sarah" },
    ]);
  });

  it("keeps quiet about what was known when something else was new", () => {
    const bible = openBible([entry("character", "Sarah", { age: 28 })]);
    const { notes } = bible.say([
      says("character", "Sarah", { age: 28 }, false),
      says("character", "Sarah", { fear: "water" }, false),
    ]);
    expect(notes).toEqual([]);
  });

  it("makes no one of who is only mentioned", () => {
    const { changes, notes } = openBible().say([says("character", "Paris", { fear: "rain" }, false)]);
    expect(changes).toEqual([]);
    expect(notes).toMatchObject([{ type: "unknown", name: "Paris", kind: "character" }]);
  });

  it("asks which when a name fits two", () => {
    const bible = openBible([entry("character", "Sarah Connor"), entry("character", "Sarah Ito")]);
    const { changes, notes } = bible.say([says("character", "Sarah", { age: 3 }, false)]);
    expect(changes).toEqual([]);
    expect(notes).toMatchObject([
      { type: "ambiguous", name: "Sarah", candidates: ["Sarah Connor", "Sarah Ito"] },
    ]);
  });

  it("takes the entry a pronoun means, and goes by name when that one is gone", () => {
    const gone = entry("character", "Old Sarah", {}, { status: "removed" });
    const bible = openBible([entry("character", "Sarah"), gone]);
    bible.say([says("character", "she", { age: 28 }, false, "ent_character_Sarah")], { known: bible.all() });
    expect(value(bible.named("Sarah"), "age")).toBe(28);
    bible.say([says("character", "Sarah", { age: 30 }, false, gone.id)], { known: bible.all() });
    expect(value(bible.named("Sarah"), "age")).toBe(30);
    bible.say([says("character", "Sarah", { age: 31 }, true, "ent_character_Sarah")]);
    expect(value(bible.named("Sarah"), "age")).toBe(31);
  });

  it("notes values that do not fit and writes the rest", () => {
    const bible = openBible();
    const { notes } = bible.say([
      says("character", "Sarah", { age: 900, colour: "red", fear: "water", name: "Sarah" }),
      says("character", "x".repeat(130)),
    ]);
    expect(value(bible.named("Sarah"), "fear")).toBe("water");
    expect(notes.map((note) => note.type)).toEqual(["invalid", "invalid", "invalid"]);
    expect(bible.living()).toHaveLength(1);
  });

  it("notes a list that is full", () => {
    const traits = Array.from({ length: 60 }, (_, index) => `trait ${index}`);
    const bible = openBible([entry("character", "Sarah", { traits })]);
    const { changes, notes } = bible.say([says("character", "Sarah", { traits: ["one more"] }, false)]);
    expect(changes).toEqual([]);
    expect(notes[0]).toMatchObject({ type: "invalid", reason: "The list traits of Sarah is full" });
  });

  it("replaces a list where a form gives it whole", () => {
    const bible = openBible([entry("character", "Sarah", { traits: ["brave", "kind"] })]);
    bible.say([says("character", "Sarah", { traits: ["calm"] }, false)], { lists: "replace" });
    expect(value(bible.named("Sarah"), "traits")).toEqual(["calm"]);
  });
});

describe("what may not be overwritten", () => {
  it("leaves a locked entry alone, whatever is said", () => {
    const bible = openBible([
      entry("character", "Sarah", { age: 28 }, { status: "locked" }),
      entry("character", "John"),
    ]);
    const { changes, notes } = bible.say([
      says("character", "Sarah", { age: 29 }, false),
      renames("Sarah", "Jane"),
      removes("Sarah"),
    ]);
    expect(changes).toEqual([]);
    expect(notes).toEqual([
      { type: "locked", name: "Sarah", kind: "character", entry_id: "ent_character_Sarah" },
    ]);
  });

  it("keeps what a person confirmed against a guess", () => {
    const bible = openBible([entry("character", "Sarah", { age: 28 })]);
    const { changes, notes } = bible.say([says("character", "Sarah", { age: 35, fear: "water" }, false)], {
      fact_status: "proposed",
      by: "backlot",
    });
    expect(changes[0]?.fields).toEqual({ fear: { after: "water" } });
    expect(notes).toEqual([{ type: "kept", name: "Sarah", entry_id: "ent_character_Sarah", field: "age" }]);
  });

  it("holds back kinds the workflow does not allow, and only those", () => {
    const bible = openBible([entry("scene", "INT. BAR - DAY")]);
    const { changes, notes } = bible.say(
      [
        says("scene", "INT. DINER - NIGHT", { location: "Diner", characters: ["Bo"] }),
        says("character", "Sarah"),
        says("scene", "INT. BAR - DAY", { summary: "Rain." }),
      ],
      { withhold: ["scene"] },
    );
    expect(changes.map((change) => change.name)).toEqual(["Sarah", "INT. BAR - DAY"]);
    expect(notes).toEqual([{ type: "withheld", name: "INT. DINER - NIGHT", kind: "scene", people: ["Bo"] }]);
  });
});

describe("several statements at once", () => {
  it("come to nothing when they cancel each other", () => {
    const bible = openBible([entry("character", "Ana", { age: 3 })]);
    const { changes } = bible.say([
      says("character", "Sarah"),
      removes("Sarah"),
      says("character", "Ana", { age: 4 }, false),
      says("character", "Ana", { age: 3 }, false),
    ]);
    expect(changes.map((change) => change.name)).toEqual([]);
    expect(bible.living()).toHaveLength(1);
  });

  it("count in the order of the text", () => {
    const bible = openBible([entry("character", "Sarah", { age: 28 })]);
    bible.say([removes("Sarah"), says("character", "Sarah", { age: 50 }), ties("Sarah", "Bo", "friend")]);
    expect(bible.living().map((each) => each.name)).toEqual(["Sarah", "Bo", "Sarah – Bo: friend"]);
    expect(value(bible.named("Sarah"), "age")).toBe(50);
  });
});
