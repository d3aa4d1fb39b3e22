import { createConfig } from "../src/app/config.ts";
import { readEnv } from "../src/app/env.ts";
import { createModels } from "../src/app/model.ts";
import { createSecrets } from "../src/app/secrets.ts";
import { mergeReadings } from "../src/domain/reading/merge.ts";
import type { Logger } from "../src/ports/logger.ts";
import { type EvalCase, requestOf } from "./eval-cases.ts";
import type { Result } from "./eval-report.ts";
import { score } from "./eval-score.ts";

export interface ModelRun {
  readonly name: string;
  readonly results: readonly Result[];
  readonly calls: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly failed: number;
}

/**
 * Reads the messages as the product does with a model: the rules first, the model may only add. Undefined where the
 * environment sets none.
 */
export async function readWithSetModel(cases: readonly EvalCase[]): Promise<ModelRun | undefined> {
  const env = readEnv();
  const config = createConfig(env).model;
  if (config.kind === "offline") return undefined;
  const used = { calls: 0, input_tokens: 0, output_tokens: 0 };
  const { model, offline } = createModels(config, createSecrets(env), counting(used));
  const run = { signal: new AbortController().signal };
  const results: Result[] = [];
  let failed = 0;
  for (const one of cases) {
    const request = requestOf(one);
    let reading = await offline.read(request, run);
    if (!reading.steers && reading.requests.length === 0) {
      try {
        reading = mergeReadings(reading, await model.read(request, run));
      } catch {
        failed += 1;
      }
    }
    results.push({ one, scored: score(one, reading) });
  }
  return { name: model.info.name, results, failed, ...used };
}

/** The adapter tells its logger what each answer used. */
function counting(used: { calls: number; input_tokens: number; output_tokens: number }): Logger {
  const logger: Logger = {
    debug: () => {},
    info: (data) => {
      if (!("input_tokens" in data)) return;
      used.calls += 1;
      used.input_tokens += Number(data.input_tokens ?? 0);
      used.output_tokens += Number(("output_tokens" in data ? data.output_tokens : 0) ?? 0);
    },
    warn: () => {},
    error: () => {},
    child: () => logger,
  };
  return logger;
}
