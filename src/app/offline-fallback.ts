import { AppError } from "../domain/errors.ts";
import type { Logger } from "../ports/logger.ts";
import type { Model, ModelRun, SummariseRequest, Talk } from "../ports/model.ts";

/** After so many failures in a row the model is left alone for a while, so that nobody waits for it each time. */
const FAILURES_TO_REST = 3;
const REST_MS = 30_000;
const NOTICE = "The language model does not answer at the moment, so my offline engine did.";

/**
 * A model that always writes and talks: when a call fails for good, the offline engine takes it over and says so, to
 * the log and through `onNotice` (in talk without it, in the words themselves). An abort is passed on. Reading needs no
 * stand-in: the rules have read already, and a reading that failed adds nothing. A call that can wait is tried again later
 * instead, unless no other try can help, and neither begins a rest nor keeps it. `now` is in milliseconds.
 */
export function withOfflineFallback(
  model: Model,
  offline: Model,
  logger: Logger,
  now: () => number = () => performance.now(),
): Model {
  let failures = 0;
  let restUntil = Number.NEGATIVE_INFINITY;

  async function ask<T>(run: ModelRun, call: () => Promise<T>): Promise<T> {
    if (run.background) return call();
    if (now() < restUntil)
      throw new AppError("unavailable", "The model rests after failing.", { retryable: true });
    try {
      const answer = await call();
      failures = 0;
      return answer;
    } catch (error) {
      run.signal.throwIfAborted();
      failures += 1;
      if (failures >= FAILURES_TO_REST) restUntil = now() + REST_MS;
      throw error;
    }
  }

  async function either<T>(
    what: string,
    run: ModelRun,
    call: (from: Model) => Promise<T>,
  ): Promise<[T, boolean]> {
    try {
      return [await ask(run, () => call(model)), false];
    } catch (error) {
      run.signal.throwIfAborted();
      if (run.background && (error instanceof AppError ? error.retryable : true)) throw error;
      logger.warn({ err: error, call: what }, "the model failed; the offline engine answers");
    }
    const answer = await call(offline);
    run.onNotice?.(NOTICE);
    return [answer, true];
  }

  return {
    info: model.info,
    read: (request, run) => ask(run, () => model.read(request, run)),
    draft: async (request, run) => (await either("draft", run, (from) => from.draft(request, run)))[0],
    write: async (request, run) => (await either("write", run, (from) => from.write(request, run)))[0],
    revise: async (request, run) => (await either("revise", run, (from) => from.revise(request, run)))[0],
    talk: async (request, run) => {
      const [talk, isOffline] = await either("talk", run, (from) => from.talk(request, run));
      return isOffline && run.onNotice === undefined ? withNotice(talk) : talk;
    },
    summarise: async (request, run) =>
      (await either("summarise", run, (from) => summaryBy(from, request, run)))[0],
    ...(model.word
      ? { word: (request, run) => ask(run, () => model.word?.(request, run) ?? Promise.resolve([])) }
      : {}),
    ping: (signal) => model.ping(signal),
  };
}

const withNotice = (talk: Talk): Talk => ({ ...talk, text: `${talk.text}\n\n_${NOTICE}_` });

function summaryBy(model: Model, request: SummariseRequest, run: ModelRun): Promise<string> {
  if (model.summarise) return model.summarise(request, run);
  throw new AppError("internal", "this model writes no summaries");
}
