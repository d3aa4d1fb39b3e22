import { expect, test } from "vitest";
import { fieldAtFault } from "../../../src/chat/field-at-fault.ts";
import { checkField } from "../../../src/domain/bible/field-check.ts";

const typed = { name: "Sarah", blood_type: "x", age: "old" };

test("the field that the words name", () => {
  const check = checkField("character", "age", "old");
  expect(check.ok).toBe(false);
  if (!check.ok) expect(fieldAtFault({ message: check.reason }, typed)).toBe("age");
  expect(fieldAtFault({ message: "“7” does not fit the field blood type of a character." }, typed)).toBe(
    "blood_type",
  );
});

test("the field whose value the words say again, else the first one", () => {
  expect(fieldAtFault({ message: "There is a character called “OLD” already." }, typed)).toBe("age");
  expect(fieldAtFault({ message: "This form is gone." }, typed)).toBe("name");
  expect(fieldAtFault({ message: "This form is gone." }, {})).toBeUndefined();
});
