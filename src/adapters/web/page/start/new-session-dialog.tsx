import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import type { NewSession } from "../api/client.ts";
import type { SessionSummary } from "../api/wire.ts";
import { Loading } from "../shell/loading.tsx";
import { ProblemNote } from "../shell/problem-note.tsx";
import { useApp } from "../state/app-context.ts";
import { useResource } from "../state/use-resource.ts";
import { SlateForm } from "./slate-form.tsx";

interface Props {
  readonly opened: boolean;
  readonly sessions: readonly SessionSummary[];
  /** The film of the session that is open: the likeliest to talk about next. */
  readonly current: string | undefined;
  readonly onClose: () => void;
  readonly onStart: (wanted: NewSession) => Promise<void>;
}

export function NewSessionDialog({ opened, onClose, ...rest }: Props): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="New session"
      size="34rem"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Slate {...rest} />
    </Modal>
  );
}

function Slate({ sessions, current, onStart }: Omit<Props, "opened" | "onClose">): ReactNode {
  const { client } = useApp();
  const { data, problem, refresh } = useResource("projects", (signal) => client.projects(signal));
  if (data === undefined) {
    if (problem !== undefined) return <ProblemNote problem={problem} onRetry={refresh} />;
    return <Loading label="Loading your films" />;
  }
  const films = data.map(({ id, title }) => {
    const talks = sessions.filter(({ project_id }) => project_id === id).length;
    return { id, title, talks };
  });
  const first = films.filter(({ id }) => id === current);
  return <SlateForm projects={[...first, ...films.filter(({ id }) => id !== current)]} onStart={onStart} />;
}
