import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { Plus, Search } from "lucide-react";
import type { ReactNode } from "react";
import type { SessionSummary } from "../api/wire.ts";
import { SchemeSwitch } from "../shell/scheme-switch.tsx";
import { IdentityNote } from "./identity-note.tsx";
import { SessionList } from "./session-list.tsx";
import css from "./sidebar.module.css";

interface Props {
  readonly sessions: readonly SessionSummary[];
  readonly current: string | undefined;
  readonly onPick: (session_id: string) => void;
  readonly onNew: () => void;
  readonly onSwitch: () => void;
}

export function Sidebar({ sessions, current, onPick, onNew, onSwitch }: Props): ReactNode {
  return (
    <div className={css.sidebar}>
      <header className={css.head}>
        <span className={css.mark}>Backlot</span>
        <Tooltip label="Switch session (Ctrl K)">
          <ActionIcon aria-label="Switch session" aria-keyshortcuts="Control+K" onClick={onSwitch}>
            <Search size={16} />
          </ActionIcon>
        </Tooltip>
      </header>
      <div className={css.new}>
        <Button fullWidth variant="default" leftSection={<Plus size={15} />} onClick={onNew}>
          New session
        </Button>
      </div>
      <SessionList sessions={sessions} current={current} onPick={onPick} />
      <footer className={css.foot}>
        <IdentityNote />
        <SchemeSwitch />
      </footer>
    </div>
  );
}
