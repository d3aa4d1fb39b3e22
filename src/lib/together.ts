interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What is asked for while `run` is under way waits, and is run together: alone it is run at once. `run` answers a result
 * for each, in their order; when it throws, each of them is run by itself, so that none fails for another's sake.
 */
export function together<T, R>(
  run: (items: readonly T[]) => Promise<readonly R[]>,
  most: number,
): (item: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = [];
  let busy = false;
  const runAll = async () => {
    busy = true;
    while (waiting.length > 0) await settle(run, waiting.splice(0, most));
    busy = false;
  };
  return (item) => {
    const { promise, resolve, reject } = Promise.withResolvers<R>();
    waiting.push({ item, resolve, reject });
    if (!busy) void runAll();
    return promise;
  };
}

async function settle<T, R>(
  run: (items: readonly T[]) => Promise<readonly R[]>,
  asked: readonly Waiting<T, R>[],
): Promise<void> {
  try {
    const results = await run(asked.map(({ item }) => item));
    if (results.length !== asked.length) throw new Error("what was run together did not answer each");
    for (const [index, { resolve }] of asked.entries()) resolve(results[index] as R);
  } catch (error) {
    const [only, ...more] = asked;
    if (more.length === 0) only?.reject(error);
    else for (const one of asked) await settle(run, [one]);
  }
}
