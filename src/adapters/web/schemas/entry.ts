import { z } from "zod";
import { Entry } from "../../../domain/bible/entry.ts";
import { FactValue } from "../../../domain/bible/fact.ts";

export const EntryAnswer = Entry.extend({
  fields: z.record(z.string(), FactValue).describe("The plain values of `facts`."),
}).meta({ id: "Entry" });
export type EntryAnswer = z.infer<typeof EntryAnswer>;
