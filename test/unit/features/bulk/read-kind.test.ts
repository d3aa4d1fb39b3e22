import { describe, expect, test } from "vitest";
import { readKind } from "../../../../src/features/bulk/read-kind.ts";

describe("a kind of bulk work", () => {
  test.each([
    ["Character", "characters"],
    ["scenes", "scenes"],
    [" locations ", "locations"],
    ["people", "characters"],
    ["SUMMARY", "summaries"],
  ])("%j is %s", (said, type) => {
    expect(readKind(said).type).toBe(type);
  });

  test.each([
    ["charcters", "Did you mean characters? Type for example: /bulk characters 10"],
    ["scnees", "Did you mean scenes? Type for example: /bulk scenes 10"],
    ["dragons", "Type for example: /bulk characters 10"],
    ["x", "Type for example: /bulk characters 10"],
  ])("%j is none, and the answer leads on", (said, hint) => {
    expect(() => readKind(said)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(
          `“${said}” in bulk, only characters, locations, scenes, relationships, summaries and sheets`,
        ),
        hint,
      }),
    );
  });
});
