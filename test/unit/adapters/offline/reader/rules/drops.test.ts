import { describe, expect, test } from "vitest";
import { inFull, readingOf } from "../reading-of.ts";

const read = (text: string, focus?: string): string[] =>
  inFull(readingOf(text, focus === undefined ? {} : { focus: [focus] }));

describe("what holds no longer", () => {
  test.each([
    ["Sarah is no longer brave", ["character Sarah -traits=brave"]],
    ["Sarah is no longer loyal or kind", ["character Sarah -traits=loyal -traits=kind"]],
    ["forget what Sarah does", ["character Sarah -occupation"]],
    ["forget how old Sarah is", ["character Sarah -age"]],
    ["Sarah is no longer a journalist", ["character Sarah -occupation=journalist"]],
    ["sarah isnt a journalist anymore", ["character Sarah -occupation=journalist"]],
    ["Sarah isn't a doctor", ["character Sarah -occupation=doctor"]],
    ["Sarah has stopped being brave", ["character Sarah -traits=brave"]],
    ["Sarah isn't afraid of water any more", ["character Sarah -fear=water"]],
    ["Sarah no longer wants revenge", ["character Sarah -want=revenge"]],
    ["Sarah no longer wears a hat", ["character Sarah -wardrobe=a hat"]],
    ["Sarah doesn't limp anymore", ["character Sarah -appearance=limp"]],
    ["Sarah doesn't have a scar", ["character Sarah -appearance=a scar"]],
    ["Sarah has no scar any more", ["character Sarah -appearance=scar"]],
    ["Sarah no longer has a secret", ["character Sarah -secrets"]],
    ["Sarah has no job anymore", ["character Sarah -occupation"]],
    ["Sarah's age is unknown", ["character Sarah -age"]],
    ["leave Sarah's age open", ["character Sarah -age"]],
    ["forget Sarah's age", ["character Sarah -age"]],
    ["forget what I said about Sarah's job", ["character Sarah -occupation"]],
    ["clear the occupation of John", ["character John -occupation"]],
    ["forget Sarah's fear of heights", ["character Sarah -fear=heights"]],
    ["remove the nickname Ace from John", ["character John -aliases=Ace"]],
    ["remove John's nickname Ace", ["character John -aliases=Ace"]],
    ["take brave off Sarah's traits", ["character Sarah -traits=brave"]],
    ["remove loyal from Tom", ["character Tom -traits=loyal"]],
    ['remove "impulsive" from Tom\'s traits', ["character Tom -traits=impulsive"]],
    ["take the scar off John", ["character John -appearance=scar"]],
    ["remove Tom's scar", ["character Tom -appearance=scar"]],
    ["clear the diner's atmosphere", ["location Diner -atmosphere"]],
    ["delete the summary of the diner scene", ["scene INT. DINER - NIGHT -summary"]],
    [
      "Sarah and John aren't journalists anymore",
      ["character Sarah -occupation=journalist", "character John -occupation=journalist"],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ["she doesn't have a scar any more", "sarah", ["character Sarah -appearance=a scar"]],
    ["he is not stubborn any more", "tom", ["character Tom -traits=stubborn"]],
    ["remove her job", "sarah", ["character Sarah -occupation"]],
  ])("%s, of %s", (text, focus, expected) => expect(read(text, focus)).toEqual(expected));

  test("a new value takes the place of the one that is denied", () => {
    expect(read("Sarah isn't a journalist anymore, she's a lawyer")).toEqual([
      "character Sarah ~ occupation=lawyer",
    ]);
  });

  test("tells where it is said", () => {
    const text = "Sarah is no longer a journalist";
    const [one] = readingOf(text).statements;
    const drop = one?.type === "entry" ? one.drops?.[0] : undefined;
    expect(text.slice(drop?.start, drop?.end)).toBe("journalist");
  });
});

describe("what is still so", () => {
  test.each([
    "Bob is no longer brave",
    "Karen isn't as mean as she looks",
    "Sarah isn't ready yet",
    "Sarah is not a journalist yet",
    "Sarah is not really a journalist",
    "Sarah isn't just a journalist",
    "Sarah isn't even 30",
    "Sarah wasn't a journalist",
    "Sarah isn't in this scene",
    "John is not happy",
    "John isn't a bad detective",
    "John doesn't have time",
    "I no longer work for Karen",
    "John is no longer available on Tuesday",
    "I don't think Sarah is a journalist anymore",
    "maybe Sarah isn't a journalist anymore",
    "is Sarah no longer a journalist?",
    "forget it",
    "forget about Sarah",
    "forget about lunch",
    "remove John's last line",
    "take the gun off the table",
    "take Sarah off the call sheet",
    "take Tom out of the loop",
  ])("%s", (text) => expect(read(text, "sarah")).toEqual([]));
});
