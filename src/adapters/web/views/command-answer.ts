import { z } from "zod";
import type { BoundCommand } from "../../../chat/command.ts";
import type { CommandAnswer } from "../schemas/command.ts";

/** A command as a page's help and completion show it, told from the schema that checks its options. */
export function commandAnswer({
  name,
  summary,
  usage,
  examples,
  permission,
  options,
  rest,
  completes = {},
  unseen = [],
}: BoundCommand): CommandAnswer {
  const { properties = {}, required = [] } = z.toJSONSchema(options, { io: "input", unrepresentable: "any" });
  return {
    name,
    summary,
    usage,
    examples: [...examples],
    permission,
    options: Object.entries(properties).map(([option, schema]) => ({
      name: option,
      required: required.includes(option),
      ...describe(schema),
      ...(completes[option] === undefined ? {} : { completed: true }),
      ...(unseen.includes(option) ? { hidden: true } : {}),
    })),
    ...(rest === undefined ? {} : { rest }),
  };
}

type Property = z.core.JSONSchema.JSONSchema | boolean;

function describe(schema: Property): { description: string; type: string; choices?: string[] } {
  if (typeof schema === "boolean") return { description: "", type: "string" };
  const choices = schema.enum?.filter((value) => typeof value === "string");
  const type = typeof schema.type === "string" ? schema.type : "string";
  return { description: schema.description ?? "", type, ...(choices === undefined ? {} : { choices }) };
}
