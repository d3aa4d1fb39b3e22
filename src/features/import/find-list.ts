import type { EntryKind } from "../../domain/bible/kinds.ts";
import { readAge } from "../../domain/import/age-cell.ts";
import { genderOf, roleOf } from "../../domain/import/cell-words.ts";
import type { ImportTable } from "../../domain/import/table.ts";
import type { TextLine } from "./lines.ts";
import { type ListLine, listLine, listTable, nameLine } from "./parse-list.ts";

/** Fewer lines are ordinary talk. */
const MIN_LINES = 4;
const MIN_ANNOUNCED = 2;

export interface ListWishes {
  readonly announced: boolean;
  readonly said: string;
  readonly kind: EntryKind | undefined;
}

/**
 * Lines that are entries, one each. Where nobody announced them half of them must be numbered scene headings or tell an
 * age, a gender or a part, and without marks or a line like "characters:" before them all must: a list of things to do
 * has names and words in it too.
 */
export function findList(lines: readonly TextLine[], wishes: ListWishes): ImportTable | undefined {
  const body = lines.filter((line) => line.text.trim() !== "");
  if (body.length < (wishes.announced ? 1 : MIN_LINES)) return undefined;
  const [only, ...others] = body;
  const names =
    wishes.announced && wishes.kind !== undefined && only && others.length === 0 ? nameLine(only) : undefined;
  if (names) return listTable(names, wishes.said);
  const entries = body.map(listLine);
  return wishes.announced ? announced(entries, wishes) : unannounced(entries, wishes);
}

/** Lines that are no entries are left out while most are. */
function announced(
  entries: readonly (ListLine | undefined)[],
  { said, kind }: ListWishes,
): ImportTable | undefined {
  const found = entries.filter((entry) => entry !== undefined);
  const enough = found.length >= (kind === undefined ? MIN_ANNOUNCED : 1);
  if (!enough || found.length * 2 <= entries.length) return undefined;
  return { ...listTable(found, said), unread: entries.length - found.length };
}

function unannounced(
  entries: readonly (ListLine | undefined)[],
  { said, kind }: ListWishes,
): ImportTable | undefined {
  const found = entries.filter((entry) => entry !== undefined);
  if (found.length < entries.length) return undefined;
  const sure = found.filter(tellsEntry).length;
  const set = found.every((entry) => entry.marked) || kind !== undefined;
  if (!set && sure < found.length) return undefined;
  return sure * 2 >= found.length ? listTable(found, said) : undefined;
}

const tellsEntry = ({ type, row, marked }: ListLine): boolean =>
  type === "scene"
    ? marked
    : type === "told" &&
      row.cells
        .slice(1)
        .some(
          ({ text }) =>
            readAge(text) !== undefined || genderOf(text) !== undefined || roleOf(text) !== undefined,
        );
