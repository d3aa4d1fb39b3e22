import { expect, test } from "vitest";
import { byteSize } from "../../../src/lib/byte-size.ts";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [12_345, "12 KB"],
  [1_440_000, "1.4 MB"],
  [25_000_000, "25 MB"],
  [3_200_000_000_000, "3200 GB"],
])("%i is %s", (bytes, said) => {
  expect(byteSize(bytes)).toBe(said);
});
