import { describe, expect, it } from "vitest";
import type { CommandInfo } from "../../../../../../src/adapters/web/page/api/wire.ts";
import { completedItems, suggest } from "../../../../../../src/adapters/web/page/talk/command-suggestions.ts";

const option = (name: string, choices?: readonly string[]) => ({
  name,
  description: "",
  required: false,
  type: "string",
  ...(choices === undefined ? {} : { choices }),
});
const COMMANDS: readonly CommandInfo[] = [
  { name: "help", summary: "what you can type", usage: "/help", options: [] },
  {
    name: "bulk",
    summary: "many at once",
    usage: "/bulk <kind> <count> [brief]",
    options: [
      option("kind", ["characters", "locations"]),
      option("count"),
      option("brief"),
      option("operation"),
    ],
    rest: "brief",
  },
  {
    name: "book",
    summary: "not there",
    usage: "/book",
    options: [option("title", ["The long one", "Short"])],
  },
];

const labels = (text: string) => suggest(text, COMMANDS)?.items.map(({ label }) => label);
const optionName = (text: string) => {
  const found = suggest(text, COMMANDS);
  return found?.stage === "option" ? found.option?.name : undefined;
};

describe("suggest", () => {
  it("lists all commands after a slash, and those that begin with the word first", () => {
    expect(labels("/")).toEqual(["/help", "/bulk", "/book"]);
    expect(labels("/b")).toEqual(["/bulk", "/book"]);
    expect(labels("/many")).toEqual(["/bulk"]);
    expect(labels("/xyz")).toEqual([]);
  });

  it("suggests nothing in plain talk, in several lines and after a command nobody knows", () => {
    expect(suggest("and/or", COMMANDS)).toBeUndefined();
    expect(suggest("/bulk\nmore", COMMANDS)).toBeUndefined();
    expect(suggest("/nothing here", COMMANDS)).toBeUndefined();
  });

  it("completes a command with a space only when something follows", () => {
    expect(suggest("/he", COMMANDS)?.items[0]?.text).toBe("/help");
    expect(suggest("/bu", COMMANDS)?.items[0]?.text).toBe("/bulk ");
  });

  it("follows the options in the order they are typed", () => {
    expect(optionName("/bulk ")).toBe("kind");
    expect(optionName("/bulk characters ")).toBe("count");
    expect(optionName("/bulk characters 10 ")).toBe("brief");
    expect(optionName("/bulk characters 10 for a market")).toBe("brief");
    expect(optionName("/book Short ")).toBeUndefined();
  });

  it("passes over what was given by name", () => {
    expect(optionName("/bulk count=10 ")).toBe("kind");
    expect(optionName("/bulk operation=")).toBe("operation");
  });

  it("offers an option's values, quoted when they hold a space", () => {
    expect(suggest("/bulk ch", COMMANDS)?.items).toEqual([
      { text: "/bulk characters ", label: "characters", about: "kind" },
    ]);
    expect(suggest("/bulk kind=lo", COMMANDS)?.items[0]?.text).toBe("/bulk kind=locations ");
    expect(suggest("/book ", COMMANDS)?.items[0]?.text).toBe('/book "The long one" ');
  });
});

describe("what the server is asked", () => {
  const completed = { completed: true };
  const character: CommandInfo = {
    name: "character",
    summary: "people",
    usage: "/character",
    options: [
      option("action"),
      { ...option("name"), ...completed },
      { ...option("text"), ...completed },
      { ...option("id"), hidden: true },
    ],
    rest: "text",
  };
  const asked = (text: string) => {
    const found = suggest(text, [character]);
    return found?.stage === "option" ? found : undefined;
  };

  it("is the option being typed, with those before it", () => {
    expect(asked("/character show sa")).toMatchObject({
      asks: { command: "character", option: "name", typed: "sa", given: { action: "show" } },
      before: "/character show ",
    });
    expect(asked("/character show ")?.asks?.typed).toBe("");
    expect(asked("/character merge Jon into jo")?.asks).toMatchObject({
      option: "text",
      typed: "jo",
      given: { action: "merge", name: "Jon", text: "into" },
    });
    expect(asked("/character name=sa")?.asks).toMatchObject({ option: "name", typed: "sa", given: {} });
  });

  it("is all behind an open quote", () => {
    expect(asked('/character show "Sarah Ka')).toMatchObject({
      asks: { typed: "Sarah Ka" },
      before: "/character show ",
    });
  });

  it("is nothing for options that nobody completes", () => {
    expect(asked("/character sh")?.asks).toBeUndefined();
  });

  it("takes the place of what is typed, quoted where it has blanks", () => {
    const found = asked("/character show sa");
    if (found === undefined) throw new Error("no option");
    expect(completedItems(found, [{ label: "Sarah Kane · character", value: "Sarah Kane" }])).toEqual([
      { text: '/character show "Sarah Kane" ', label: "Sarah Kane · character", about: "name" },
    ]);
  });
});
