import { CornerLeftUp } from "lucide-react";
import type { ReactNode } from "react";
import { useTalkTools } from "../state/talk-context.ts";
import css from "./points.module.css";

interface Props {
  readonly quote: string;
  readonly message_id: string | undefined;
}

/** The words that raised a question; pressing them goes to where they were said. */
export function QuoteLine({ quote, message_id }: Props): ReactNode {
  const { showMessage } = useTalkTools();
  if (message_id === undefined) return <q className={css.quote}>{quote}</q>;
  return (
    <button
      type="button"
      className={css.quote}
      onClick={() => showMessage(message_id)}
      aria-label={`Show the message: “${quote}”`}
    >
      <q>{quote}</q>
      {"\u00a0"}
      <CornerLeftUp size={12} aria-hidden="true" />
    </button>
  );
}
