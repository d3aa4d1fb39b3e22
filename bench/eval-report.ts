import { type EvalCase, statesNothing } from "./eval-cases.ts";
import { MEASURES, type Scored } from "./eval-score.ts";
import { f1, type Tally, tallyOf, total } from "./eval-tally.ts";
import { table } from "./harness.ts";

export interface Result {
  readonly one: EvalCase;
  readonly scored: Scored;
}

/** F1 of each, and the share of messages stating nothing from which a change may be read. */
export interface Least {
  readonly entities: number;
  readonly attributes: number;
  readonly relationships: number;
  readonly falseChanges: number;
}

/** What messages nobody tuned on are to reach. */
export const GOALS: Least = { entities: 0.9, attributes: 0.8, relationships: 0.75, falseChanges: 0.02 };

const HEAD = ["precision", "recall", "F1", "right", "wrong", "missed"] as const;

/** Prints what was read rightly of each kind of statement, of each field and in each set. */
export function report(title: string, part: readonly Result[]): void {
  const kinds = MEASURES.map((measure) => figures(measure, sumOf(part, measure)));
  table(`${title}: ${part.length} messages`, ["kind of statement", ...HEAD], kinds);
  const { changed, silent } = falseChanges(part);
  process.stdout.write(
    `\nfalse changes: ${changed.length} of ${silent.length} messages that state nothing (${percent(changed.length / silent.length)})\n`,
  );
  table(
    `${title}, by field`,
    ["field", ...HEAD],
    [...fieldsOf(part)].sort().map(([name, tally]) => figures(name, tally)),
  );
  table(
    `${title}, by set`,
    ["set", "messages", "entities F1", "attributes F1", "relationships F1", "false changes"],
    bySet(part),
  );
}

/** What is asked for and was not reached, in words; none when all is well. */
export function shortfalls(part: readonly Result[], least: Least = GOALS): string[] {
  const low = (["entities", "attributes", "relationships"] as const).flatMap((measure) => {
    const got = f1(sumOf(part, measure));
    return got >= least[measure]
      ? []
      : [`F1 of ${measure} is ${got.toFixed(3)}, less than ${least[measure]}`];
  });
  const { changed, silent } = falseChanges(part);
  const share = changed.length / silent.length;
  const texts = changed.map(({ one }) => JSON.stringify(one.text)).join("\n  ");
  return share <= least.falseChanges ? low : [...low, `${percent(share)} false changes:\n  ${texts}`];
}

/** Message by message, what was read otherwise than labelled. */
export function printFaults(results: readonly Result[]): void {
  for (const { one, scored } of results) {
    const faults = statesNothing(one) && scored.changes ? ["CHANGES", ...scored.faults] : scored.faults;
    if (faults.length > 0)
      process.stdout.write(`\n[${one.set}] ${JSON.stringify(one.text)}\n  ${faults.join("\n  ")}\n`);
  }
}

const sumOf = (part: readonly Result[], measure: (typeof MEASURES)[number]): Tally =>
  total(part.map(({ scored }) => scored.measures[measure]));

function falseChanges(part: readonly Result[]) {
  const silent = part.filter(({ one }) => statesNothing(one));
  return { silent, changed: silent.filter(({ scored }) => scored.changes) };
}

function fieldsOf(part: readonly Result[]): Map<string, Tally> {
  const sums = new Map<string, Tally>();
  for (const { scored } of part)
    for (const [field, tally] of scored.fields)
      Object.assign(tallyOf(sums, field), total([tallyOf(sums, field), tally]));
  return sums;
}

function bySet(part: readonly Result[]): string[][] {
  return [...Map.groupBy(part, ({ one }) => one.set)].map(([set, of]) => {
    const { changed, silent } = falseChanges(of);
    const said = (["entities", "attributes", "relationships"] as const).map((measure) => {
      const tally = sumOf(of, measure);
      return tally.right + tally.missed === 0 ? "–" : percent(f1(tally));
    });
    return [
      set,
      String(of.length),
      ...said,
      silent.length === 0 ? "–" : `${changed.length} of ${silent.length}`,
    ];
  });
}

function figures(name: string, tally: Tally): string[] {
  const { right, wrong, missed } = tally;
  const ratios =
    right + wrong + missed === 0
      ? ["–", "–", "–"]
      : [right / Math.max(1, right + wrong), right / Math.max(1, right + missed), f1(tally)].map(percent);
  return [name, ...ratios, String(right), String(wrong), String(missed)];
}

function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(1)} %`;
}
