import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { Entry } from "../api/wire.ts";
import { fieldText } from "../text/format.ts";
import { EntryCard } from "./entry-card.tsx";
import css from "./entry-list.module.css";

const FILTER_FROM = 8;

const NONE: Readonly<Record<string, string>> = {
  character:
    "Nobody is cast yet. Say who they are: “Create a character named Sarah, a 28-year-old journalist”.",
  scene: "No scenes yet. Begin one as in a script: “INT. DINER - NIGHT. Sarah meets John.”",
  location: "No locations yet. They appear with the scenes that play in them.",
  relationship: "No relationships yet. Say who belongs to whom: “Sarah and John are siblings”.",
  prop: "No props yet. Say what matters: “Sarah carries her father's notebook”.",
};

interface Props {
  readonly kind: string;
  readonly entries: readonly Entry[];
  readonly focusId: string | undefined;
  readonly wanted: string;
  readonly onWanted: (wanted: string) => void;
}

export function EntryList({ kind, entries, focusId, wanted, onWanted }: Props): ReactNode {
  const filters = entries.length >= FILTER_FROM;
  const found = filters ? entries.filter((entry) => matches(entry, wanted) || entry.id === focusId) : entries;
  return (
    <div className={css.list}>
      {filters && (
        <TextInput
          className={css.filter}
          size="xs"
          aria-label="Filter these entries"
          placeholder="Filter"
          value={wanted}
          onChange={({ currentTarget }) => onWanted(currentTarget.value)}
        />
      )}
      {entries.length === 0 && <p className={css.none}>{NONE[kind] ?? "Nothing of this kind yet."}</p>}
      {entries.length > 0 && found.length === 0 && (
        <p className={css.none}>Nothing here has “{wanted}” in it.</p>
      )}
      {found.map((entry) => (
        <EntryCard key={entry.id} entry={entry} focused={entry.id === focusId} />
      ))}
    </div>
  );
}

function matches({ name, fields }: Entry, wanted: string): boolean {
  const text = wanted.trim().toLowerCase();
  if (text === "") return true;
  return [name, ...Object.values(fields)].some((value) => fieldText(value).toLowerCase().includes(text));
}
