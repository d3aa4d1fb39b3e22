import { describe, expect, it } from "vitest";
import type { CommandInfo } from "../../../../../../src/adapters/web/page/api/wire.ts";
import { suggest } from "../../../../../../src/adapters/web/page/talk/command-suggestions.ts";

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
