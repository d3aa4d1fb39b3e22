import { useEffect, useMemo, useState } from "react";
import type { Completion, Typing } from "../api/wire.ts";
import { completedItems, type Suggestions } from "./command-suggestions.ts";

/** People type several letters a second; the server is asked when they pause. */
const PAUSE_MS = 150;

export type Complete = (typing: Typing, signal: AbortSignal) => Promise<readonly Completion[]>;

/** The palette with what the server knows of the option being typed. What was asked before and comes late is dropped. */
export function useCompletion(
  text: string,
  suggestions: Suggestions | undefined,
  complete: Complete,
): Suggestions | undefined {
  const [found, setFound] = useState<{ readonly text: string; readonly items: readonly Completion[] }>();
  const asks = suggestions?.stage === "option" ? suggestions.asks : undefined;
  useEffect(() => {
    if (asks === undefined) return;
    const asking = new AbortController();
    const timer = window.setTimeout(() => {
      complete(asks, asking.signal).then(
        (items) => setFound({ text, items }),
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
      asking.abort();
    };
  }, [text, asks, complete]);
  return useMemo(() => {
    if (suggestions?.stage !== "option" || found?.text !== text) return suggestions;
    return { ...suggestions, items: completedItems(suggestions, found.items) };
  }, [suggestions, found, text]);
}
