/**
 * What an import costs from the paste to the bible and back: `node bench/import.ts`. The whole product on an empty PGlite
 * in memory with the offline engine; each size on a film of its own, medians of several. Reads of the bible are counted.
 */
import { createHash } from "node:crypto";
import { EMPTY_SCHEMA } from "../src/domain/bible/project-schema.ts";
import { findImport } from "../src/features/import/find-import.ts";
import { Studio } from "../test/support/product.ts";
import { Stage } from "../test/support/stage.ts";
import { percentile, table } from "./harness.ts";

const SIZES = [10, 100, 1_000] as const;
const ROUNDS = 7;
const WARM_UP = 2;
const TALKS = [
  "Sarah is 28, a journalist, and she wants to expose corruption",
  "INT. DINER - NIGHT\n\nSarah enters, late.\n\nEXT. STREET - DAY\n\nJohn runs.",
];
const TALK_RUNS = 20_000;

const stage = await Stage.open();
let reads = 0;
for (const name of ["get", "byKeys", "list", "linkedTo", "names"] as const) {
  const read = stage.stores.bible[name].bind(stage.stores.bible) as (...args: unknown[]) => unknown;
  Object.assign(stage.stores.bible, {
    [name]: (...args: unknown[]) => {
      reads += 1;
      return read(...args);
    },
  });
}
const studio = new Studio(stage);
try {
  const rows: string[][] = [];
  for (const size of SIZES)
    for (const [kind, text] of [
      ["characters", characters(size)],
      ["scenes", scenes(size)],
    ] as const)
      rows.push([`${size} ${kind}`, ...(await measure(text))]);
  table(
    "Import of pasted rows, medians",
    ["rows", "preview ms", "reads", "import ms", "reads", "undo ms"],
    rows,
  );
  for (const talk of TALKS)
    process.stdout.write(`${talkCost(talk).toFixed(1)} µs to leave alone: ${JSON.stringify(talk)}\n`);
} finally {
  await studio.product.stop();
  await stage.close();
}

/** Medians of preview, import and undo with the reads of the first two. */
async function measure(text: string): Promise<string[]> {
  const rounds: (readonly [number, number, number])[] = [];
  let counted = [0, 0];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const session = await stage.session();
    await studio.say(session, "Create a character named Zed");
    const [shown, preview, shownReads] = await timed(() => studio.say(session, text));
    const choice = shown.choices.find(({ label }) => label.startsWith("Import"));
    if (!choice) throw new Error(shown.reply.text.slice(0, 300));
    const [written, accept, writtenReads] = await timed(() => studio.press(session, choice.id));
    if (written.error) throw new Error(written.error.message);
    const [, undo] = await timed(() => studio.say(session, "/undo"));
    counted = [shownReads, writtenReads];
    if (round >= 0) rounds.push([preview, accept, undo]);
  }
  const [preview, accept, undo] = ([0, 1, 2] as const).map((part) => {
    const sorted = rounds.map((round) => round[part]).toSorted((a, b) => a - b);
    return percentile(sorted, 0.5).toFixed(0);
  });
  return [String(preview), String(counted[0]), String(accept), String(counted[1]), String(undo)];
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number, number]> {
  const [before, start] = [reads, performance.now()];
  const done = await work();
  return [done, performance.now() - start, reads - before];
}

function talkCost(talk: string): number {
  const start = performance.now();
  for (let run = 0; run < TALK_RUNS; run += 1) findImport(talk, { schema: EMPTY_SCHEMA, asked: false });
  return ((performance.now() - start) / TALK_RUNS) * 1_000;
}

function characters(size: number): string {
  const lines = Array.from(
    { length: size },
    (_, index) => `${nameOf(index)},${20 + (index % 50)},journalist,"brave, kind",wants the truth`,
  );
  return `Name,Age,Job,Traits,Want\n${lines.join("\n")}`;
}

function scenes(size: number): string {
  const lines = Array.from(
    { length: size },
    (_, index) =>
      `${index + 1},INT,Place ${index % 40},${index % 2 ? "D" : "N"},Zed,Something happens ${index}`,
  );
  return `Scene #,Int/Ext,Set,D/N,Cast,Description\n${lines.join("\n")}`;
}

/** Names that no two rows share, and that do not sound alike. */
function nameOf(index: number): string {
  const letters = createHash("sha256")
    .update(String(index))
    .digest("hex")
    .replace(/\d/g, (digit) => "ghijklmnop".charAt(Number(digit)));
  return `P${letters.slice(0, 7)} R${letters.slice(7, 14)}`;
}
