import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import type { NewSession } from "../api/client.ts";
import type { SessionSummary } from "../api/wire.ts";
import { SlateForm } from "./slate-form.tsx";

interface Props {
  readonly opened: boolean;
  readonly sessions: readonly SessionSummary[];
  readonly onClose: () => void;
  readonly onStart: (wanted: NewSession) => Promise<void>;
}

export function NewSessionDialog({ opened, sessions, onClose, onStart }: Props): ReactNode {
  const titles = new Map(sessions.map(({ project_id, project_title }) => [project_id, project_title]));
  const projects = [...titles].map(([id, title]) => ({ id, title }));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="New session"
      size="34rem"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <SlateForm projects={projects} onStart={onStart} />
    </Modal>
  );
}
