import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { personLikeness, thingLikeness } from "../../../../src/domain/bible/name-likeness.ts";

describe("personLikeness", () => {
  test.each([
    ["Sara", "Sarah", "they sound alike"],
    ["Jhon", "John", "they sound alike"],
    ["Ashley", "Ashlee", "they sound alike"],
    ["Jon Smyth", "John Smith", "they sound alike"],
    ["Micheal", "Michael", "one letter apart"],
    ["Sarah Conor Lee", "Sarah Connor Lee", "one has another name between"],
    ["Kathryn", "Catherine", "written nearly alike"],
    ["Stephen", "Steven", "two letters apart"],
    ["Mary Ann", "Maryann", "the same but for a space"],
    ["Dr. Voss", "Voss", "the same name, one with a title"],
    ["Doctor Voss", "Helen Voss", "the same last name, one with a title"],
    ["J. Smith", "John Smith", "J. may stand for John"],
    ["Sarah C.", "Sarah Connor", "C. may stand for Connor"],
    ["Sarah J. Connor", "Sarah Connor", "one has another name between"],
    ["Bob", "Robert", "Bob is short for Robert"],
    ["Rob", "Bob", "both are short for one name"],
    ["Liz Taylor", "Elizabeth Tailor", "Liz is short for Elizabeth"],
    ["Sarah", "Sarah Connor", "one name is part of the other"],
    ["Connor", "Sarah Connor", "one name is part of the other"],
    ["Bob", "Robert Smith", "Bob is short for Robert"],
  ])("%s and %s: %s", (one, other, reason) => {
    expect(personLikeness(one, other)?.reason).toBe(reason);
  });

  test.each([
    ["Tim", "Tom"],
    ["Mario", "Maria"],
    ["Daniel", "Danielle"],
    ["Mark", "Mary"],
    ["Mara", "Sarah"],
    ["Will", "Hill"],
    ["Jane Smith", "John Smith"],
    ["Sarah Connor", "Sarah Miller"],
    ["Mr. Voss", "Mrs. Voss"],
    ["John Smith Jr.", "John Smith Sr."],
    ["Guard 1", "Guard 2"],
    ["Mary Ann Smith", "Mary Beth Smith"],
    ["Old Man", "Old Woman"],
    ["J.", "John"],
    ["Dr. Jan", "Janet"],
    ["李", "王"],
  ])("%s and %s are two", (one, other) => {
    expect(personLikeness(one, other)).toBeUndefined();
  });
});

describe("thingLikeness", () => {
  test.each([
    ["Diner", "Dinner"],
    ["Mel's Diner", "Mels Dinner"],
    ["Harbor", "Harbour"],
    ["Night Club", "Nightclub"],
    ["The Court Room", "Court Rooms"],
  ])("%s and %s may be one", (one, other) => {
    expect(thingLikeness(one, other)).toBeDefined();
  });

  test.each([
    ["Warehouse A", "Warehouse B"],
    ["Apartment 3", "Apartment 4"],
    ["East Wing", "West Wing"],
    ["Diner", "Mel's Diner"],
    ["Gun", "Gum"],
  ])("%s and %s are two", (one, other) => {
    expect(thingLikeness(one, other)).toBeUndefined();
  });
});

it("does not mind which name comes first, whatever the names", () => {
  const word = fc.oneof(
    fc.constantFrom("Dr.", "Sarah", "Sara", "J.", "Bob", "Robert", "Smith", "Smyth", "Jr", "the", "2"),
    fc.string({ unit: "binary", maxLength: 6 }),
  );
  const name = fc.array(word, { maxLength: 4 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(name, name, (one, other) => {
      for (const likeness of [personLikeness, thingLikeness])
        expect(likeness(one, other)?.rank).toBe(likeness(other, one)?.rank);
    }),
    { numRuns: 500 },
  );
});
