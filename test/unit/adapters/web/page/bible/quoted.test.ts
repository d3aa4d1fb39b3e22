import { describe, expect, it } from "vitest";
import { quoted } from "../../../../../../src/adapters/web/page/bible/quoted.ts";

const TEXT = "Create a character named Sarah, a 28-year-old journalist";
const evidence = (quote: string, start = TEXT.indexOf(quote)) => ({
  quote,
  message_id: "msg_1",
  start,
  end: start + quote.length,
});

describe("quoted", () => {
  it("shows a quote within its sentence", () => {
    expect(quoted(evidence("Sarah"), TEXT)).toEqual({
      before: "Create a character named ",
      quote: "Sarah",
      after: ", a 28-year-old journalist",
    });
  });

  it("cuts what is far from it, and says so", () => {
    const far = "x".repeat(200);
    const { before, after } = quoted(evidence("Sarah", 200), `${far}Sarah${far}`);
    expect([before, after]).toEqual([`…${"x".repeat(70)}`, `${"x".repeat(70)}…`]);
  });

  it("lets the quote stand alone when the message is not held, or was edited", () => {
    const alone = { before: "", quote: "Sarah", after: "" };
    expect(quoted(evidence("Sarah"), undefined)).toEqual(alone);
    expect(quoted(evidence("Sarah", 3), TEXT)).toEqual(alone);
  });
});
