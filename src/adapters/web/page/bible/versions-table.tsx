import { Button, VisuallyHidden } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import type { Entry, Version } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import { compareVersions, differsFromNow, type VersionRow } from "./compare-versions.ts";
import { VersionHead } from "./version-head.tsx";
import css from "./versions-table.module.css";

const SHOWN_FIRST = 5;

interface Props {
  readonly entry: Entry;
  /** Newest first; the first is what the entry says now. */
  readonly versions: readonly Version[];
  readonly onClose: () => void;
}

/** What an entry said over time, a column a version. What is wider than the dialog scrolls inside; the fields' names stay in view. */
export function VersionsTable({ entry, versions, onClose }: Props): ReactNode {
  const [older, setOlder] = useState(false);
  const [whole, setWhole] = useState(false);
  const box = useRef<HTMLElement>(null);
  const shown = older ? versions : versions.slice(0, SHOWN_FIRST);
  const hidden = versions.length - shown.length;
  const { changed, same } = compareVersions(shown);
  const rows = whole || changed.length === 0 ? [...changed, ...same] : changed;
  const showOlder = (): void => {
    setOlder(true);
    // The button is gone with its press; what it showed is read next.
    box.current?.focus();
  };
  return (
    <>
      {versions.length < 2 && <p className={css.about}>This is its first version. Nothing differs yet.</p>}
      {versions.length > 1 && entry.status === "locked" && (
        <p className={css.about}>It is locked: unlock it to bring a version back.</p>
      )}
      <section
        ref={box}
        className={`scroll ${css.box}`}
        aria-label={`Versions of ${entry.name} side by side`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <table className={css.table}>
          <Head entry={entry} versions={shown} changed={changed} onClose={onClose} />
          <tbody>
            {rows.map((row) => (
              <Row key={row.field} kind={entry.kind} row={row} versions={shown} />
            ))}
          </tbody>
        </table>
      </section>
      <div className={css.ways}>
        {changed.length > 0 && same.length > 0 && (
          <Button {...WAY} aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? "Show only what differs" : `Show ${same.length} more that stayed the same`}
          </Button>
        )}
        {hidden > 0 && (
          <Button {...WAY} onClick={showOlder}>
            Show {hidden} older
          </Button>
        )}
      </div>
    </>
  );
}

interface HeadProps extends Props {
  readonly changed: readonly VersionRow[];
}

function Head({ entry, versions, changed, onClose }: HeadProps): ReactNode {
  return (
    <thead>
      <tr>
        <th scope="col">Field</th>
        {versions.map((version, index) => (
          <VersionHead
            key={version.change_id}
            entry={entry}
            version={version}
            now={index === 0}
            differs={differsFromNow(changed, index)}
            onClose={onClose}
          />
        ))}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly kind: string;
  readonly row: VersionRow;
  readonly versions: readonly Version[];
}

function Row({ kind, row, versions }: RowProps): ReactNode {
  const { labelOf } = useTalkTools();
  return (
    <tr>
      <th scope="row">{labelOf(row.field, kind)}</th>
      {versions.map(({ change_id }, index) => {
        const { text, differs } = row.cells[index] ?? NO_CELL;
        return (
          <td key={change_id} data-differs={differs || undefined}>
            {text === "" ? <span className={css.nothing}>not said</span> : text}
            {differs && <VisuallyHidden> (differs from now)</VisuallyHidden>}
          </td>
        );
      })}
    </tr>
  );
}

const NO_CELL = { text: "", differs: false };
const WAY = { variant: "subtle", color: "gray", size: "compact-sm" } as const;
