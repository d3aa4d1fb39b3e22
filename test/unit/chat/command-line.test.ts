import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { BoundCommand } from "../../../src/chat/command.ts";
import { parseCommandLine } from "../../../src/chat/command-line.ts";
import { UserError } from "../../../src/domain/errors.ts";

const command = (name: string, options: z.ZodObject, rest?: string): BoundCommand => ({
  name,
  summary: "",
  usage: `/${name}`,
  examples: [],
  permission: "viewer",
  options,
  ...(rest ? { rest } : {}),
  run: async () => ({ blocks: [] }),
});
const COMMANDS = [
  command(
    "bulk",
    z.object({ kind: z.string(), count: z.string(), brief: z.string(), operation: z.string() }),
    "brief",
  ),
  command("help", z.object({ command: z.string() })),
];
const parse = (text: string) => {
  const { command: found, options } = parseCommandLine(text, COMMANDS);
  return { name: found.name, options };
};

describe("parseCommandLine", () => {
  test.each([
    ["/bulk characters 10", { kind: "characters", count: "10" }],
    [
      "/bulk characters 10 background people for the market",
      { kind: "characters", count: "10", brief: "background people for the market" },
    ],
    ['/bulk "market people" 3', { kind: "market people", count: "3" }],
    [
      '/bulk count=3 kind=scenes brief="at night, in rain"',
      { kind: "scenes", count: "3", brief: "at night, in rain" },
    ],
    [
      "/bulk brief=villains characters 2 with scars",
      { kind: "characters", count: "2", brief: "villains with scars" },
    ],
    ["  /BULK   characters", { kind: "characters" }],
    ["/bulk", {}],
    [
      "/bulk characters 2 with scars and hats",
      { kind: "characters", count: "2", brief: "with scars and hats" },
    ],
    ["/bulk operation=opn_1", { operation: "opn_1" }],
    ['/bulk "unclosed 10', { kind: "unclosed", count: "10" }],
    ["/bulk a=b 5", { kind: "a=b", count: "5" }],
  ])("%s", (text, options) => {
    expect(parse(text)).toEqual({ name: "bulk", options });
  });

  test("an unknown command is told, with a near one", () => {
    expect(() => parse("/bulks characters")).toThrow(
      new UserError(
        "not_found",
        "There is no command /bulks.",
        "Did you mean /bulk? Type /help to see them all.",
      ),
    );
    expect(() => parse("/xyzzy")).toThrow(UserError);
    expect(() => parse("/")).toThrow(UserError);
  });

  test("words a command has no place for are refused, not dropped", () => {
    expect(() => parse("/help bulk now please")).toThrow(/does not take "now please"/);
  });
});
