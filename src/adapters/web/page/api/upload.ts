import { Problem, problemOf } from "./problem.ts";
import type { Turn } from "./wire.ts";

/** The server's own limits, told before anything is sent. */
export const MAX_FILES = 10;
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

export interface Upload {
  readonly files: readonly File[];
  readonly fields: Readonly<Record<string, string>>;
  readonly token: string | undefined;
  /** Share of the bytes sent so far, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** XMLHttpRequest, because fetch does not tell how much of a body has been sent. */
export function upload({ files, fields, token, onProgress }: Upload): Promise<Turn> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append("files", file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/chat/upload");
    request.responseType = "json";
    if (token !== undefined) request.setRequestHeader("authorization", `Bearer ${token}`);
    request.upload.onprogress = (event) => onProgress(event.total === 0 ? 0 : event.loaded / event.total);
    request.onload = () =>
      request.status < 300
        ? resolve(request.response as Turn)
        : reject(problemOf(request.status, request.response));
    request.onerror = () =>
      reject(new Problem(0, "The upload did not arrive.", "Check the connection and send the files again."));
    request.send(form);
  });
}
