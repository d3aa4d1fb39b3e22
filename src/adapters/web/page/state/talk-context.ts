import { createContext, useContext } from "react";
import type { Operation, Point } from "../api/wire.ts";
import type { TalkActions } from "./use-talk-actions.ts";

/** What a block of a message may do, and what it must know beyond itself. */
export interface TalkTools extends TalkActions {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly undone: ReadonlySet<string>;
  readonly user_id: string;
  /** What waits for an answer. Undefined until it is known. */
  readonly points: readonly Point[] | undefined;
  /** A field as this project calls it. */
  readonly labelOf: (field: string, kind?: string) => string;
  /** A person's name as this talk knows it: "You", a name, or the bare id. */
  readonly nameOf: (user_id: string) => string;
  /** A message's words, where this page holds them. */
  readonly textOf: (message_id: string) => string | undefined;
  /** Scrolls to a message, loading older ones if need be. */
  readonly showMessage: (message_id: string) => void;
  /** Opens an entry in the bible. */
  readonly showEntry: (entry_id: string, kind: string) => void;
  /** Asks Backlot for the entry's form. Undefined for a kind that has none. */
  readonly editorOf: (kind: string) => ((entry: { id: string; name: string }) => void) | undefined;
  /** Puts words into the composer, for the person to finish. */
  readonly prefill: (text: string) => void;
}

export const TalkContext = createContext<TalkTools | undefined>(undefined);

export function useTalkTools(): TalkTools {
  const tools = useContext(TalkContext);
  if (tools === undefined) throw new Error("useTalkTools is used outside a talk");
  return tools;
}
