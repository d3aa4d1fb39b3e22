import { z } from "zod";
import type { BoundCommand } from "./command.ts";

const Property = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  enum: z.array(z.union([z.string(), z.number()])).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
});

const Shape = z.object({
  properties: z.record(z.string(), Property).optional(),
  required: z.array(z.string()).optional(),
});

/** One option of a command as a platform's own form for it needs to know it. */
export interface CommandOption {
  readonly name: string;
  readonly description: string;
  readonly type: "string" | "integer" | "number" | "boolean";
  readonly required: boolean;
  /** The only values allowed, when there is such a list. */
  readonly values?: readonly (string | number)[];
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Something is offered while it is typed. */
  readonly completed?: boolean;
}

/** Reads a command's schema. What has no simple type of its own is typed as text; the schema still judges it. */
export function commandOptions(options: z.ZodObject): CommandOption[] {
  const shape = Shape.parse(z.toJSONSchema(options, { io: "input", unrepresentable: "any" }));
  return Object.entries(shape.properties ?? {}).map(([name, property]) => ({
    name,
    description: property.description ?? name.replaceAll("_", " "),
    type: typeOf(property.type),
    required: shape.required?.includes(name) ?? false,
    ...(property.enum ? { values: property.enum } : {}),
    ...limits(property),
  }));
}

/** The options that people are offered, in the order they are typed. */
export const shownOptions = ({
  options,
  unseen = [],
  completes = {},
}: Pick<BoundCommand, "options" | "unseen" | "completes">): CommandOption[] =>
  commandOptions(options)
    .filter(({ name }) => !unseen.includes(name))
    .map((option) => (completes[option.name] === undefined ? option : { ...option, completed: true }));

function typeOf(type: string | string[] | undefined): CommandOption["type"] {
  return type === "integer" || type === "number" || type === "boolean" ? type : "string";
}

function limits(property: z.infer<typeof Property>) {
  return {
    ...(property.minimum === undefined ? {} : { min: property.minimum }),
    ...(property.maximum === undefined ? {} : { max: property.maximum }),
    ...(property.minLength === undefined ? {} : { minLength: property.minLength }),
    ...(property.maxLength === undefined ? {} : { maxLength: property.maxLength }),
  };
}
