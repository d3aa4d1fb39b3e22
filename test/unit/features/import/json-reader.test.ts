import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JsonNode, readJson } from "../../../../src/features/import/json-reader.ts";

/** The value as JSON.parse would give it, but for scalars, which are their text. */
function parsed(node: JsonNode): unknown {
  if (node.type === "scalar") return node.text;
  if (node.type === "array") return node.items.map(parsed);
  return Object.fromEntries(node.pairs.map(({ key, value }) => [key, parsed(value)]));
}

const texts = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(texts)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, texts(each)]))
      : value === null
        ? ""
        : String(value);

describe("the JSON reader", () => {
  test("reads what JSON.parse reads", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."ab c:,{}[]\\\n\té“”'/") });
    const scalar = fc.oneof(letters, fc.integer(), fc.boolean(), fc.constant(null));
    const value = fc.array(
      fc.dictionary(fc.string({ unit: fc.constantFrom(..."abc _-") }), fc.oneof(scalar, fc.array(scalar))),
    );
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (data, indent) => {
        // A straight-quoted string may hold a curly quote only where it is not taken for its end.
        const text = JSON.stringify(
          data,
          (_key, each) => (typeof each === "string" ? each.replace(/[“”]/g, "") : each),
          indent,
        );
        const node = readJson(text, 0);
        expect(node && parsed(node)).toEqual(texts(JSON.parse(text)));
      }),
    );
  });

  test("knows where values stand", () => {
    const text = '  [{"name": "Sar\\u00e4h", "age": 28}]';
    const node = readJson(text, 0);
    const object = node?.type === "array" ? node.items[0] : undefined;
    const pairs = object?.type === "object" ? object.pairs : [];
    expect(pairs.map(({ value }) => text.slice(value.start, value.end))).toEqual(['"Sar\\u00e4h"', "28"]);
    expect(pairs[0]?.value).toMatchObject({ text: "Saräh" });
  });

  test.each([
    "",
    "x",
    "[",
    '["a"',
    '{"a"}',
    '{"a":}',
    '{"a":1 "b":2}',
    "[".repeat(100_000),
    '{"a":'.repeat(50),
  ])("answers nothing for %.20s", (text) => {
    expect(readJson(text, 0)).toBeUndefined();
  });
});
