import { describe, expect, test } from "vitest";
import { asTold, briefOf } from "../../../../src/features/bulk/as-told.ts";

describe("an item that a row told of", () => {
  test("keeps what the row says, and its texts speak of the name given", () => {
    const written = {
      name: "Maria Lopez",
      age: 60,
      role: "extra",
      background: "Maria Lopez grew up poor. Marias of this world know: Maria's debts follow Ms Lopez.",
      traits: ["Maria is kind"],
    };
    expect(asTold("character", written, { name: "Sarah Kane", age: 28 })).toEqual({
      name: "Sarah Kane",
      age: 28,
      role: "extra",
      background: "Sarah Kane grew up poor. Marias of this world know: Sarah's debts follow Ms Kane.",
      traits: ["Sarah is kind"],
    });
  });

  test("takes signs in a name for what they are", () => {
    const written = { name: "The $& (old)", background: "At The $& (old) they meet." };
    expect(asTold("location", written, { name: "Bar $1" })).toEqual({
      name: "Bar $1",
      background: "At Bar $1 they meet.",
    });
  });

  test("keeps the words of a place that are words elsewhere too", () => {
    const written = { name: "Old Diner", description: "An old diner, the Diner of them all." };
    expect(asTold("location", written, { name: "Pier" }).description).toBe(written.description);
  });

  test("is briefed by its row, by what is said of all, and by what stays", () => {
    expect(briefOf("for the market", { fields: { role: "lead", age: 28 }, brief: "a journalist" })).toBe(
      "a journalist\nfor the market\nrole: lead; age: 28",
    );
    expect(briefOf("", { fields: {} })).toBe("");
  });
});
