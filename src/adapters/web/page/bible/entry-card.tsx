import { ChevronDown, RefreshCw } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Entry, Schema } from "../api/wire.ts";
import { KindMark } from "../blocks/kind-mark.tsx";
import { fieldText } from "../text/format.ts";
import { useBible } from "./bible-context.ts";
import css from "./entry-card.module.css";
import { EntryFacts } from "./entry-facts.tsx";
import { StatusMark } from "./status-mark.tsx";

interface Props {
  readonly entry: Entry;
  readonly focused: boolean;
}

/** One entry: a line that says who or what it is, and its facts when opened. */
export function EntryCard({ entry, focused }: Props): ReactNode {
  const id = useId();
  const { schema, marksOf } = useBible();
  const [opened, setOpened] = useState(focused);
  const head = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!focused) return;
    setOpened(true);
    head.current?.scrollIntoView({ block: "center" });
    head.current?.focus({ preventScroll: true });
  }, [focused]);
  return (
    <article className={css.card} data-opened={opened || undefined}>
      <KindMark kind={entry.kind} fields={{ heading: entry.name, ...entry.fields }} />
      <div className={css.body}>
        <h3 className={css.heading}>
          <button
            ref={head}
            type="button"
            className={css.head}
            aria-expanded={opened}
            aria-controls={id}
            onClick={() => setOpened(!opened)}
          >
            <span className={css.words}>
              <span className={css.name} data-kind={entry.kind}>
                {entry.name}
              </span>
              <span className={css.line}>{lineOf(entry, schema)}</span>
              {marksOf(entry.id).length > 0 && (
                <span className={css.stale}>
                  <RefreshCw size={12} aria-hidden="true" /> may be out of date
                </span>
              )}
            </span>
            <StatusMark status={entry.status} />
            <ChevronDown className={css.chevron} size={15} aria-hidden="true" />
          </button>
        </h3>
        <div id={id} hidden={!opened}>
          {opened && <EntryFacts entry={entry} />}
        </div>
      </div>
    </article>
  );
}

/** How many of its own fields a project's own kind shows in one line. */
const OWN_SHOWN = 3;

/** What one wants to know first of each kind. */
function lineOf({ kind, fields }: Entry, schema: Schema | undefined): string {
  const wanted: Readonly<Record<string, readonly string[]>> = {
    character: ["age", "age_range", "occupation", "role"],
    scene: ["summary"],
    location: ["description", "int_ext"],
    prop: ["description", "owner"],
  };
  if (kind === "relationship")
    return `${fieldText(fields.from)} is ${fieldText(fields.type)} of ${fieldText(fields.to)}`;
  const own = schema?.fields.filter((field) => field.kind === kind).map(({ name }) => name) ?? [];
  return (wanted[kind] ?? ["description", ...own.slice(0, OWN_SHOWN)])
    .map((name) => fieldText(fields[name]))
    .filter((text) => text !== "")
    .join(", ");
}
