import { Tabs } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Entry, Schema } from "../api/wire.ts";
import { Loading } from "../shell/loading.tsx";
import { ProblemNote } from "../shell/problem-note.tsx";
import type { ProjectData } from "../state/use-project-data.ts";
import { kindsShown, kindTab } from "../text/kinds.ts";
import css from "./bible.module.css";
import { BibleContext } from "./bible-context.ts";
import { EntryList } from "./entry-list.tsx";
import { useBibleTools } from "./use-bible-tools.ts";

export interface BibleFocus {
  readonly entry_id: string;
  readonly kind: string;
}

interface Props {
  readonly data: ProjectData;
  readonly kind: string;
  readonly onKind: (kind: string) => void;
  /** An entry to open and bring into view. */
  readonly focus: BibleFocus | undefined;
  /** Makes room for the talk where the bible stands before it. */
  readonly onLeave: () => void;
}

export function Bible({ data, kind: wantedKind, onKind, focus, onLeave }: Props): ReactNode {
  const [wanted, setWanted] = useState("");
  const tools = useBibleTools(data, onLeave);
  const { data: entries, problem, refresh } = data.bible;
  const tabs = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another kind, or the first sight of any, is what moves the tabs.
  useEffect(() => {
    tabs.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [wantedKind, entries === undefined]);
  if (entries === undefined) {
    return problem === undefined ? (
      <Loading label="Loading the bible" />
    ) : (
      <ProblemNote problem={problem} onRetry={refresh} />
    );
  }
  const kinds = kindsOf(entries, tools.schema);
  // A kind that the project has no longer, or not yet.
  const kind = kinds.includes(wantedKind) ? wantedKind : "character";
  const shown = entries.filter((entry) => entry.kind === kind);
  return (
    <BibleContext value={tools}>
      <Tabs
        className={css.bible ?? ""}
        value={kind}
        onChange={(next) => next !== null && onKind(next)}
        classNames={{ list: css.tabs ?? "", tab: css.tab ?? "" }}
      >
        <Tabs.List ref={tabs} aria-label="Kinds of entries">
          {kinds.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {kindTab(each, tools.schema)}{" "}
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
    </BibleContext>
  );
}

/** The trade's kinds, then the project's own in its order, then what entries are left of kinds it had. */
function kindsOf(entries: readonly Entry[], schema: Schema | undefined): readonly string[] {
  const own = (schema?.kinds ?? []).map(({ name }) => name);
  return [...new Set([...kindsShown([]), ...own, ...kindsShown(entries.map((entry) => entry.kind))])];
}
