import { Button, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import type { Entry } from "../api/wire.ts";
import { fieldText } from "../text/format.ts";
import { kindWord } from "../text/own-words.ts";
import { useBible } from "./bible-context.ts";
import { EntryCard } from "./entry-card.tsx";
import { slashOf } from "./entry-line.ts";
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
      {entries.length === 0 && NONE[kind] !== undefined && <p className={css.none}>{NONE[kind]}</p>}
      {NONE[kind] === undefined && <OwnKind kind={kind} empty={entries.length === 0} />}
      {entries.length > 0 && found.length === 0 && (
        <p className={css.none}>Nothing here has “{wanted}” in it.</p>
      )}
      {found.map((entry) => (
        <EntryCard key={entry.id} entry={entry} focused={entry.id === focusId} />
      ))}
    </div>
  );
}

/** What a person of the trade cannot guess: how something of the film's own kind is made. */
function OwnKind({ kind, empty }: { readonly kind: string; readonly empty: boolean }): ReactNode {
  const { schema, send } = useBible();
  const word = kindWord(schema, kind);
  return (
    <div className={css.own}>
      {empty && <p className={css.none}>No {kindWord(schema, kind, 2)} yet.</p>}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<Plus size={14} />}
        onClick={() => send(`${slashOf(kind)} create`)}
      >
        Add {/^[aeiou]/i.test(word) ? "an" : "a"} {word}
      </Button>
    </div>
  );
}

function matches({ name, fields }: Entry, wanted: string): boolean {
  const text = wanted.trim().toLowerCase();
  if (text === "") return true;
  return [name, ...Object.values(fields)].some((value) => fieldText(value).toLowerCase().includes(text));
}
