import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { SessionSwitch } from "../sessions/session-switch.tsx";
import { Sidebar } from "../sessions/sidebar.tsx";
import { NewSessionDialog } from "../start/new-session-dialog.tsx";
import { Welcome } from "../start/welcome.tsx";
import { Loading } from "./loading.tsx";
import { ProblemNote } from "./problem-note.tsx";
import { Room } from "./room.tsx";
import css from "./shell.module.css";
import { SideDrawer } from "./side-drawer.tsx";
import { type ShellState, useShell } from "./use-shell.ts";

/** The page: sessions at the left, the open one beside them. Without any, the slate to begin with. */
export function Shell(): ReactNode {
  const shell = useShell();
  const { session_id, sessions } = shell;
  if (session_id !== undefined) return <Page shell={shell} session_id={session_id} />;
  const { data, problem, refresh } = sessions;
  if (problem !== undefined) return <ProblemNote problem={problem} onRetry={refresh} />;
  if (data === undefined || data.length > 0) return <Loading label="Loading your sessions" />;
  return <Welcome onStart={shell.start} />;
}

function Page({ shell, session_id }: { readonly shell: ShellState; readonly session_id: string }): ReactNode {
  const { sessions, commands, opened, open, pick, start } = shell;
  const beside = useMediaQuery("(min-width: 75em)", true, { getInitialValueInEffect: false });
  const known = sessions.data ?? [];
  const current = known.find(({ id }) => id === session_id)?.project_id;
  const close = (): void => open(undefined);
  const openSwitch = (): void => open("switch");
  const openNew = (): void => open("new");
  const sidebar = (
    <Sidebar sessions={known} current={session_id} onPick={pick} onNew={openNew} onSwitch={openSwitch} />
  );
  return (
    <div className={css.page}>
      <div className={`stripes ${css.stick}`} aria-hidden="true" />
      <div className={css.columns}>
        {beside ? (
          <div className={css.left}>{sidebar}</div>
        ) : (
          <SideDrawer side="left" title="Sessions" opened={opened === "sidebar"} onClose={close}>
            {sidebar}
          </SideDrawer>
        )}
        <Room
          key={session_id}
          session_id={session_id}
          commands={commands}
          onLeft={beside ? undefined : () => open("sidebar")}
          onSwitch={openSwitch}
          onSpoken={sessions.refresh}
        />
      </div>
      <NewSessionDialog
        opened={opened === "new"}
        sessions={known}
        current={current}
        onClose={close}
        onStart={start}
      />
      <SessionSwitch opened={opened === "switch"} sessions={known} onClose={close} onPick={pick} />
    </div>
  );
}
