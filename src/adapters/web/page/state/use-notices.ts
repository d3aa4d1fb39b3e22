import { useCallback, useMemo, useRef, useState } from "react";
import { asProblem } from "../api/problem.ts";
import type { App, Notice } from "./app-context.ts";

const MOST_NOTICES = 3;
const NONE: readonly Notice[] = [];

/** What went wrong lately: the newest few, each once. A refused token has the gate, and an abort was meant. */
export function useNotices(): Pick<App, "notices" | "report" | "dismiss" | "dismissAll"> {
  const [notices, setNotices] = useState(NONE);
  const next = useRef(1);
  const report = useCallback((thrown: unknown) => {
    const problem = asProblem(thrown);
    if (problem.status === 401 || isAbort(thrown)) return;
    const id = next.current++;
    const others = (shown: readonly Notice[]): readonly Notice[] =>
      shown.filter((each) => each.problem.message !== problem.message);
    setNotices((shown) => [...others(shown), { id, problem }].slice(-MOST_NOTICES));
  }, []);
  const dismiss = useCallback((id: number) => {
    setNotices((shown) => shown.filter((each) => each.id !== id));
  }, []);
  const dismissAll = useCallback(() => setNotices(NONE), []);
  return useMemo(() => ({ notices, report, dismiss, dismissAll }), [notices, report, dismiss, dismissAll]);
}

const isAbort = (thrown: unknown): boolean => thrown instanceof DOMException && thrown.name === "AbortError";
