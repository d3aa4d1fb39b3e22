import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { NewSession } from "../api/client.ts";
import type { SessionSummary } from "../api/wire.ts";
import { newestFirst } from "../sessions/by-project.ts";
import { SessionSwitch } from "../sessions/session-switch.tsx";
import { Sidebar } from "../sessions/sidebar.tsx";
import { NewSessionDialog } from "../start/new-session-dialog.tsx";
import { Welcome } from "../start/welcome.tsx";
import { useApp } from "../state/app-context.ts";
import { useResource } from "../state/use-resource.ts";
import { useRoute } from "../state/use-route.ts";
import { Loading } from "./loading.tsx";
import { ProblemNote } from "./problem-note.tsx";
import { Room } from "./room.tsx";
import css from "./shell.module.css";
import { SideDrawer } from "./side-drawer.tsx";

type Opened = "new" | "switch" | "sidebar" | undefined;

/** The page: sessions at the left, the open one beside them. Without any, the slate to begin with. */
export function Shell(): ReactNode {
  const { client, who, report } = useApp();
  const [session_id, go] = useRoute();
  const [opened, setOpened] = useState<Opened>();
  const beside = useMediaQuery("(min-width: 75em)", true, { getInitialValueInEffect: false });
  const sessions = useResource(`sessions ${who.user_id}`, (signal) => client.sessions(who.user_id, signal));
  const commands = useResource("commands", (signal) => client.commands(signal));
  useOpenNewest(sessions.data, session_id);

  const close = useCallback(() => setOpened(undefined), []);
  const pick = useCallback(
    (id: string) => {
      go(id);
      close();
    },
    [go, close],
  );
  const start = useCallback(
    async (wanted: NewSession) => {
      try {
        const made = await client.createSession(who, wanted);
        sessions.refresh();
        pick(made.session_id);
      } catch (thrown) {
        report(thrown);
      }
    },
    [client, who, report, pick, sessions.refresh],
  );

  if (session_id === undefined) {
    if (sessions.problem !== undefined)
      return <ProblemNote problem={sessions.problem} onRetry={sessions.refresh} />;
    if (sessions.data === undefined || sessions.data.length > 0)
      return <Loading label="Loading your sessions" />;
    return <Welcome onStart={start} />;
  }
  const known = sessions.data ?? [];
  const openSwitch = (): void => setOpened("switch");
  const sidebar = (
    <Sidebar
      sessions={known}
      current={session_id}
      onPick={pick}
      onNew={() => setOpened("new")}
      onSwitch={openSwitch}
    />
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
          commands={commands.data ?? []}
          onLeft={beside ? undefined : () => setOpened("sidebar")}
          onSwitch={openSwitch}
          onSpoken={sessions.refresh}
        />
      </div>
      <NewSessionDialog opened={opened === "new"} sessions={known} onClose={close} onStart={start} />
      <SessionSwitch opened={opened === "switch"} sessions={known} onClose={close} onPick={pick} />
    </div>
  );
}

/** An address without a session opens the one last spoken in; the back button does not lead through it again. */
function useOpenNewest(
  sessions: readonly SessionSummary[] | undefined,
  session_id: string | undefined,
): void {
  const newest = session_id === undefined ? newestFirst(sessions ?? [])[0]?.id : undefined;
  useEffect(() => {
    if (newest !== undefined) window.location.replace(`#${encodeURIComponent(newest)}`);
  }, [newest]);
}
