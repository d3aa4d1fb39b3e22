import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { createOfflineModel } from "../src/adapters/offline/model.ts";
import type { Model } from "../src/ports/model.ts";
import { Works } from "../test/support/works.ts";
import { percentile, table } from "./harness.ts";

/**
 * From the press of Cancel to the last sign of work on an item: the end of a draft or the beginning of one. A language
 * model is stood in for by a draft that takes two seconds and obeys its signal.
 */
const ITEMS = 1_000;
const ROUNDS = 7;
const DRAFT_MS = 2_000;
const SILENT_MS = 3_000;

const rows: (string | number)[][] = [];
for (const offline of [true, false]) rows.push(await measure(offline));
table(
  `Cancel of ${ITEMS} characters under way, ms, ${ROUNDS} rounds, load ${loadavg()[0]?.toFixed(1)}`,
  ["", "answered (median)", "silence (median)", "silence (longest)"],
  rows,
);

async function measure(offline: boolean): Promise<(string | number)[]> {
  const engine = createOfflineModel();
  let last = 0;
  const model: Model = {
    ...engine,
    info: { name: "bench", offline },
    draft: async (request, run) => {
      last = performance.now();
      try {
        if (!offline) await sleep(DRAFT_MS, undefined, { signal: run.signal });
        return await engine.draft(request, run);
      } finally {
        last = performance.now();
      }
    },
  };
  const works = await Works.open({ models: { model, offline: engine } });
  const [answered, silence]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const session = await works.session();
      const { id, messageId } = await works.start(session, `/bulk characters ${ITEMS}`);
      await works.until(id, ({ status, progress }) => status === "processing" && progress.completed > 5);
      const pressed = performance.now();
      await works.pressShown(session, messageId, "Cancel");
      answered.push(performance.now() - pressed);
      await sleep(SILENT_MS);
      silence.push(Math.max(0, last - pressed));
    }
  } finally {
    await works.close();
  }
  const median = (values: number[]) =>
    percentile(
      values.toSorted((a, b) => a - b),
      0.5,
    );
  const name = offline ? "offline engine" : `language model, ${DRAFT_MS} ms a draft`;
  return [name, median(answered), median(silence), Math.max(...silence)];
}
