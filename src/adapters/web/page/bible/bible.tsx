import { Tabs } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Entry } from "../api/wire.ts";
import { Loading } from "../shell/loading.tsx";
import { ProblemNote } from "../shell/problem-note.tsx";
import type { Resource } from "../state/use-resource.ts";
import { kindsShown, kindTab } from "../text/kinds.ts";
import css from "./bible.module.css";
import { EntryList } from "./entry-list.tsx";

export interface BibleFocus {
  readonly entry_id: string;
  readonly kind: string;
}

interface Props {
  readonly bible: Resource<readonly Entry[]>;
  readonly kind: string;
  readonly onKind: (kind: string) => void;
  /** An entry to open and bring into view. */
  readonly focus: BibleFocus | undefined;
}

export function Bible({ bible, kind, onKind, focus }: Props): ReactNode {
  const [wanted, setWanted] = useState("");
  const entries = bible.data;
  if (entries === undefined) {
    return bible.problem === undefined ? (
      <Loading label="Loading the bible" />
    ) : (
      <ProblemNote problem={bible.problem} onRetry={bible.refresh} />
    );
  }
  const kinds = kindsShown(entries.map((entry) => entry.kind));
  const shown = entries.filter((entry) => entry.kind === kind);
  return (
    <Tabs
      className={css.bible ?? ""}
      value={kind}
      onChange={(next) => next !== null && onKind(next)}
      classNames={{ list: css.tabs ?? "", tab: css.tab ?? "" }}
    >
      <Tabs.List aria-label="Kinds of entries">
        {kinds.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {kindTab(each)}{" "}
            <span className={css.count}>{entries.filter((entry) => entry.kind === each).length}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={kind} className={`scroll ${css.panel}`} tabIndex={0}>
        <EntryList
          kind={kind}
          entries={shown}
          focusId={focus?.entry_id}
          wanted={wanted}
          onWanted={setWanted}
        />
      </Tabs.Panel>
    </Tabs>
  );
}
