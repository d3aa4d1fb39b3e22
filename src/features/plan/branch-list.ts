import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import { type Branch, schemaOf } from "../../domain/project.ts";
import { ago } from "../../lib/ago.ts";
import type { Clock } from "../../ports/clock.ts";
import { asideWords, branchOffers, nameOfStep } from "./aside-words.ts";

/** Branches with buttons of their own; the others are compared by their number. */
const WITH_BUTTONS = 3;

/** What is put aside, newest first: how much, by whom, when and why. */
export function branchList({ clock }: { readonly clock: Clock }, turn: Turn): Outcome {
  const branches = newestFirst(turn);
  if (branches.length === 0) return { blocks: [{ type: "text", text: NOTHING_ASIDE }] };
  const items = branches.map((branch, index) => `${index + 1}. ${lineOf(turn, branch, clock.now())}`);
  const offers = branches.slice(0, WITH_BUTTONS).flatMap((branch, index) =>
    branchOffers(branch, turn.workflow).map((offer) => ({
      ...offer,
      label: `${index + 1}. ${offer.label}`,
    })),
  );
  const more =
    branches.length > WITH_BUTTONS
      ? "Of the older ones: /workflow compare or /workflow restore and the number."
      : undefined;
  return {
    blocks: [
      { type: "list", title: "Put aside", items },
      ...(more ? [{ type: "text" as const, text: more }] : []),
      { type: "offers", offers },
    ],
  };
}

/** A branch by its id, its number in the list, or the step it came after. Throws UserError when it is none of this project's. */
export function findBranch(turn: Turn, words: string): Branch {
  const branches = newestFirst(turn);
  const key = words.trim().toLowerCase();
  const after = branches.filter(
    ({ to }) => to === key || nameOfStep(to, turn.workflow).toLowerCase() === key,
  );
  const [only, ...others] = key === "" ? branches : after;
  const found =
    branches.find(({ id }) => id.toLowerCase() === key) ??
    (/^\d{1,2}$/.test(key) ? branches[Number(key) - 1] : undefined) ??
    (others.length === 0 ? only : undefined);
  if (found) return found;
  if (branches.length === 0) throw new UserError("not_found", "Nothing is put aside now.", NOTHING_HINT);
  throw new UserError(
    "not_found",
    others.length > 0
      ? "More than one branch may be meant."
      : "That is not put aside any more, or never was.",
    "Type /workflow branches to see what is.",
  );
}

const NOTHING_HINT = "Going back to an earlier step puts aside what was made after it: /workflow rollback.";
const NOTHING_ASIDE = `Nothing is put aside. ${NOTHING_HINT}`;

const newestFirst = ({ project }: Turn): Branch[] => (project.branches ?? []).toReversed();

function lineOf(turn: Turn, branch: Branch, now: Date): string {
  const what = asideWords(branch, schemaOf(turn.project));
  const why = branch.reason ? `: ${branch.reason}` : "";
  return `After ${nameOfStep(branch.to, turn.workflow)}: ${what}. Put aside by ${branch.by_name ?? branch.by}, ${ago(new Date(branch.at), now)}${why}`;
}
