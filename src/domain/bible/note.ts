import type { Group, Statement } from "../reading/reading.ts";
import type { Entry } from "./entry.ts";
import type { FactValue } from "./fact.ts";
import type { EntryKind } from "./kinds.ts";

/** What could not be written as it was said, and why. None of these stops the rest of a message. */
export type Note =
  /** Spoken of, but not in the bible, and not asked for. `near` is the one that may be meant. */
  | {
      readonly type: "unknown";
      /** What was said of it, to be applied when it turns out who is meant. */
      readonly statement?: Statement;
      readonly name: string;
      readonly kind?: EntryKind | undefined;
      readonly near?: Pick<Entry, "id" | "name" | "kind">;
      /** They are kept with what was said, and a yes adds both. */
      readonly offered?: boolean;
    }
  /** Made just now, and likely one that is there already. `reason` is a phrase to stand after a colon. */
  | {
      readonly type: "twin";
      readonly name: string;
      readonly kind: EntryKind;
      readonly entry_id: string;
      readonly other_id: string;
      readonly other_name: string;
      readonly reason: string;
    }
  /** The name means more than one. */
  | {
      readonly type: "ambiguous";
      readonly name: string;
      readonly candidates: readonly string[];
      readonly entries: readonly Entry[];
      /** What was said of it, to be applied once it is clear who is meant. */
      readonly statement: Statement | undefined;
    }
  /** What was said is not what is confirmed, and the person did not say that it changes. Nothing of it is written. */
  | {
      readonly type: "conflict";
      readonly entry: Entry;
      readonly field: string;
      /** The field that holds what is kept, when it is another one: an age against an age range. */
      readonly kept_field?: string;
      readonly kept: FactValue;
      readonly said: FactValue;
      /** The entry with this field alone, as it was said. */
      readonly statement: Statement & { readonly type: "entry" };
    }
  /** The value does not fit its field. */
  | { readonly type: "invalid"; readonly name: string; readonly reason: string; readonly hint: string }
  /** Locked by a person: talk does not change it. */
  | {
      readonly type: "locked";
      readonly name: string;
      readonly kind: EntryKind;
      readonly entry_id: string;
      /** Who locked it, by the name they go by. */
      readonly by?: string | undefined;
    }
  /** A guess would overwrite what a person confirmed. */
  | { readonly type: "kept"; readonly name: string; readonly entry_id: string; readonly field: string }
  /** A new name that another entry of the kind has. */
  | { readonly type: "taken"; readonly name: string; readonly kind: EntryKind; readonly entry_id: string }
  /** All that was said was known already. */
  | { readonly type: "same"; readonly name: string; readonly kind: EntryKind; readonly entry_id: string }
  /** What is said to hold no longer never did, as far as the bible knows. */
  | {
      readonly type: "absent";
      readonly name: string;
      readonly field: string;
      readonly value: FactValue | undefined;
    }
  /** Said of a group that has nobody in it. */
  | { readonly type: "nobody"; readonly name: string; readonly group: Group }
  /** What is said to have ended was never in the bible. */
  | { readonly type: "untied"; readonly from: string; readonly to: string }
  /** Names in an entry that are plain text, since no entry has them yet. */
  | {
      readonly type: "unlinked";
      readonly name: string;
      readonly kind: EntryKind;
      readonly names: readonly string[];
    }
  /** Held back: the workflow does not allow this kind yet. `people` are the names it has for characters. */
  | {
      readonly type: "withheld";
      readonly name: string;
      readonly kind: EntryKind;
      readonly people: readonly string[];
    };
