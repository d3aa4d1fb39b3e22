import { expect, test } from "vitest";
import { receiptBlocks } from "../../../src/chat/receipt-blocks.ts";
import { openBible, says } from "../domain/bible/bible-maker.ts";

const made = (count: number) =>
  openBible().say(Array.from({ length: count }, (_, index) => says("character", `Person ${index}`))).changes;

test("a receipt of many lines shows the first ones and counts the rest", () => {
  const [receipt, more, ...others] = receiptBlocks(made(1_000));
  expect(receipt).toMatchObject({ type: "receipt", lines: { length: 40 } });
  expect([more, others]).toEqual([{ type: "text", text: "And 960 more like these." }, []]);
});

test("a short one is whole, and none is nothing", () => {
  expect(receiptBlocks(made(40))).toMatchObject([{ type: "receipt", lines: { length: 40 } }]);
  expect(receiptBlocks([])).toEqual([]);
});
