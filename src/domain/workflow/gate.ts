import type { Counts, EntryKind } from "../bible/kinds.ts";
import type { Offer } from "../choice.ts";
import type { Project } from "../project.ts";
import { WORKFLOWS } from "./definitions.ts";
import { meets, missingText } from "./needs.ts";
import { addCharacter, inventCharacters } from "./offers.ts";

export type Gate =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: string;
      readonly missing: readonly string[];
      readonly offers: readonly Offer[];
    };

/** Whether an entry of this kind may be made now. A refusal names and counts what is missing, and offers what leads there. */
export function checkGate(project: Project, counts: Counts, kind: EntryKind): Gate {
  const gate = WORKFLOWS[project.workflow].gates.find((candidate) => candidate.kind === kind);
  const missing =
    gate?.needs.filter((need) => !meets(need, project, counts)).map((need) => missingText(need, counts)) ??
    [];
  if (!gate || missing.length === 0) return { ok: true };
  const reason = `I cannot make a ${kind} yet. ${gate.because}: this project has ${missing.join(" and ")}. Add a character first, or let me invent some.`;
  return {
    ok: false,
    reason,
    missing,
    offers: [
      { ...addCharacter({ minutes: 2, difficulty: "easy", impact: "high" }), category: "recommended" },
      inventCharacters(3),
    ],
  };
}
