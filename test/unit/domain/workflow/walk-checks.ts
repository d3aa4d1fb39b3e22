import type { Offer } from "../../../../src/domain/choice.ts";
import type { DocumentKind } from "../../../../src/domain/project.ts";
import type { StepDefinition } from "../../../../src/domain/workflow/definition.ts";
import type { Film } from "../../../../src/domain/workflow/film.ts";
import { checkGate } from "../../../../src/domain/workflow/gate.ts";
import { canWritePaper } from "../../../../src/domain/workflow/paper-gate.ts";
import type { Refusal } from "../../../../src/domain/workflow/refusal.ts";
import { rollbackTo } from "../../../../src/domain/workflow/rollback.ts";
import { completeStep } from "../../../../src/domain/workflow/transitions.ts";
import { evaluateWorkflow } from "../../../../src/domain/workflow/workflow-view.ts";
import { WHO } from "./walk-model.ts";
import { isMet, type Oracle, stepsOf } from "./walk-oracle.ts";
import { filmOf, type World } from "./walk-world.ts";

export function hold(condition: boolean, what: () => string): asserts condition {
  if (!condition) throw new Error(what());
}

/** Offers are legal: what a button runs is accepted as the film stands, and what it asks for may be said. */
export function checkOffers(film: Film, offers: readonly Offer[], where: string): void {
  hold(offers.length > 0, () => `${where}: nothing is offered`);
  hold(
    offers.filter(({ category }) => category === "recommended").length <= 1,
    () => `${where}: two are recommended`,
  );
  hold(new Set(offers.map(({ label }) => label)).size === offers.length, () => `${where}: a label twice`);
  for (const offer of offers) {
    hold(offer.label.length > 0 && offer.label.length <= 80, () => `${where}: label “${offer.label}”`);
    hold(isLegal(film, offer), () => `${where}: “${offer.label}” is offered and would be refused`);
  }
}

/** Whether what it does would be done now. */
export function isLegal(film: Film, { label, action }: Offer): boolean {
  if (action.type === "prompt") {
    if (label === "Add a character") return checkGate(film, "character").ok;
    if (label === "Add a scene") return checkGate(film, "scene").ok;
    return action.text.length > 0;
  }
  const { command, options } = action;
  if (command === "bulk") return checkGate(film, "character").ok && options.kind === "characters";
  if (command === "open") return true;
  if (command !== "workflow") return false;
  const step = String(options.step ?? "");
  switch (options.action) {
    case "write":
      return canWritePaper(film, step as DocumentKind).ok;
    case "complete":
      return completeStep(film, { ...WHO, step }).ok;
    case "rollback":
      return rollbackTo(film, { ...WHO, step, branch_id: "b", turn_id: "t" }).ok;
    case "status":
    case "branches":
      return true;
    default:
      return false;
  }
}

/** A refusal names its cause, counts it, and leads on. */
export function checkRefusal(
  world: World,
  oracle: Oracle,
  step: StepDefinition | undefined,
  refusal: Refusal,
): void {
  const film = filmOf(world);
  const state = step && oracle.states.get(step.id);
  if (!step || !state)
    hold(
      stepsOf(world).every(({ id }) => refusal.reason.includes(id)),
      () => `the steps there are: ${refusal.reason}`,
    );
  else {
    hold(refusal.reason.includes(step.name), () => `whom it is about: ${refusal.reason}`);
    for (const missing of refusal.missing)
      hold(refusal.reason.includes(missing), () => `“${missing}” is not told: ${refusal.reason}`);
  }
  checkOffers(film, refusal.offers, refusal.reason);
}

/** Why a step cannot be worked on or completed must be told in full. */
export function checkCause(world: World, oracle: Oracle, step: StepDefinition, refusal: Refusal): void {
  switch (oracle.states.get(step.id)) {
    case "locked": {
      const open = stepsOf(world).filter(({ id }) => step.requires.includes(id) && !oracle.passed.has(id));
      for (const { name } of open)
        hold(refusal.missing.includes(name), () => `${name} is not told: ${refusal.reason}`);
      return;
    }
    case "blocked":
      hold(
        refusal.reason.includes(step.guard?.because ?? "?"),
        () => `not why it is blocked: ${refusal.reason}`,
      );
      return;
    case "active":
    case "available": {
      const missing = step.needs.filter((need) => !isMet(world, need));
      hold(
        refusal.missing.length === missing.length,
        () => `${missing.length} are missing: ${refusal.reason}`,
      );
      return;
    }
    default:
      return;
  }
}

/** The view says what the oracle says, and every next move is legal. */
export function checkView(world: World, oracle: Oracle): void {
  const film = filmOf(world);
  const view = evaluateWorkflow(film);
  const states = view.steps.map(({ id, state }) => `${id} ${state}`).join();
  const wanted = [...oracle.states].map(([id, state]) => `${id} ${state}`).join();
  hold(states === wanted, () => `states are ${states}, not ${wanted}`);
  const active = [...oracle.states].find(([, state]) => state === "active")?.[0] ?? null;
  hold(view.current === active, () => `current is ${view.current}, not ${active}`);
  hold(view.percent === oracle.percent, () => `${view.percent} % is not ${oracle.percent} %`);
  hold(view.percent >= 0 && view.percent <= 100, () => `${view.percent} %`);
  const over = [...oracle.states.keys()].every((id) => oracle.passed.has(id));
  if (!over || view.next.length > 0) checkOffers(film, view.next, "next");
}
