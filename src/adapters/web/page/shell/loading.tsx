import { Loader } from "@mantine/core";
import type { ReactNode } from "react";
import css from "./loading.module.css";

export function Loading({ label }: { readonly label: string }): ReactNode {
  return (
    <div className={css.loading} role="status" aria-label={label}>
      <Loader size="sm" type="dots" />
    </div>
  );
}
