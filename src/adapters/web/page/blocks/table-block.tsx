import { type ReactNode, useId } from "react";
import type { BlockOf } from "../api/wire.ts";
import { changedCells } from "./changed-cells.ts";
import css from "./table-block.module.css";
import { TableCell } from "./table-cell.tsx";

/** Rows beside one another; what is wider than the page scrolls inside, the first column staying in view. */
export function TableBlock({ block }: { readonly block: BlockOf<"table"> }): ReactNode {
  const noteId = useId();
  const { title, columns, rows, note } = block;
  const changed = changedCells(columns, rows);
  const [first = "", ...others] = columns;
  return (
    <div className={css.frame}>
      <section
        className={`scroll ${css.box}`}
        aria-label={title ?? "Table"}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <table className={css.table} aria-describedby={note === undefined ? undefined : noteId}>
          {title !== undefined && <caption className={css.caption}>{title}</caption>}
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {others.map((column, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places, and two may have one name.
                <th key={index} scope="col" data-result={column === RESULT || undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([head = "", ...cells], row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their places, and may be the same.
              <tr key={row}>
                <th scope="row">{head}</th>
                {others.map((column, index) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                    key={index}
                    data-changed={changed[row]?.[index + 1] || undefined}
                    data-result={column === RESULT || undefined}
                  >
                    <TableCell text={cells[index] ?? ""} changed={changed[row]?.[index + 1] === true} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {note !== undefined && (
        <p id={noteId} className={css.note}>
          {note}
        </p>
      )}
    </div>
  );
}

/** The head of the column that says what comes out of the others. */
const RESULT = "Becomes";
