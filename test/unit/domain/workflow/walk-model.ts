import type { DocumentKind, StepMark } from "../../../../src/domain/project.ts";
import type { Need, StepDefinition } from "../../../../src/domain/workflow/definition.ts";
import { TRANSITIONS } from "../../../../src/domain/workflow/step-machine.ts";
import { AT } from "../bible/bible-maker.ts";
import type { StepDeed } from "./walk-events.ts";
import { builtOn, isMet, type Oracle, oracleOf, stepsOf } from "./walk-oracle.ts";
import { type Aside, NO_STOCK, PROFILES, type Stock, type World } from "./walk-world.ts";

export const WHO = { by: "ana", by_name: "Ana", at: AT };

/** What a deed must leave behind: the marks, papers and entries, what people are at, and what is aside. */
export type Expected = Pick<World, "stock"> & {
  readonly marks: Readonly<Record<string, StepMark>>;
  readonly texts: Aside["texts"];
  readonly active: string | undefined;
  /** What the deed itself puts aside. */
  readonly aside?: Aside;
};

/** What a deed on a step must lead to; undefined where it must be refused. */
export function expectedOf(
  world: World,
  oracle: Oracle,
  deed: StepDeed,
  step: StepDefinition | undefined,
  reason: string,
): Expected | undefined {
  const state = step && oracle.states.get(step.id);
  if (!step || !state) return undefined;
  const from = deed === "rollback" ? undefined : TRANSITIONS[deed === "confirm" ? "complete" : deed].from;
  const { project, stock } = world;
  const now: Expected = {
    stock,
    marks: project.step_marks,
    texts: project.documents,
    active: project.active_step,
  };
  const given = reason.trim() !== "";
  switch (deed) {
    case "activate":
      return from?.includes(state) ? { ...now, active: step.id } : undefined;
    case "complete":
    case "confirm": {
      const open = from?.includes(state) && step.needs.every((need) => isMet(world, need));
      return open || (deed === "confirm" && state === "completed")
        ? marked(now, step.id, "completed", reason)
        : undefined;
    }
    case "skip":
      return from?.includes(state) && step.skippable && given
        ? marked(now, step.id, "skipped", reason)
        : undefined;
    case "open":
      return from?.includes(state) && given ? marked(now, step.id, "opened", reason) : undefined;
    case "reopen": {
      const { [step.id]: mark, ...marks } = now.marks;
      return mark ? { ...now, marks } : undefined;
    }
    case "rollback":
      return state === "locked" || state === "blocked" ? undefined : wentBack(world, step);
  }
}

function marked(now: Expected, id: string, state: StepMark["state"], reason: string): Expected {
  const why = reason.trim();
  const mark = { state, ...WHO, ...(why === "" ? {} : { reason: why }) };
  return { ...now, marks: { ...now.marks, [id]: mark }, active: now.active === id ? undefined : now.active };
}

/** Read off what a roll-back is for: what is built on the step goes, what anything else stands on stays. */
function wentBack(world: World, step: StepDefinition): Expected | undefined {
  const later = builtOn(world, step.id);
  const built = world.workflow.steps.filter(({ id }) => later.has(id));
  const others = stepsOf(world).filter(({ id }) => !later.has(id));
  const papers = (steps: readonly StepDefinition[]) => needsOf(steps).flatMap(documentIn);
  const goneKinds = built
    .flatMap(({ makes }) => makes)
    .filter(
      (kind) =>
        !others.some(
          ({ makes, needs }) => makes.includes(kind) || needs.some((need) => kindIn(need) === kind),
        ),
    );
  const [texts, goneTexts] = part(
    world.project.documents,
    (document) =>
      papers(built).includes(document as DocumentKind) && !papers(others).includes(document as DocumentKind),
  );
  const [marks, goneMarks] = part(
    world.project.step_marks,
    (id, { state }) => later.has(id) || (id === step.id && state !== "opened"),
  );
  const goes = PROFILES.map(({ kind }) => goneKinds.includes(kind));
  const aside: Aside = {
    marks: goneMarks,
    texts: goneTexts,
    stock: world.stock.map((number, at) => (goes[at] ? number : 0)),
  };
  if (isNothing(aside)) return undefined;
  const stock = world.stock.map((number, at) => (goes[at] ? 0 : number));
  const after: World = {
    ...world,
    stock,
    project: { ...world.project, documents: texts, step_marks: marks, active_step: step.id },
  };
  const state = oracleOf(after).states.get(step.id);
  if (state === undefined || state === "locked" || state === "blocked") return undefined;
  return { stock, marks, texts, active: step.id, aside };
}

const isNothing = ({ marks, texts, stock }: Aside): boolean =>
  Object.keys(marks).length === 0 && Object.keys(texts).length === 0 && sum(stock) === 0;

export const sum = (stock: Stock): number => stock.reduce((all, number) => all + number, 0);
export const joined = (a: Stock, b: Stock): Stock => NO_STOCK.map((_, at) => (a[at] ?? 0) + (b[at] ?? 0));

const needsOf = (steps: readonly StepDefinition[]): Need[] => steps.flatMap(({ needs }) => needs);
const documentIn = (need: Need): DocumentKind[] => (need.type === "document" ? [need.document] : []);
const kindIn = (need: Need) => (need.type === "document" ? undefined : need.kind);

function part<R extends Readonly<Record<string, unknown>>>(
  record: R,
  gone: (key: string, value: R[string]) => boolean,
): [stays: R, goes: R] {
  const entries = Object.entries(record) as [string, R[string]][];
  const pick = (wanted: boolean) =>
    Object.fromEntries(entries.filter(([key, value]) => gone(key, value) === wanted)) as R;
  return [pick(false), pick(true)];
}
