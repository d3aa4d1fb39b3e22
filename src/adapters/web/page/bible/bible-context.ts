import { createContext, useContext } from "react";
import type { Schema, StaleMark } from "../api/wire.ts";

/** What an opened entry must know of the film around it. */
export interface BibleTools {
  readonly schema: Schema | undefined;
  /** Why an entry may be out of date, newest first; empty when it is not. */
  readonly marksOf: (entry_id: string) => readonly StaleMark[];
  /** An entry's present name; undefined for one that is gone. */
  readonly entryName: (entry_id: string) => string | undefined;
  /** A person's name, from the talk or from what they wrote here before. */
  readonly personName: (user_id: string) => string;
  /** How an entry is named in a command: by its name, and by its id beside it where the name alone could mean another. */
  readonly idFor: (entry: { readonly id: string; readonly name: string }) => string | undefined;
  /** Sends a command, and shows the talk that answers it. */
  readonly send: (text: string) => void;
}

export const BibleContext = createContext<BibleTools | undefined>(undefined);

export function useBible(): BibleTools {
  const tools = useContext(BibleContext);
  if (tools === undefined) throw new Error("useBible is used outside the bible");
  return tools;
}
