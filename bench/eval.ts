import { readOffline } from "../src/adapters/offline/read.ts";
import { type EvalCase, loadCases, requestOf } from "./eval-cases.ts";
import { add, empty, type Scored, score, type Tally } from "./eval-score.ts";

/** Precision, recall and F1 of the offline reader over test/eval. `--show` prints the faults of the tuned part, `--show-all` of both. */
const MEASURES = ["entities", "attributes", "relationships", "edits", "questions", "requests"] as const;
/** Sets whose messages state nothing: any change read from them is false. */
const statesNothing = (one: EvalCase): boolean => one.set === "questions" || one.set.endsWith("negatives");

const show = process.argv.includes("--show") || process.argv.includes("--show-all");
const scored = loadCases().map((one) => ({ one, result: score(one, readOffline(requestOf(one))) }));
for (const held of [false, true]) {
  const part = scored.filter(({ one }) => (one.held_out ?? false) === held);
  report(held ? "held out" : "tuned", part);
}
if (show) {
  for (const { one, result } of scored) {
    if (one.held_out === true && !process.argv.includes("--show-all")) continue;
    const faults = statesNothing(one) && result.changes ? ["CHANGES", ...result.faults] : result.faults;
    if (faults.length > 0)
      console.log(`\n[${one.set}] ${JSON.stringify(one.text)}\n  ${faults.join("\n  ")}`);
  }
}

function report(title: string, part: readonly { one: EvalCase; result: Scored }[]): void {
  console.log(`\n${title}: ${part.length} messages`);
  console.table(
    Object.fromEntries(
      MEASURES.map((measure) => [measure, figures(total(part.map(({ result }) => result[measure])))]),
    ),
  );
  const silent = part.filter(({ one }) => statesNothing(one));
  const false_ = silent.filter(({ result }) => result.changes);
  console.log(
    `false changes: ${false_.length} of ${silent.length} (${percent(false_.length / silent.length)})`,
  );
  const fields = new Map<string, Tally>();
  for (const { result } of part) {
    for (const [field, tally] of result.fields) {
      const sum = fields.get(field) ?? empty();
      add(sum, tally);
      fields.set(field, sum);
    }
  }
  console.table(Object.fromEntries([...fields].sort().map(([field, tally]) => [field, figures(tally)])));
}

function total(tallies: readonly Tally[]): Tally {
  const sum = empty();
  for (const tally of tallies) add(sum, tally);
  return sum;
}

function figures({ right, wrong, missed }: Tally) {
  if (right + wrong + missed === 0) return { precision: "–", recall: "–", f1: "–", right, wrong, missed };
  const precision = right / Math.max(1, right + wrong);
  const recall = right / Math.max(1, right + missed);
  const f1 = (2 * right) / Math.max(1, 2 * right + wrong + missed);
  return { precision: percent(precision), recall: percent(recall), f1: percent(f1), right, wrong, missed };
}

function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(1)} %`;
}
