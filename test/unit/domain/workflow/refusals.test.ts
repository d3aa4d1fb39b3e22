import { describe, expect, test } from "vitest";
import { countOf, ENTRY_KINDS } from "../../../../src/domain/bible/kinds.ts";
import type { StepDefinition } from "../../../../src/domain/workflow/definition.ts";
import type { Film } from "../../../../src/domain/workflow/film.ts";
import { checkGate } from "../../../../src/domain/workflow/gate.ts";
import { canWritePaper } from "../../../../src/domain/workflow/paper-gate.ts";
import type { Refusal, Verdict } from "../../../../src/domain/workflow/refusal.ts";
import { rollbackTo } from "../../../../src/domain/workflow/rollback.ts";
import { survey } from "../../../../src/domain/workflow/survey.ts";
import {
  activateStep,
  completeStep,
  openStep,
  reopenStep,
  skipStep,
} from "../../../../src/domain/workflow/transitions.ts";
import { film as feature, free, short } from "../../../support/workflows.ts";
import { carriedOut, filmsWithLacks, stateOf } from "./lacks.ts";
import { checkOffers, hold } from "./walk-checks.ts";
import { WHO } from "./walk-model.ts";

/** Following what is recommended must end somewhere. */
const MAX_MOVES = 40;
/** Whole ways are followed from one in so many films, which still are all sorts. */
const EVERY = 3;
const DEEDS: Readonly<Record<string, (film: Film, step: string) => Verdict>> = {
  activate: (film, step) => activateStep(film, { step }),
  complete: (film, step) => completeStep(film, { ...WHO, step }),
  skip: (film, step) => skipStep(film, { ...WHO, step, reason: "not this time" }),
  "skip without a reason": (film, step) => skipStep(film, { ...WHO, step, reason: " " }),
  open: (film, step) => openStep(film, { ...WHO, step, reason: "it came in finished" }),
  "open without a reason": (film, step) => openStep(film, { ...WHO, step }),
  reopen: (film, step) => reopenStep(film, { ...WHO, step }),
  "roll back": (film, step) => rollbackTo(film, { ...WHO, step, branch_id: "b", turn_id: "t" }),
};

/** The cause of each refusal, in the words of the workflow and counted by hand. */
function causesOf(film: Film, step: StepDefinition, deed: string): readonly string[] {
  const standing = survey(film).get(step.id);
  if (!standing) return [];
  const held = standing.state === "locked" || standing.state === "blocked";
  const isOpen = standing.state === "active" || standing.state === "available";
  if (deed.includes("without") && (held || (deed.startsWith("skip") && isOpen))) return ["Say why"];
  if (deed === "roll back") return [];
  if (standing.state === "completed" || standing.state === "skipped") return ["done|skipped|neither marked"];
  if (deed === "reopen") return ["nothing to reopen"];
  if (deed.startsWith("open")) return ["needs no override"];
  if (standing.state === "locked")
    return step.requires
      .filter((id) => !["completed", "skipped", undefined].includes(stateOf(film, id)))
      .map((id) => film.workflow.steps.find((each) => each.id === id)?.name ?? id);
  return step.needs.flatMap((need) => {
    if (need.type === "document") return film.project.documents[need.document] ? [] : [`no ${need.document}`];
    if (need.type !== "count" || countOf(film.counts, need.kind) >= need.count) return [];
    const has = countOf(film.counts, need.kind);
    return [has === 0 && need.count === 1 ? `no ${need.kind}` : `${has} of ${need.count} ${need.kind}`];
  });
}

/** Doing what is recommended, again and again, gets there. */
function followed(film: Film, refusal: Refusal, ask: (film: Film) => Verdict, where: string): void {
  let [now, verdict]: [Film, Verdict] = [film, refusal];
  for (let moves = 0; !verdict.ok; moves += 1) {
    hold(moves < MAX_MOVES, () => `${where}: what is recommended does not lead there`);
    const offer = verdict.offers.find(({ category }) => category === "recommended");
    hold(offer !== undefined, () => `${where}: nothing is recommended`);
    const next = carriedOut(now, offer);
    hold(next !== undefined, () => `${where}: “${offer.label}” cannot be carried out`);
    now = next;
    verdict = ask(now);
  }
}

describe.each([feature, short, free])("under the workflow $name, in every kind of lack", (workflow) => {
  const films = filmsWithLacks(workflow);

  test("every refusal of every step names its cause, counts it, and offers what is legal", () => {
    const refused = new Map<string, number>();
    for (const film of films)
      for (const { step, state } of survey(film).values())
        for (const [deed, act] of Object.entries(DEEDS)) {
          const verdict = act(film, step.id);
          if (verdict.ok) continue;
          const where = `${deed} of ${step.id}, ${state}: ${verdict.reason}`;
          hold(verdict.reason.includes(step.name), () => `${where}: of what`);
          for (const cause of causesOf(film, step, deed))
            hold(new RegExp(cause).test(verdict.reason), () => `${where}: not “${cause}”`);
          for (const missing of verdict.missing)
            hold(verdict.reason.includes(missing), () => `${where}: not “${missing}”`);
          checkOffers(film, verdict.offers, where);
          refused.set(`${deed} ${state}`, (refused.get(`${deed} ${state}`) ?? 0) + 1);
        }
    const locking = workflow.steps.some(({ requires }) => requires.length > 0);
    const deeds = locking ? ["activate locked", "complete locked", "roll back locked"] : [];
    for (const deed of [...deeds, "complete active", "complete completed", "reopen available"])
      expect(refused.get(deed), deed).toBeGreaterThan(0);
  });

  test("what a refusal recommends leads to what was refused", () => {
    for (const film of films.filter((_, at) => at % EVERY === 0))
      for (const { step, state } of survey(film).values()) {
        const go = (now: Film): Verdict =>
          stateOf(now, step.id) === "completed" ? { ok: true } : activateStep(now, { step: step.id });
        const done = (now: Film): Verdict =>
          stateOf(now, step.id) === "completed" ? { ok: true } : completeStep(now, { ...WHO, step: step.id });
        for (const ask of [go, done]) {
          const verdict = ask(film);
          if (!verdict.ok) followed(film, verdict, ask, `${step.id}, ${state}: ${verdict.reason}`);
        }
      }
  });

  test("every gate and every paper before its time does the same", () => {
    for (const film of films) {
      for (const kind of ENTRY_KINDS) {
        const gate = checkGate(film, kind);
        if (gate.ok) continue;
        expect(gate.reason).toMatch(
          new RegExp(`make an? ${kind} yet\\..* this project has (?:no|\\d of \\d) character`),
        );
        checkOffers(film, gate.offers, gate.reason);
        followed(film, gate, (now) => checkGate(now, kind), gate.reason);
      }
      for (const paper of ["synopsis", "beats", "treatment", "outline"] as const) {
        const verdict = canWritePaper(film, paper);
        if (verdict.ok) continue;
        expect(verdict.reason).toMatch(/ is locked: .* must come first\./);
        checkOffers(film, verdict.offers, verdict.reason);
        followed(film, verdict, (now) => canWritePaper(now, paper), verdict.reason);
      }
    }
  });
});

test("a step that there is none of is answered with those there are", () => {
  for (const workflow of [feature, short, free]) {
    const [film] = filmsWithLacks(workflow);
    if (!film) throw new Error("no film");
    for (const act of Object.values(DEEDS)) {
      const verdict = act(film, "montage");
      if (verdict.ok) throw new Error("not refused");
      for (const id of survey(film).keys()) expect(verdict.reason).toContain(id);
      checkOffers(film, verdict.offers, verdict.reason);
    }
  }
});
