import { Readable } from "node:stream";
import { AppError, UserError } from "../../domain/errors.ts";
import type { PostedFileRef } from "../../ports/platform.ts";
import { isRefusal } from "./failure.ts";
import type { Link } from "./link.ts";

/** Where Slack keeps what people post (https://docs.slack.dev/reference/objects/file-object). */
const HOST = "files.slack.com";

/**
 * Opens a posted file with the bot's token, which goes to Slack's own address and nowhere else: no redirection is
 * followed. Without the scope files:read Slack sends its login page instead, or there.
 */
export async function openFile(
  link: Link,
  apiUrl: string | undefined,
  file: PostedFileRef,
  signal: AbortSignal,
): Promise<Readable> {
  const address = file.source.url ?? (await addressOf(link, file));
  if (address === undefined) throw gone(file);
  if (!isSlacks(address, apiUrl)) throw elsewhere(file);
  const headers = { authorization: `Bearer ${link.web.token ?? ""}` };
  const response = await fetch(address, { headers, signal, redirect: "manual" });
  const login = response.headers.get("content-type")?.startsWith("text/html") && !/\.html?$/i.test(file.name);
  if (response.ok && response.body && !login) return Readable.fromWeb(response.body);
  await response.body?.cancel();
  if (response.status >= 500 || response.status === 429)
    throw new AppError("unavailable", `Slack answers ${response.status} for a file`, { retryable: true });
  throw response.status === 404 ? gone(file) : notAllowed(file);
}

async function addressOf({ web, bolt }: Link, file: PostedFileRef): Promise<string | undefined> {
  try {
    const { file: told } = await web.files.info({ file: file.source.platform_id });
    return told?.url_private;
  } catch (error) {
    if (isRefusal(error, "missing_scope", bolt)) throw notAllowed(file);
    if (error instanceof bolt.webApi.WebAPIPlatformError) return undefined;
    throw error;
  }
}

/** A server that stands in for Slack keeps the files, too. */
function isSlacks(address: string, apiUrl: string | undefined): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== "" || url.password !== "") return false;
  if (apiUrl !== undefined) return url.origin === new URL(apiUrl).origin;
  return url.protocol === "https:" && url.port === "" && url.hostname === HOST;
}

const gone = ({ name }: PostedFileRef): UserError =>
  new UserError("not_found", `I cannot get ${name} from Slack any more.`, "Post it once more.");

const elsewhere = ({ name }: PostedFileRef): UserError =>
  new UserError("unsupported_type", `${name} is kept outside of Slack.`, "Post the file itself.");

const notAllowed = ({ name }: PostedFileRef): UserError =>
  new UserError(
    "forbidden",
    `I may not open ${name}: this workspace has not given me the permission files:read.`,
    "Whoever installed me adds it and installs me once more.",
  );
