import { useCallback, useState } from "react";
import { Problem } from "../api/problem.ts";
import { MAX_FILE_BYTES, MAX_FILES } from "../api/upload.ts";
import { useApp } from "../state/app-context.ts";
import { fileSize } from "../text/format.ts";

export interface Attachments {
  readonly files: readonly File[];
  /** Share sent, 0 to 1, while an upload runs. */
  readonly progress: number | undefined;
  readonly add: (files: Iterable<File>) => void;
  readonly remove: (file: File) => void;
  /** Sends them all with the words beside them; they stay when it fails. Answers whether it went well. */
  readonly send: (text: string) => Promise<boolean>;
}

type SendFiles = (
  files: readonly File[],
  text: string,
  onProgress: (share: number) => void,
) => Promise<boolean>;

/** Files waiting in the composer. What the server would refuse is refused here, before it is sent. */
export function useAttachments(sendFiles: SendFiles): Attachments {
  const { report } = useApp();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [progress, setProgress] = useState<number>();

  const add = useCallback(
    (given: Iterable<File>) => {
      const wanted = [...given];
      const fit = wanted.filter(({ size }) => size <= MAX_FILE_BYTES);
      const tooLarge = wanted.filter(({ size }) => size > MAX_FILE_BYTES);
      for (const { name, size } of tooLarge) report(tooLargeProblem(name, size));
      if (files.length + fit.length > MAX_FILES) report(tooManyProblem());
      setFiles([...files, ...fit].slice(0, MAX_FILES));
    },
    [files, report],
  );
  const remove = useCallback((file: File) => setFiles((held) => held.filter((each) => each !== file)), []);
  const send = useCallback(
    async (text: string) => {
      setProgress(0);
      const sent = await sendFiles(files, text, setProgress);
      setProgress(undefined);
      if (sent) setFiles([]);
      return sent;
    },
    [files, sendFiles],
  );
  return { files, progress, add, remove, send };
}

function tooLargeProblem(name: string, size: number): Problem {
  const most = fileSize(MAX_FILE_BYTES);
  return new Problem(
    413,
    `${name} is ${fileSize(size)}; at most ${most} fit.`,
    "Send a smaller file, or split it.",
  );
}

function tooManyProblem(): Problem {
  return new Problem(
    413,
    `At most ${MAX_FILES} files fit in one message.`,
    "Send the others in the next one.",
  );
}
