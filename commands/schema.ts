import { z } from "zod";
import { defineCommand } from "./define-command.ts";

const PARTS = ["show", "field", "kind", "require", "optional"];
const FORMED = ["field", "kind"];
const DEEDS = ["add", "change", "remove"];

export const schema = defineCommand({
  name: "schema",
  summary: "fields and kinds of this film's own, and what must be filled in",
  usage: "/schema [show | field | kind | require | optional] [add | change | remove] [what]",
  examples: [
    "/schema",
    "/schema character",
    "/schema field add",
    '/schema field add character "blood type" type=choice options=A|B|AB|0 aliases=blood|group',
    "/schema kind add vehicle plural=vehicles aliases=car|truck",
    "/schema field remove character blood type",
    "/schema require character.age",
  ],
  permission: "viewer",
  rest: "text",
  unseen: ["values", "change"],
  completes: {
    part: ({ suggest }, asking) => [...suggest.words(asking, PARTS), ...suggest.kinds(asking)],
    action: ({ suggest }, asking) => suggest.words(asking, DEEDS),
  },
  options: z.object({
    part: z.string().default("show").describe("show, field, kind, require or optional; or a kind to show"),
    action: z.string().default("").describe("add, change or remove; or the field that is required"),
    text: z
      .string()
      .default("")
      .describe("the kind and the field, then type=, options=, required=, aliases="),
    values: z.record(z.string(), z.string()).optional().describe("filled in by a form"),
    change: z.string().optional().describe("a change written out, from a button or a call"),
  }),
  // A new field or kind that nothing is said of, and one to change without saying how.
  opens: ({ part, action, text }) => {
    const [what, deed] = DEEDS.includes(`${part}`) ? [action, part] : [part, action];
    const said = `${text ?? ""}`.trim();
    return (
      FORMED.includes(`${what}`) && (deed === "add" ? said === "" : deed === "change" && !said.includes("="))
    );
  },
  run: async ({ schemas }, turn, { part: first, action: second, text, values, change }) => {
    if (change !== undefined) return schemas.apply(turn, change);
    // Either order is understood: "field add", "add field".
    const [part, action] = DEEDS.includes(first) ? [second, first] : [first, second];
    const words = [action, text].filter(Boolean).join(" ");
    switch (part.toLowerCase()) {
      case "field":
        return schemas.field(turn, action, text, values);
      case "kind":
        return schemas.kind(turn, action, text, values);
      case "require":
      case "optional":
        return schemas.require(turn, words, part.toLowerCase() === "require");
      case "show":
        return schemas.show(turn, words);
      default:
        return schemas.show(turn, [part, words].filter(Boolean).join(" "));
    }
  },
});
