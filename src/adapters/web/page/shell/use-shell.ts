import { useCallback, useEffect, useState } from "react";
import type { NewSession } from "../api/client.ts";
import type { CommandInfo, SessionSummary } from "../api/wire.ts";
import { newestFirst } from "../sessions/by-project.ts";
import { useApp } from "../state/app-context.ts";
import { type Resource, useResource } from "../state/use-resource.ts";
import { useRoute } from "../state/use-route.ts";

type Opened = "new" | "switch" | "sidebar" | undefined;

export interface ShellState {
  readonly session_id: string | undefined;
  readonly sessions: Resource<readonly SessionSummary[]>;
  readonly commands: readonly CommandInfo[];
  /** The dialog or drawer in front of the page. */
  readonly opened: Opened;
  readonly open: (what: Opened) => void;
  /** Goes to a session and closes what is in front. */
  readonly pick: (session_id: string) => void;
  readonly start: (wanted: NewSession) => Promise<void>;
}

export function useShell(): ShellState {
  const { client, who, report } = useApp();
  const [session_id, go] = useRoute();
  const [opened, open] = useState<Opened>();
  const sessions = useResource(`sessions ${who.user_id ?? "of the token"}`, (signal) =>
    client.sessions(who.user_id, signal),
  );
  const commands = useResource("commands", (signal) => client.commands(signal));
  useOpenNewest(sessions.data, session_id);

  const pick = useCallback(
    (id: string) => {
      go(id);
      open(undefined);
    },
    [go],
  );
  const { refresh } = sessions;
  const start = useCallback(
    async (wanted: NewSession) => {
      try {
        const made = await client.createSession(who, wanted);
        refresh();
        pick(made.session_id);
      } catch (thrown) {
        report(thrown);
      }
    },
    [client, who, report, pick, refresh],
  );
  return { session_id, sessions, commands: commands.data ?? NO_COMMANDS, opened, open, pick, start };
}

const NO_COMMANDS: readonly CommandInfo[] = [];

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
