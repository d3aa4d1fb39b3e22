import { CloseButton } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useApp } from "../state/app-context.ts";
import css from "./notices.module.css";

/** What went wrong lately. Each stays until it is closed: nobody reads as fast as a timer. */
export function Notices(): ReactNode {
  const { notices, dismiss } = useApp();
  return (
    <div role="alert" className={css.notices}>
      {notices.map(({ id, problem }) => (
        <div key={id} className={css.notice}>
          <CircleAlert size={16} aria-hidden="true" />
          <p>
            <strong>{problem.message}</strong> {problem.hint}
            {problem.reference !== undefined && (
              <span className="quiet"> Reference {problem.reference}.</span>
            )}
          </p>
          <CloseButton size="sm" aria-label="Close this notice" onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
