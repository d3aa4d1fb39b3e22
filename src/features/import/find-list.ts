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
  /** A line that says what the rows are and nothing else stands before them: "locations:". */
  readonly headed: boolean;
  readonly said: string;
  readonly kind: EntryKind | undefined;
}

/**
 * Lines that are entries, one each. Under a heading two are enough where words on them would otherwise be lost: those of
 * a kind that talk says less of than of people, and bare names between told ones. Where nobody announced them half of them must be numbered scene headings or tell an
 * age, a gender or a part, and without marks or a line like "characters:" before them all must: a list of things to do
 * has names and words in it too.
 */
export function findList(lines: readonly TextLine[], wishes: ListWishes): ImportTable | undefined {
  const body = lines.filter((line) => line.text.trim() !== "");
  if (wishes.headed && !wishes.announced && body.length >= MIN_ANNOUNCED) {
    const rows = headed(body.map(listLine), wishes);
    if (rows) return rows;
  }
  if (body.length < (wishes.announced ? 1 : MIN_LINES)) return undefined;
  const [only, ...others] = body;
  const names =
    wishes.announced && wishes.kind !== undefined && only && others.length === 0 ? nameLine(only) : undefined;
  if (names) return listTable(names, wishes.said);
  const entries = body.map(listLine);
  return wishes.announced ? announced(entries, body, wishes) : unannounced(entries, wishes);
}

function headed(
  entries: readonly (ListLine | undefined)[],
  { said, kind }: ListWishes,
): ImportTable | undefined {
  const found = entries.filter((entry) => entry !== undefined);
  if (found.length < entries.length || kind === undefined || kind === "scene") return undefined;
  const told = found.filter(({ type }) => type === "told").length;
  const lost = kind === "character" ? found.length - told : told;
  return told > 0 && lost > 0 ? listTable(found, said) : undefined;
}

/** Lines that are no entries are left out while most are. */
function announced(
  entries: readonly (ListLine | undefined)[],
  body: readonly TextLine[],
  { said, kind }: ListWishes,
): ImportTable | undefined {
  const found = entries.filter((entry) => entry !== undefined);
  const enough = found.length >= (kind === undefined ? MIN_ANNOUNCED : 1);
  if (!enough || found.length * 2 <= entries.length) return undefined;
  return {
    ...listTable(found, said),
    unread: body.flatMap((line, at) => (entries[at] === undefined ? line.text.trim() : [])),
  };
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
