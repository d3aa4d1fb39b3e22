import type { Link } from "./link.ts";

const TRIES = 2;
const UPLOAD_TIMEOUT_MS = 60_000;

/**
 * Brings bytes to Slack as a file that nobody sees before its upload is completed, and answers its id
 * (https://docs.slack.dev/messaging/working-with-files). A second try is another file; the half one is dropped by Slack.
 */
export async function uploadBytes(
  { web }: Pick<Link, "web">,
  filename: string,
  bytes: Buffer,
): Promise<string> {
  for (let left = TRIES - 1; ; left -= 1) {
    const { upload_url, file_id } = await web.files.getUploadURLExternal({ filename, length: bytes.length });
    if (upload_url === undefined || file_id === undefined) throw new Error("Slack names no place for a file");
    const failure = await send(upload_url, bytes);
    if (failure === undefined) return file_id;
    if (left === 0) throw failure;
  }
}

async function send(url: string, bytes: Buffer): Promise<Error | undefined> {
  try {
    const { ok, status } = await fetch(url, {
      method: "POST",
      body: new Uint8Array(bytes),
      headers: { "content-type": "application/octet-stream" },
      signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
    });
    return ok ? undefined : new Error(`Slack answered ${status} to the bytes of a file`);
  } catch (cause) {
    return new Error("the bytes of a file did not arrive at Slack", { cause });
  }
}
