import { expect, test } from "vitest";
import { z } from "zod";
import { commandOptions } from "../../../src/chat/command-options.ts";

test("reads types, limits, values and what is required from a schema", () => {
  const schema = z.object({
    kind: z.enum(["characters", "scenes"]).describe("What to make"),
    count: z.coerce.number().int().min(1).max(50).optional(),
    loud: z.boolean().default(false),
    for_whom: z
      .string()
      .trim()
      .min(2)
      .max(40)
      .transform((text) => text.length),
  });
  expect(commandOptions(schema)).toEqual([
    {
      name: "kind",
      description: "What to make",
      type: "string",
      required: true,
      values: ["characters", "scenes"],
    },
    { name: "count", description: "count", type: "integer", required: false, min: 1, max: 50 },
    { name: "loud", description: "loud", type: "boolean", required: false },
    {
      name: "for_whom",
      description: "for whom",
      type: "string",
      required: true,
      minLength: 2,
      maxLength: 40,
    },
  ]);
});

test("takes a union for text and an empty schema for no options", () => {
  expect(commandOptions(z.object({ x: z.union([z.string(), z.number()]) }))[0]?.type).toBe("string");
  expect(commandOptions(z.object({}))).toEqual([]);
});
