import { type CSSProperties, type ReactNode, useState } from "react";
import type { BlockOf } from "../api/wire.ts";
import { isSafeAddress, withToken } from "../api/with-token.ts";
import { useApp } from "../state/app-context.ts";
import css from "./image-block.module.css";

/** A picture as wide as the talk allows; pressing it opens it whole in a tab of its own. Its words stand in for one that is gone. */
export function ImageBlock({ block }: { readonly block: BlockOf<"image"> }): ReactNode {
  const { token } = useApp();
  const [gone, setGone] = useState(false);
  const { alt, width, height } = block;
  if (gone || !isSafeAddress(block.url)) return <p className={css.words}>{alt}</p>;
  const url = withToken(block.url, token());
  return (
    <a className={css.picture} href={url} target="_blank" rel="noreferrer noopener" title="Open the picture">
      <img src={url} alt={alt} style={shape(width, height)} loading="lazy" onError={() => setGone(true)} />
    </a>
  );
}

const shape = (width: number, height: number) => ({ "--shape": width / height }) as CSSProperties;
