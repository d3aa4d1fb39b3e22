import { notKnown } from "./did-you-mean.ts";
import { below, type Report } from "./problem.ts";
import type { StepLines } from "./workflow-file.ts";

/** Steps of a circle that are named. */
const MAX_SHOWN = 8;

/**
 * The steps with what each requires before it, otherwise as they stand in the file. Reports ids that stand twice, steps
 * that do not exist, and the first circle.
 */
export function orderSteps(steps: readonly StepLines[], report: Report): readonly StepLines[] {
  const places = new Map<string, number>();
  for (const [index, { id }] of steps.entries()) {
    const first = places.get(id);
    if (first === undefined) places.set(id, index);
    else
      report({ path: [index, "id"], message: `There is a step “${id}” already; give this one another id.` });
  }
  reportUnknown(steps, places, report);
  return topological(steps, places, report);
}

function reportUnknown(
  steps: readonly StepLines[],
  places: ReadonlyMap<string, number>,
  report: Report,
): void {
  for (const [index, { id, requires }] of steps.entries()) {
    const others = [...places.keys()].filter((other) => other !== id);
    for (const [at, required] of requires.entries()) {
      const tell = below(report, index, "requires", at);
      if (required === id)
        tell({ path: [], message: `Step “${id}” requires itself; take it out of the list.` });
      else if (!places.has(required))
        tell({ path: [], message: notKnown(required, "a step of this file", others) });
    }
  }
}

/** Depth first in the file's order, without recursion deeper than MAX_STEPS. */
function topological(
  steps: readonly StepLines[],
  places: ReadonlyMap<string, number>,
  report: Report,
): readonly StepLines[] {
  const ordered: StepLines[] = [];
  const settled = new Set<string>();
  const under: string[] = [];
  const place = (step: StepLines): void => {
    if (settled.has(step.id)) return;
    under.push(step.id);
    for (const [at, required] of step.requires.entries()) {
      const before = steps[places.get(required) ?? -1];
      if (!before || required === step.id) continue;
      if (!under.includes(required)) place(before);
      else
        reportCircle(
          [...under.slice(under.indexOf(required)), required],
          [places.get(step.id) ?? 0, "requires", at],
        );
    }
    under.pop();
    settled.add(step.id);
    ordered.push(step);
  };
  let circles = 0;
  const reportCircle = (ids: readonly string[], path: readonly PropertyKey[]): void => {
    circles += 1;
    const shown = ids.length > MAX_SHOWN ? [...ids.slice(0, MAX_SHOWN - 1), "…", ids[0]] : ids;
    const message = `These steps wait for one another: ${shown.join(" → ")}; take one of the arrows out.`;
    if (circles === 1) report({ path, message });
  };
  for (const step of steps) place(step);
  return ordered;
}
