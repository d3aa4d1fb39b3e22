import { useCallback, useEffect, useRef, useState } from "react";
import { asProblem, type Problem } from "../api/problem.ts";

const REFRESH_EVERY_MS = 400;

export interface Resource<T> {
  readonly data: T | undefined;
  readonly problem: Problem | undefined;
  /** Asks again, at most once in 0.4 s however often it is called; the last call is never lost. */
  readonly refresh: () => void;
}

/** Something read from the server, kept until `key` changes. `undefined` as key reads nothing. */
export function useResource<T>(
  key: string | undefined,
  read: (signal: AbortSignal) => Promise<T>,
): Resource<T> {
  const [state, setState] = useState<{ key?: string | undefined; data?: T; problem?: Problem }>({});
  const [asked, setAsked] = useState(0);
  const reader = useRef(read);
  reader.current = read;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is the wish to read again.
  useEffect(() => {
    if (key === undefined) return;
    const abort = new AbortController();
    reader.current(abort.signal).then(
      (data) => !abort.signal.aborted && setState({ key, data }),
      (thrown) => {
        if (abort.signal.aborted) return;
        const problem = asProblem(thrown);
        setState((known) =>
          known.key === key && known.data !== undefined ? { ...known, problem } : { key, problem },
        );
      },
    );
    return () => abort.abort();
  }, [key, asked]);

  const refresh = useThrottled(useCallback(() => setAsked((count) => count + 1), []));
  const current = state.key === key;
  return { data: current ? state.data : undefined, problem: current ? state.problem : undefined, refresh };
}

/** The first call counts at once; those that follow too soon are made one, later. */
function useThrottled(call: () => void): () => void {
  const timer = useRef<number | undefined>(undefined);
  const again = useRef(false);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return useCallback(() => {
    const run = (): void => {
      again.current = false;
      call();
      timer.current = window.setTimeout(() => {
        timer.current = undefined;
        if (again.current) run();
      }, REFRESH_EVERY_MS);
    };
    if (timer.current === undefined) run();
    else again.current = true;
  }, [call]);
}
