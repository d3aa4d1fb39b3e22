import { VisuallyHidden } from "@mantine/core";
import { type ReactNode, useState } from "react";
import css from "./table-block.module.css";

/** A longer cell is folded, so that one paragraph does not push the rows apart. */
const FOLDED_FROM_CHARS = 140;
const SHOWN_CHARS = 100;

interface Props {
  readonly text: string;
  readonly changed: boolean;
}

export function TableCell({ text, changed }: Props): ReactNode {
  const [opened, setOpened] = useState(false);
  const long = text.length > FOLDED_FROM_CHARS;
  return (
    <>
      {long && !opened ? `${text.slice(0, SHOWN_CHARS).trimEnd()}… ` : text}
      {changed && <VisuallyHidden> (changed)</VisuallyHidden>}
      {long && (
        <button
          type="button"
          className={css.more}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
          aria-label={opened ? "Show less of this cell" : "Show all of this cell"}
        >
          {opened ? "less" : "more"}
        </button>
      )}
    </>
  );
}
