import type { Gap, Mention, Statement } from "../src/domain/reading/reading.ts";
import { type EvalCase, type GapLabel, statesNothing } from "./eval-cases.ts";
import type { EntryStatement } from "./eval-entries.ts";
import { arguable, choices, key, looseKey, same } from "./eval-match.ts";
import { empty, type Tally } from "./eval-tally.ts";

/** Values that no longer hold. One that another value of the same message replaces is free. */
export function scoreDrops(one: EvalCase, statements: readonly EntryStatement[], faults: string[]): Tally {
  const tally = empty();
  const left = statements.flatMap((s) => (s.drops ?? []).map((drop) => ({ s, ...drop })));
  for (const [name, label, value] of one.drops ?? []) {
    const fields = choices(label).map(arguable);
    const index = left.findIndex(
      ({ s, field, value: got }) =>
        key(s.subject.name) === key(name) &&
        fields.some((each) => each.name === field) &&
        (value === undefined ? got === undefined : got !== undefined && sameWords(value, got)),
    );
    if (index >= 0) left.splice(index, 1);
    if (fields.every(({ free }) => free)) continue;
    if (index >= 0) tally.right += 1;
    else {
      tally.missed += 1;
      faults.push(`missed drop ${name}.${fields.map((each) => each.name).join("/")} ${value ?? ""}`);
    }
  }
  const replaced = (name: string, field: string) =>
    statements.some((s) => s.subject.name === name && s.fields.some((each) => each.field === field));
  for (const { s, field, value } of left) {
    if (replaced(s.subject.name, field)) continue;
    tally.wrong += 1;
    faults.push(`invented drop ${s.subject.name}.${field} ${JSON.stringify(value)}`);
  }
  return tally;
}

/** "scar" and "a scar", "a hat" and "hat". */
function sameWords(want: string, got: unknown): boolean {
  const said = Array.isArray(got) ? got.join(" ") : String(got);
  return looseKey(want) === looseKey(said) || same("appearance", want, said);
}

export function scoreMerges(one: EvalCase, statements: readonly Statement[], faults: string[]): Tally {
  const tally = empty();
  const left = statements.filter((s) => s.type === "merge");
  for (const [from, into, either] of one.merges ?? []) {
    const index = left.findIndex(
      (s) => names(s.subject, from, s.into, into) || (either && names(s.subject, into, s.into, from)),
    );
    const [match] = index < 0 ? [] : left.splice(index, 1);
    const takes = key((match?.takes ?? []).join(" ")) === key((one.takes ?? []).join(" "));
    if (match !== undefined && takes) tally.right += 1;
    else {
      tally.missed += 1;
      faults.push(`missed merge of ${from} into ${into}`);
    }
    if (match !== undefined && !takes) tally.wrong += 1;
  }
  tally.wrong += left.length;
  for (const s of left) faults.push(`invented merge of ${s.subject.name} into ${s.into.name}`);
  return tally;
}

const names = (a: Mention, nameA: string, b: Mention, nameB: string): boolean =>
  key(a.name) === key(nameA) && key(b.name) === key(nameB);

/** Whether it is understood who means to change what is known. Scored where the message is labelled for it. */
export function scoreCorrects(one: EvalCase, statements: readonly EntryStatement[], faults: string[]): Tally {
  const tally = empty();
  if (one.corrects === undefined) return tally;
  const got = new Set(statements.filter((s) => s.corrects).map((s) => key(s.subject.name)));
  for (const name of one.corrects) {
    if (got.delete(key(name))) tally.right += 1;
    else {
      tally.missed += 1;
      faults.push(`${name} is not read as a correction`);
    }
  }
  tally.wrong = got.size;
  for (const name of got) faults.push(`${name} is read as a correction`);
  return tally;
}

/** Statements that lack a name. Talk that states nothing lacks none. */
export function scoreGaps(one: EvalCase, gaps: readonly Gap[], faults: string[]): Tally {
  const tally = empty();
  if (one.gaps === undefined && !statesNothing(one)) return tally;
  const left = [...gaps];
  for (const want of one.gaps ?? []) {
    const index = left.findIndex((gap) => isGap(want, gap));
    if (index >= 0) left.splice(index, 1);
    if (index >= 0) tally.right += 1;
    else {
      tally.missed += 1;
      faults.push(`missed gap ${JSON.stringify(want)}, got ${JSON.stringify(gaps)}`);
    }
  }
  tally.wrong = left.length;
  for (const gap of left) faults.push(`invented gap ${JSON.stringify(gap)}`);
  return tally;
}

function isGap(want: GapLabel, { wants, statement }: Gap): boolean {
  if (wants !== want.wants) return false;
  if (statement.type === "relationship")
    return statement.relation === want.relation && (!want.to || key(statement.to.name) === key(want.to));
  if (statement.type !== "entry" || statement.kind !== want.kind) return false;
  return Object.entries(want.fields ?? {}).every(([field, value]) =>
    statement.fields.some((each) => each.field === field && same(field, value, each.value)),
  );
}
