import { expect, test } from "vitest";
import { pngSize } from "../../../src/lib/png-size.ts";

const ONE_PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("reads the size from the header", () => {
  expect(pngSize(ONE_PIXEL)).toEqual({ width: 1, height: 1 });
  const inside = Buffer.concat([Buffer.from("xx"), ONE_PIXEL]).subarray(2);
  expect(pngSize(inside)).toEqual({ width: 1, height: 1 });
});

test("knows nothing of what is no PNG", () => {
  expect(pngSize(Buffer.from("GIF89a and some more bytes than that"))).toBeUndefined();
  expect(pngSize(ONE_PIXEL.subarray(0, 12))).toBeUndefined();
});
