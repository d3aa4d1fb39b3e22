import { Modal } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import type { SessionSummary } from "../api/wire.ts";
import { newestFirst } from "./by-project.ts";
import css from "./session-switch.module.css";

interface Props {
  readonly opened: boolean;
  readonly sessions: readonly SessionSummary[];
  readonly onClose: () => void;
  readonly onPick: (session_id: string) => void;
}

/** Ctrl+K: a few letters of a film or a session, Enter. */
export function SessionSwitch({ opened, sessions, onClose, onPick }: Props): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Switch session"
      size="32rem"
      yOffset="12vh"
      centered={false}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Picker sessions={sessions} onPick={onPick} />
    </Modal>
  );
}

function Picker({ sessions, onPick }: Pick<Props, "sessions" | "onPick">): ReactNode {
  const id = useId();
  const [wanted, setWanted] = useState("");
  const [active, setActive] = useState(0);
  const found = matching(sessions, wanted);

  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const chosen = found[active];
    if (by !== 0 && found.length > 0) setActive((active + by + found.length) % found.length);
    else if (event.key === "Enter" && chosen !== undefined) onPick(chosen.id);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className={css.input}
        role="combobox"
        aria-label="Film or session"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        placeholder="Film or session"
        value={wanted}
        onChange={({ currentTarget }) => {
          setWanted(currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        data-autofocus
      />
      <div id={id} role="listbox" aria-label="Sessions" className={`scroll ${css.list}`}>
        {found.map((session, index) => (
          <div
            key={session.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={css.item}
            onPointerDown={() => onPick(session.id)}
          >
            <strong>{session.project_title}</strong> <span className="quiet">{session.title}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="quiet">No session has that in its name.</p>}
    </>
  );
}

function matching(sessions: readonly SessionSummary[], wanted: string): readonly SessionSummary[] {
  const words = wanted.toLowerCase().split(/\s+/);
  return newestFirst(sessions).filter(({ project_title, title }) => {
    const name = `${project_title} ${title}`.toLowerCase();
    return words.every((word) => name.includes(word));
  });
}
