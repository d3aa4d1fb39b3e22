import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useEffect, useRef } from "react";
import type { Entry } from "../api/wire.ts";
import { Loading } from "../shell/loading.tsx";
import { ProblemNote } from "../shell/problem-note.tsx";
import { useApp } from "../state/app-context.ts";
import { useResource } from "../state/use-resource.ts";
import { VersionsTable } from "./versions-table.tsx";

interface Props {
  readonly entry: Entry;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function VersionsDialog({ entry, opened, onClose }: Props): ReactNode {
  const small = useMediaQuery("(max-width: 43em)", false, { getInitialValueInEffect: false });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Versions of ${entry.name}`}
      size="min(64rem, 94vw)"
      fullScreen={small}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Versions entry={entry} onClose={onClose} />
    </Modal>
  );
}

function Versions({ entry, onClose }: Pick<Props, "entry" | "onClose">): ReactNode {
  const { client } = useApp();
  const { data, problem, refresh } = useResource(entry.id, (signal) => client.versions(entry.id, signal));
  const read = useRef(entry.version);
  useEffect(() => {
    if (read.current === entry.version) return;
    read.current = entry.version;
    // What is there stays to be read until the newer versions are.
    refresh();
  }, [entry.version, refresh]);
  if (data !== undefined) return <VersionsTable entry={entry} versions={data} onClose={onClose} />;
  if (problem !== undefined) return <ProblemNote problem={problem} onRetry={refresh} />;
  return <Loading label="Loading the versions" />;
}
