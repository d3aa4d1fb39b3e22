import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../../../../../commands/index.ts";
import { entryLine } from "../../../../../../src/adapters/web/page/bible/entry-line.ts";
import { parseCommandLine } from "../../../../../../src/chat/command-line.ts";

/** What Backlot makes of a line: the same parser that reads what people type. */
function read(line: string): Record<string, unknown> {
  const bound = COMMANDS.map(({ consider: _, completes: __, ...command }) => ({
    ...command,
    run: () => Promise.reject(new Error("not run")),
  }));
  const { command, options } = parseCommandLine(line, bound);
  return { command: command.name, ...options };
}

describe("entryLine", () => {
  it("says what is done to whom, and with what", () => {
    const line = entryLine({ kind: "character", name: "Sarah Kane" }, "restore", { rest: "2" });
    expect(line).toBe('/character restore "Sarah Kane" 2');
    expect(read(line)).toEqual({ command: "character", action: "restore", name: "Sarah Kane", text: "2" });
  });

  it("goes through /entry for a project's own kind", () => {
    const line = entryLine({ kind: "vehicle", name: "Blue Van" }, "edit", { id: "ent_1" });
    expect(read(line)).toEqual({
      command: "entry",
      kind: "vehicle",
      action: "edit",
      name: "Blue Van",
      id: "ent_1",
    });
  });

  it("keeps a name whole that has quotes in it", () => {
    const line = entryLine({ kind: "prop", name: 'The "Blue" Book' }, "restore", { rest: "1", id: "ent_2" });
    expect(read(line)).toMatchObject({ name: "The Blue Book", text: "1", id: "ent_2" });
  });
});
