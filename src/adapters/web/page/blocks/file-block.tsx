import { FileText, Film, Image as ImageIcon, Music } from "lucide-react";
import type { ReactNode } from "react";
import { isSafeAddress, withToken } from "../api/with-token.ts";
import { useApp } from "../state/app-context.ts";
import { fileSize } from "../text/format.ts";
import css from "./file-block.module.css";

interface Props {
  readonly file: {
    readonly name: string;
    readonly url: string;
    readonly media_type: string;
    readonly size: number;
  };
}

/** Opens in a tab of its own. An address that is neither the server's own nor http(s) is shown, not linked. */
export function FileBlock({ file }: Props): ReactNode {
  const { token } = useApp();
  const Icon = iconOf(file.media_type);
  const about = `${file.media_type} · ${fileSize(file.size)}`;
  const inside = (
    <>
      <Icon size={20} aria-hidden="true" />
      <span className={css.words}>
        <span className={css.name}>{file.name}</span>
        <span className={css.about}>{about}</span>
      </span>
    </>
  );
  if (!isSafeAddress(file.url)) return <span className={css.file}>{inside}</span>;
  return (
    <a className={css.file} href={withToken(file.url, token())} target="_blank" rel="noreferrer noopener">
      {inside}
    </a>
  );
}

function iconOf(mediaType: string): typeof FileText {
  if (mediaType.startsWith("image/")) return ImageIcon;
  if (mediaType.startsWith("audio/")) return Music;
  return mediaType.startsWith("video/") ? Film : FileText;
}
