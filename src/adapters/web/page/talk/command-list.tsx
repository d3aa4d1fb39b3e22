import { type ReactNode, useEffect, useRef } from "react";
import css from "./command-list.module.css";
import type { Suggestions } from "./command-suggestions.ts";

interface Props {
  readonly id: string;
  readonly suggestions: Suggestions;
  readonly active: number;
  readonly onPick: (index: number) => void;
}

export const suggestionId = (listId: string, index: number): string => `${listId}-${index}`;

/** The palette above the composer. Focus stays in the composer; it points here with aria-activedescendant. */
export function CommandList({ id, suggestions, active, onPick }: Props): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div className={css.palette}>
      {suggestions.stage === "option" && <Usage suggestions={suggestions} />}
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={suggestions.stage === "command" ? "Commands" : "Values"}
        className={`scroll ${css.list}`}
      >
        {suggestions.items.map(({ label, about, text }, index) => (
          <div
            key={`${label} ${text}`}
            id={suggestionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={css.item}
            onPointerDown={(event) => {
              event.preventDefault();
              onPick(index);
            }}
          >
            <span className={css.name}>{label}</span>
            <span className={css.about}>{about}</span>
          </div>
        ))}
      </div>
      {suggestions.stage === "command" && suggestions.items.length === 0 && (
        <p className={css.none}>No such command. /help lists them all.</p>
      )}
    </div>
  );
}

function Usage({
  suggestions,
}: {
  readonly suggestions: Extract<Suggestions, { stage: "option" }>;
}): ReactNode {
  const { command, option } = suggestions;
  return (
    <div className={css.usage}>
      <code>{command.usage}</code>
      {option !== undefined && (
        <p>
          <strong>{option.name}</strong>
          {!option.required && <span className="quiet"> (may be left out)</span>}
          {option.description !== "" && ` – ${option.description}`}
        </p>
      )}
    </div>
  );
}
