import { describe, expect, test } from "vitest";
import { BULK_KINDS } from "../../../../src/features/bulk/kinds/index.ts";
import { readAsk } from "../../../../src/features/bulk/read-ask.ts";

const { characters, summaries } = BULK_KINDS;

describe("how many, or of what", () => {
  test.each([
    [summaries, { count: "" }, { selection: "missing" }],
    [summaries, { count: "All" }, { selection: "all" }],
    [summaries, { count: "5" }, { selection: "missing", count: 5 }],
    [summaries, { count: "5", selection: "all" }, { selection: "all", count: 5 }],
    [summaries, { count: "", selection: "MISSING" }, { selection: "missing" }],
    [characters, { count: "ten" }, { count: 10 }],
  ])("%$", (kind, said, asked) => {
    expect(readAsk(kind, said)).toEqual(asked);
  });

  test.each([
    [summaries, { count: "", selection: "some" }, /“some” selects nothing/],
    [summaries, { count: "-1" }, /less than none/],
    [characters, { count: "all" }, /cannot read “all”/],
    [characters, { count: "5", selection: "all" }, /nothing to select/],
  ])("%$ is refused", (kind, said, message) => {
    expect(() => readAsk(kind, said)).toThrow(message);
  });
});
