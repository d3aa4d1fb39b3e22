import type { DocumentChange } from "../document-change.ts";
import type { ProjectSettings } from "../project.ts";
import { mayActAs, type Role } from "../role.ts";
import type { Change } from "./change.ts";
import type { Entry } from "./entry.ts";
import { speakersOf } from "./speakers.ts";

/** Why somebody may not take something back: it sets or opens a lock, it is a step that others took in the workflow, or it holds the words of others. */
export type UndoBar = "lock" | "plan" | "words";

/** A lock is a producer's; and where corrections are reviewed, so are the words of others. Backlot's own are nobody's. */
export function barredFromUndo(
  written: readonly (Change | DocumentChange)[],
  person: { readonly id: string; readonly role: Role },
  corrections: ProjectSettings["corrections"],
): UndoBar | undefined {
  if (mayActAs(person.role, "producer")) return undefined;
  if (written.some((one) => !("document" in one) && isLocked(one.before) !== isLocked(one.after)))
    return "lock";
  if (written.some((one) => "document" in one && one.document === "plan" && one.by !== person.id))
    return "plan";
  return corrections === "reviewed" && othersIn(written, person.id).length > 0 ? "words" : undefined;
}

/** The ids of those whose words were written, but this one's and Backlot's. */
export function othersIn(written: readonly (Change | DocumentChange)[], personId: string): readonly string[] {
  const all = written.flatMap((one) => ("document" in one ? [one.by] : speakersOf(one)));
  return [...new Set(all)].filter((id) => id !== personId && id !== "backlot");
}

const isLocked = (entry: Entry | null): boolean => entry?.status === "locked";
