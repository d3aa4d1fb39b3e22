import { pluralOf } from "../bible/kind-words.ts";
import type { EntryKind } from "../bible/kinds.ts";
import type { ProjectSchema } from "../bible/project-schema.ts";
import type { Offer } from "../choice.ts";

export type Weight = Pick<Offer, "minutes" | "difficulty" | "impact">;

export function addCharacter(weight: Weight): Offer {
  return {
    label: "Add a character",
    description: "Say who they are in your own words",
    category: "alternative",
    ...weight,
    action: {
      type: "prompt",
      text: "Who is it? Say it as you would to a colleague, for example: “Create a character named Maya, a retired surgeon in her fifties”.",
    },
  };
}

export function addScene(weight: Weight): Offer {
  return {
    label: "Add a scene",
    description: "A slug line and a sentence are enough",
    category: "alternative",
    ...weight,
    action: {
      type: "prompt",
      text: "What happens? Begin with the slug line, for example: “INT. DINER - NIGHT. Sarah meets John to trade what they know.”",
    },
  };
}

export function inventCharacters(count: number): Offer {
  return {
    label: `Invent ${count} characters`,
    description: "Drafts to keep, change or undo",
    category: "alternative",
    minutes: 1,
    difficulty: "easy",
    impact: "medium",
    action: { type: "command", command: "bulk", options: { kind: "characters", count: String(count) } },
  };
}

/** The way out of every list: what the person says next is read as anything else is. */
export const somethingElse = (): Offer => ({
  label: "Something else…",
  description: "Say it in your own words",
  category: "manual",
  action: { type: "prompt", text: "What would you like to do instead?" },
});

export const waiveGateOffer = (kind: EntryKind, own: ProjectSchema): Offer => ({
  label: `Make ${pluralOf(kind, own)} anyway`.slice(0, 80),
  description: "A producer may, with a reason that is kept",
  category: "manual",
  action: {
    type: "prompt",
    text: `A producer may open this for good. Type: /workflow override ${kind} and the reason.`,
  },
});
