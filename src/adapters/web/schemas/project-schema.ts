import { z } from "zod";
import { CustomField, CustomKind, ProjectSchema } from "../../../domain/bible/project-schema.ts";
import { Who } from "./who.ts";

export const SchemaAnswer = ProjectSchema.extend({
  kinds: z.array(CustomKind).describe("Kinds of entries that the film adds."),
  fields: z.array(CustomField).describe("Fields that it adds to a kind, built-in or its own."),
  required: z.array(z.string()).describe("Built-in fields that must be filled in, as character.age."),
}).meta({ id: "ProjectSchema" });
export type SchemaAnswer = z.infer<typeof SchemaAnswer>;

/** The whole schema takes the place of the one there is. */
export const SchemaBody = Who.extend(ProjectSchema.shape);
export type SchemaBody = z.infer<typeof SchemaBody>;
