import { CornerLeftUp } from "lucide-react";
import type { ReactNode } from "react";
import type { BlockOf } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import { clockTime } from "../text/format.ts";
import { useNow } from "../text/use-now.ts";
import css from "./citation-block.module.css";

/** The words that prove an answer; pressing them goes to where they were said. */
export function CitationBlock({ block }: { readonly block: BlockOf<"citation"> }): ReactNode {
  const { showMessage, nameOf } = useTalkTools();
  const now = useNow();
  const said = `${nameOf(block.by)}, ${clockTime(block.at, now)}`;
  return (
    <button
      type="button"
      className={css.citation}
      onClick={() => showMessage(block.message_id)}
      aria-label={`Show the message: “${block.quote}”, ${said}`}
    >
      <q className={css.quote}>{block.quote}</q>
      <span className={css.source}>
        <CornerLeftUp size={13} aria-hidden="true" /> {said}
      </span>
    </button>
  );
}
