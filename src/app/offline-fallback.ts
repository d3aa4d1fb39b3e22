import type { Logger } from "../ports/logger.ts";
import type { Model, ModelRun } from "../ports/model.ts";

/** After so many failures in a row the model is left alone for a while, so that nobody waits for it each time. */
const FAILURES_TO_REST = 3;
const REST_MS = 30_000;
const NOTICE = "The language model did not answer, so this comes from my offline engine.";

/**
 * A model that always answers: when a call fails for good, the offline engine takes it over and says so, to the log
 * and through `onNotice` (in talk without it, in the words themselves). An abort is passed on. `now` is in milliseconds.
 */
export function withOfflineFallback(
  model: Model,
  offline: Model,
  logger: Logger,
  now: () => number = () => performance.now(),
): Model {
  let failures = 0;
  let restUntil = Number.NEGATIVE_INFINITY;

  async function first<T>(
    call: string,
    run: ModelRun,
    ask: (from: Model) => Promise<T>,
  ): Promise<[T, boolean]> {
    if (now() >= restUntil) {
      try {
        const answer = await ask(model);
        failures = 0;
        return [answer, false];
      } catch (error) {
        run.signal.throwIfAborted();
        failures += 1;
        if (failures >= FAILURES_TO_REST) restUntil = now() + REST_MS;
        logger.warn({ err: error, call, failures }, "the model failed; the offline engine answers");
      }
    }
    const answer = await ask(offline);
    run.onNotice?.(NOTICE);
    return [answer, true];
  }

  return {
    info: model.info,
    read: async (request, run) => (await first("read", run, (from) => from.read(request, run)))[0],
    draft: async (request, run) => (await first("draft", run, (from) => from.draft(request, run)))[0],
    write: async (request, run) => (await first("write", run, (from) => from.write(request, run)))[0],
    talk: async (request, run) => {
      const [talk, isOffline] = await first("talk", run, (from) => from.talk(request, run));
      return isOffline && run.onNotice === undefined
        ? { ...talk, text: `${talk.text}\n\n_${NOTICE}_` }
        : talk;
    },
    ping: (signal) => model.ping(signal),
  };
}
