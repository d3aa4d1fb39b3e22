import { protocol } from "@electric-sql/pglite";
import { expect, test } from "vitest";
import { bindAndRun } from "../../../../src/adapters/postgres/pglite-bind.ts";

const { serialize } = protocol;

test.each([
  ["nothing", []],
  ["plain and empty texts, and NULL between them", ["a", "", null, "b"]],
  ["letters of one to four bytes, and half a pair", ["é 夜 🎬", "\ud83c", "x".repeat(5_000)]],
] as const)("says the same as PGlite's own messages: %s", (_what, values) => {
  const bytes = bindAndRun("s12", values);
  const length = bytes.readInt32BE(1);
  expect(bytes.subarray(1 + length)).toEqual(Buffer.concat([serialize.execute({}), serialize.sync()]));
  const expected = Buffer.from(serialize.bind({ statement: "s12", values: [...values] }));
  // PGlite names the format of each value, which is text without.
  const formats = expected.indexOf(0, 6) + 1;
  expect(expected.readUInt16BE(formats)).toBe(values.length);
  const plain = Buffer.concat([
    expected.subarray(5, formats),
    Buffer.from([0, 0]),
    expected.subarray(formats + 2 + 2 * values.length, -2),
    Buffer.from([0, 0]),
  ]);
  expect(bytes.subarray(5, 1 + length)).toEqual(plain);
});
