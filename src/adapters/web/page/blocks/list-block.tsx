import type { ReactNode } from "react";
import type { BlockOf } from "../api/wire.ts";
import { MarkdownView } from "../text/markdown-view.tsx";
import css from "./list-block.module.css";

export function ListBlock({ block }: { readonly block: BlockOf<"list"> }): ReactNode {
  return (
    <div className={css.list}>
      {block.title !== undefined && <p className={css.title}>{block.title}</p>}
      <ul className={css.items}>
        {block.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items are plain text and may be the same.
          <li key={index}>
            <MarkdownView text={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}
