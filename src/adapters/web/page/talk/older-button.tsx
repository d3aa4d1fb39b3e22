import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import css from "./message-log.module.css";

export function OlderButton({ onLoad }: { readonly onLoad: () => Promise<unknown> }): ReactNode {
  const [busy, setBusy] = useState(false);
  const load = async (): Promise<void> => {
    setBusy(true);
    await onLoad();
    setBusy(false);
  };
  return (
    <div className={css.older}>
      <Button variant="subtle" color="gray" size="compact-sm" loading={busy} onClick={load}>
        Show earlier messages
      </Button>
    </div>
  );
}
