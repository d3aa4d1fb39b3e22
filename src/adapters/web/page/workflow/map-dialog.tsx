import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { LazyMap } from "./lazy-map.ts";
import css from "./map-dialog.module.css";
import type { WorkflowViewProps } from "./workflow-list.tsx";

interface Props extends WorkflowViewProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The map before the page, with room for all of it. */
export function MapDialog({ opened, onClose, ...props }: Props): ReactNode {
  const small = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const { title, version, percent } = props.workflow;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`${title}${version === undefined ? "" : `, version ${version}`}: ${percent} %`}
      size="min(110rem, 96vw)"
      fullScreen={small}
      closeButtonProps={{ "aria-label": "Close the map" }}
      classNames={{ content: css.content ?? "", body: css.body ?? "" }}
    >
      <LazyMap {...props} beside={!small} />
    </Modal>
  );
}
