import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import css from "./side-drawer.module.css";

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly side: "left" | "right";
  readonly title: string;
  readonly children: ReactNode;
}

/** A side of the page where there is no room for it beside the talk. */
export function SideDrawer({ opened, onClose, side, title, children }: Props): ReactNode {
  return (
    <Drawer
      opened={opened}
      onClose={() => {
        if (!isCovered()) onClose();
      }}
      position={side}
      size={side === "left" ? "min(20rem, 88vw)" : "min(25rem, 94vw)"}
      title={title}
      closeButtonProps={{ "aria-label": `Close ${title.toLowerCase()}` }}
      classNames={{ content: css.content ?? "", body: css.body ?? "", header: css.header ?? "" }}
    >
      {children}
    </Drawer>
  );
}

/** Escape closes the dialog in front alone, and both hear it. */
const isCovered = (): boolean => document.querySelectorAll('[role="dialog"][aria-modal="true"]').length > 1;
