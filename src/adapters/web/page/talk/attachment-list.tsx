import { CloseButton } from "@mantine/core";
import type { ReactNode } from "react";
import { fileSize } from "../text/format.ts";
import css from "./attachment-list.module.css";
import type { Attachments } from "./use-attachments.ts";

export function AttachmentList({ attachments }: { readonly attachments: Attachments }): ReactNode {
  const { files, progress, remove } = attachments;
  if (files.length === 0) return null;
  return (
    <ul className={css.list} aria-label="Files to send">
      {files.map((file) => (
        <li key={`${file.name}-${file.size}-${file.lastModified}`} className={css.file}>
          <span className={css.name}>{file.name}</span>
          <span className={css.about}>
            {file.type === "" ? "unknown type" : file.type} · {fileSize(file.size)}
          </span>
          {progress === undefined && (
            <CloseButton size="sm" aria-label={`Do not send ${file.name}`} onClick={() => remove(file)} />
          )}
        </li>
      ))}
      {progress !== undefined && (
        <li className={css.progress}>
          <progress value={progress} max={1} aria-label="Upload" /> {Math.round(progress * 100)} %
        </li>
      )}
    </ul>
  );
}
