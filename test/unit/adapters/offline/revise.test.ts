import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reviseOffline } from "../../../../src/adapters/offline/revise.ts";
import type { FactValue } from "../../../../src/domain/bible/fact.ts";
import type { Revision } from "../../../../src/ports/model.ts";

const FILM = { title: "Salt", documents: {} };
const change = (
  field: string,
  before: FactValue,
  after?: FactValue,
  more: Partial<Revision> = {},
): Revision => ({
  kind: "character",
  name: "Sarah",
  field,
  before,
  after,
  ...more,
});
const revise = (text: string, changes: readonly Revision[], people: readonly string[] = ["Sarah"]) =>
  reviseOffline({ kind: "scene", text, changes, people, film: FILM, bible: [] });

describe("an age", () => {
  const age = change("age", 28, 31);
  it.each([
    ["Sarah, 28, waits.", "Sarah, 31, waits."],
    ["A 28-year-old waits. She is 28.", "A 31-year-old waits. She is 31."],
    ["Sarah is twenty-eight and tired.", "Sarah is thirty-one and tired."],
    ["Twenty eight years old, Sarah waits.", "Thirty-one years old, Sarah waits."],
    ["SARAH (28) waits.", "SARAH (31) waits."],
  ])("%s", (text, now) => expect(revise(text, [age])).toBe(now));

  it.each([
    "Sarah waits in room 28.",
    "Sarah has 28 days left.",
    "It costs Sarah $28.",
    "At 28:15 Sarah leaves.",
    "Sarah drives route 28, alone.",
    "Sarah was born in 1928.",
    "28 people watch Sarah.",
    "Sarah aged 28.5 years.",
  ])("is not read into %j", (text) => expect(revise(text, [age])).toBe(text));

  it("takes the article that fits", () => {
    expect(revise("Sarah, an 18-year-old, waits.", [change("age", 18, 28)])).toBe(
      "Sarah, a 28-year-old, waits.",
    );
  });

  it("of somebody else stays", () => {
    const text = "Sarah, 28, meets John, 28. He is 28.";
    expect(revise(text, [age], ["Sarah", "John"])).toBe("Sarah, 31, meets John, 28. He is 28.");
    expect(revise("John is 28. Sarah waits.", [age], ["Sarah", "John"])).toBe("John is 28. Sarah waits.");
  });
});

describe("words", () => {
  const job = change("occupation", "journalist", "architect");
  it.each([
    ["Sarah, a journalist, waits.", "Sarah, an architect, waits."],
    ["The JOURNALIST waits. Journalist or not.", "The ARCHITECT waits. Architect or not."],
    ["The journalists wait.", "The journalists wait."],
  ])("%s", (text, now) => expect(revise(text, [job])).toBe(now));

  it("stand in one place, though somebody else was named before", () => {
    const text = "Sarah meets John. The journalist leaves.";
    expect(revise(text, [job], ["Sarah", "John"])).toBe("Sarah meets John. The architect leaves.");
    const other = "Sarah waits. John, a journalist, leaves.";
    expect(revise(other, [job], ["Sarah", "John"])).toBe(other);
  });

  it("of several changes are exchanged at once, so that none undoes another", () => {
    const changes = [change("occupation", "nurse", "pilot"), change("one_line", "pilot", "nurse")];
    expect(revise("Sarah is a nurse, not a pilot.", changes)).toBe("Sarah is a pilot, not a nurse.");
  });

  it("of a list change when one took the place of one", () => {
    const traits = change("traits", ["brave", "kind"], ["timid", "kind"]);
    expect(revise("Brave Sarah waits.", [traits])).toBe("Timid Sarah waits.");
    expect(revise("Brave Sarah waits.", [change("traits", ["brave", "kind"], ["kind"])])).toBe(
      "Brave Sarah waits.",
    );
  });

  it("of a thing are told everywhere, its number where it is named", () => {
    const place = change("description", "a greasy spoon.", "a chapel.", { kind: "location", name: "Diner" });
    expect(revise("Sarah enters a greasy  spoon.", [place])).toBe("Sarah enters a chapel.");
    const count = change("quantity", 3, 5, { kind: "prop", name: "Knife" });
    expect(revise("Three rusty knives? No: three guns.", [{ ...count, name: "Knives" }])).toBe(
      "Five rusty knives? No: three guns.",
    );
  });

  it("of one scene do not change the others in an outline", () => {
    const time = change("time_of_day", "NIGHT", "DAY", { kind: "scene", name: "INT. DINER - NIGHT" });
    const text = "1. INT. DINER - NIGHT\n2. EXT. PARK - NIGHT";
    expect(revise(text, [time])).toBe(text);
    const heading = change("heading", "INT. DINER - NIGHT", "INT. DINER - DAY", { kind: "scene", name: "x" });
    expect(revise(text, [heading])).toBe("1. INT. DINER - DAY\n2. EXT. PARK - NIGHT");
  });
});

describe("a name", () => {
  it("is exchanged when two became one, with its possessive", () => {
    const name = change("name", "Jon", "John", { name: "Jon" });
    expect(revise("Jon’s car. Jonas and Jon wait.", [name])).toBe("John’s car. Jonas and John wait.");
  });

  it("of what is gone stays: no rule tells a text without it", () => {
    expect(revise("Sarah waits.", [change("name", "Sarah")])).toBe("Sarah waits.");
  });
});

describe("pronouns", () => {
  const toHe = change("gender", "female", "male");
  it("change in a text about one person", () => {
    const text = "She finds her keys. John’s dog follows her, and she blames herself. The choice is hers.";
    expect(revise(text, [toHe])).toBe(
      "He finds his keys. John’s dog follows him, and he blames himself. The choice is his.",
    );
    expect(
      revise("He knows the map is his. They see him. His coat.", [change("gender", "man", "woman")]),
    ).toBe("She knows the map is hers. They see her. Her coat.");
  });

  it("stay where they may mean somebody else, and for words that tell none", () => {
    expect(revise("Sarah sees Ann. She waves.", [toHe], ["Sarah", "Ann"])).toBe("Sarah sees Ann. She waves.");
    expect(revise("She waves.", [change("gender", "female", "non-binary")])).toBe("She waves.");
  });
});

it("values that are taken out, and those that are no words, change nothing", () => {
  const text = "Sarah, the lead, is 28 …";
  expect(
    revise(text, [change("age", 28), change("role", "lead", "extra"), change("one_line", "…", "x")]),
  ).toBe(text);
});

it("whatever it is given, it does not throw, and text without the value is as it was", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "binary" }),
      fc.string({ unit: "binary" }),
      (text, before, after) => {
        const fields = ["occupation", "name", "gender", "traits"];
        const now = revise(
          text,
          fields.map((field) => change(field, before, after)),
          [before, "Sarah"],
        );
        if (!text.toLowerCase().includes(before.trim().replace(/\.$/, "").trim().toLowerCase()))
          expect(now).toBe(text);
      },
    ),
  );
});
