import { type DragEvent, type ReactNode, useState } from "react";
import { MAX_FILE_BYTES, MAX_FILES } from "../api/upload.ts";
import { fileSize } from "../text/format.ts";
import css from "./drop-zone.module.css";

interface Props {
  readonly onFiles: (files: Iterable<File>) => void;
  readonly children: ReactNode;
}

/** The whole talk takes files. A pointer's way only: the composer's button is the keyboard's. */
export function DropZone({ onFiles, children }: Props): ReactNode {
  const [depth, setDepth] = useState(0);
  const ifFiles =
    (act: () => void) =>
    (event: DragEvent): void => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      act();
    };
  const take = (files: FileList): void => {
    setDepth(0);
    onFiles(files);
  };
  return (
    <section
      className={css.zone}
      aria-label="Session"
      onDragEnter={ifFiles(() => setDepth((count) => count + 1))}
      onDragLeave={ifFiles(() => setDepth((count) => Math.max(0, count - 1)))}
      onDragOver={ifFiles(() => undefined)}
      onDrop={(event) => ifFiles(() => take(event.dataTransfer.files))(event)}
    >
      {children}
      {depth > 0 && (
        <div className={css.veil}>
          <p>
            <strong>Drop to attach</strong>
            <br />
            up to {MAX_FILES} files, {fileSize(MAX_FILE_BYTES)} each
          </p>
        </div>
      )}
    </section>
  );
}
