import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";
import { schemaOf } from "../../domain/project.ts";
import { mayActAs } from "../../domain/role.ts";
import type { HookRun } from "../../domain/workflow/hook-run.ts";
import type { OrchestrateParts } from "./parts.ts";
import { retryAction } from "./retry-choice.ts";
import { nameOf } from "./words.ts";

const LIMIT = 20;
const MAX_OFFERS = 5;

/** The latest runs with how they stand and why they failed; a producer may try failed ones again. */
export async function listRuns(parts: OrchestrateParts, turn: Turn): Promise<Outcome> {
  const runs = await parts.hooks.list(turn.project.id, LIMIT);
  if (runs.length === 0) return { blocks: [{ type: "text", text: nothingYet(turn) }] };
  const own = schemaOf(turn.project);
  const rows = runs.map((run) => [
    nameOf(run, own),
    stateOf(run),
    run.error ?? "",
    (run.ended_at ?? run.at).slice(0, 16).replace("T", " "),
  ]);
  const offers = mayActAs(turn.person.role, "producer")
    ? runs.filter(({ status }) => status === "failed").slice(0, MAX_OFFERS)
    : [];
  return {
    blocks: [
      {
        type: "table",
        title: "What steps set off, newest first",
        columns: ["What", "State", "Why", "When"],
        rows,
      },
      ...(offers.length > 0 ? [{ type: "offers" as const, offers: offers.map(retryOffer) }] : []),
    ],
  };
}

const nothingYet = ({ workflow }: Turn): string =>
  workflow.steps.some(({ hooks }) => hooks.length > 0)
    ? "No step has set anything off yet."
    : "This film’s workflow sets nothing off when a step is complete.";

const stateOf = ({ status, attempts }: HookRun): string =>
  status === "failed" && attempts > 1 ? `failed after ${attempts} tries` : status;

const retryOffer = (run: HookRun): Offer => ({
  label: `Retry ${nameOf(run)}`.slice(0, 80),
  description: "Tries it again from the start",
  category: "alternative",
  action: retryAction(run.id),
});
