import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { Entry, Version } from "../api/wire.ts";
import { clockTime } from "../text/format.ts";
import { useNow } from "../text/use-now.ts";
import { useBible } from "./bible-context.ts";
import { entryLine } from "./entry-line.ts";
import css from "./versions-table.module.css";

interface Props {
  readonly entry: Entry;
  readonly version: Version;
  /** It is what the entry says at present. */
  readonly now: boolean;
  readonly differs: boolean;
  readonly onClose: () => void;
}

/** Which version a column is, who made it and when, and the way back to it. */
export function VersionHead({ entry, version, now, differs, onClose }: Props): ReactNode {
  const { personName, idFor, send } = useBible();
  const time = useNow();
  const known = personName(version.by);
  const person = known === version.by ? (version.by_name ?? known) : known;
  const bringBack = (): void => {
    onClose();
    send(entryLine(entry, "restore", { rest: String(version.version), id: idFor(entry) }));
  };
  return (
    <th scope="col" data-now={now || undefined}>
      <span className={css.version}>{now ? "Now" : `v${version.version}`}</span>
      <span className={css.who}>{person}</span>
      <span className={css.who}>{clockTime(version.at, time)}</span>
      {!now && !differs && <span className={css.same}>same values as now</span>}
      {!now && differs && entry.status !== "locked" && (
        <Button
          className={css.back ?? ""}
          variant="default"
          size="compact-xs"
          onClick={bringBack}
          aria-label={`Bring back version ${version.version}`}
        >
          Bring back
        </Button>
      )}
    </th>
  );
}
