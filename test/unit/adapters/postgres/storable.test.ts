import { describe, expect, test } from "vitest";
import { storable, storableJson } from "../../../../src/adapters/postgres/storable.ts";

describe("storableJson", () => {
  test("is plain JSON for all that can be stored", () => {
    const value = { a: [1, "é 😀 \\u0000 \\ud83d", null, true], at: "2026-03-01T10:00:00Z", gone: undefined };
    expect(storableJson(value)).toBe(JSON.stringify(value));
  });

  test("puts U+FFFD for what cannot be stored, one for one, in keys and values at any depth", () => {
    const value = { "k\0": [{ text: "a\0b\ud83d" }], n: 3, none: null };
    expect(JSON.parse(storableJson(value))).toEqual({
      "k\ufffd": [{ text: "a\ufffdb\ufffd" }],
      n: 3,
      none: null,
    });
  });

  test("keeps a key that only looks special", () => {
    const parsed = JSON.parse(storableJson(JSON.parse('{"__proto__":{"a":"\\u0000"}}')));
    expect(Object.entries(parsed)).toEqual([["__proto__", { a: "\ufffd" }]]);
  });
});

test("storable keeps whole pairs and replaces halves and NUL", () => {
  expect(storable("😀\ud83d\0x")).toBe("😀\ufffd\ufffdx");
});
