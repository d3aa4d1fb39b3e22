import { type KeyboardEvent, useCallback, useMemo, useState } from "react";
import type { CommandInfo } from "../api/wire.ts";
import { type Suggestions, suggest } from "./command-suggestions.ts";
import { type Complete, useCompletion } from "./use-completion.ts";

export interface ComposerState {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly suggestions: Suggestions | undefined;
  readonly active: number;
  readonly pick: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** The composer's text and its palette: arrows move, Tab takes, Enter takes an unfinished command or sends, Esc closes. */
export function useComposer(
  commands: readonly CommandInfo[],
  complete: Complete,
  onSend: () => void,
): ComposerState {
  const [text, setTextNow] = useState("");
  const [active, setActive] = useState(0);
  const [closedFor, setClosedFor] = useState<string>();
  const [moved, setMoved] = useState(false);
  const known = useMemo(() => suggest(text, commands), [text, commands]);
  const found = useCompletion(text, known, complete);
  const suggestions = closedFor === text ? undefined : found;

  const setText = useCallback((next: string) => {
    setTextNow(next);
    setActive(0);
    setMoved(false);
  }, []);
  const pick = (index: number): void => {
    const item = suggestions?.items[index];
    if (item !== undefined) setText(item.text);
  };
  const move = (by: number): void => {
    const count = suggestions?.items.length ?? 0;
    setActive((active + by + count) % count);
    setMoved(true);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const open = suggestions !== undefined && suggestions.items.length > 0;
    const taken = keyTaken(event, open);
    if (taken === undefined) return;
    event.preventDefault();
    if (taken === "down" || taken === "up") move(taken === "down" ? 1 : -1);
    else if (taken === "take") pick(active);
    else if (taken === "close") setClosedFor(text);
    else if (open && (moved || unfinished(suggestions, text))) pick(active);
    else onSend();
  };
  return { text, setText, suggestions, active, pick, onKeyDown };
}

function keyTaken(
  event: KeyboardEvent,
  open: boolean,
): "down" | "up" | "take" | "close" | "enter" | undefined {
  if (event.key === "Enter" && !event.shiftKey && !event.altKey) return "enter";
  if (!open) return undefined;
  if (event.key === "ArrowDown") return "down";
  if (event.key === "ArrowUp") return "up";
  if (event.key === "Tab" && !event.shiftKey) return "take";
  return event.key === "Escape" ? "close" : undefined;
}

/** "/bu" is no command yet: Enter completes it. "/help" is one: Enter sends it. */
function unfinished(suggestions: Suggestions, text: string): boolean {
  if (suggestions.stage === "option") return false;
  return !suggestions.items.some(({ label }) => label === text.trim().toLowerCase());
}
