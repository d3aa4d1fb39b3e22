import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import type { StoredFile } from "../../domain/message.ts";
import type { Blobs } from "../../ports/blobs.ts";
import { MAX_SOURCE_BYTES, tooLarge } from "./definition/read-yaml.ts";

const DEFINITION = /\.(?:ya?ml|txt)$/i;

/**
 * The text of a workflow that somebody sent with a command: the file beside it, or what stands below its line, fenced or
 * not. Undefined when nothing was sent. Throws UserError for a file that cannot be taken, before it is read whole.
 */
export async function sentDefinition(blobs: Blobs, turn: Turn): Promise<string | undefined> {
  const files = turn.event.type === "message" ? (turn.event.files ?? []) : [];
  const file = files.find(({ name }) => DEFINITION.test(name));
  if (file) return readFile(blobs, file);
  if (files.length > 0)
    throw new UserError(
      "unsupported_type",
      `${files.map(({ name }) => name).join(", ")} is no workflow.`,
      "Send it as a .yaml file.",
    );
  return pasted(turn.message?.text ?? "");
}

/** What stands below the first line of a message. */
function pasted(text: string): string | undefined {
  const [, below = ""] = /^[^\r\n]*\r?\n([\s\S]*)$/.exec(text) ?? [];
  const fenced = /^\s*(?:```|~~~)[^\n]*\n([\s\S]*?)(?:\n[ \t]*(?:```|~~~)\s*)?$/.exec(below);
  const source = fenced?.[1] ?? below;
  return source.trim() === "" ? undefined : source;
}

async function readFile(blobs: Blobs, file: StoredFile): Promise<string> {
  if (file.size > MAX_SOURCE_BYTES) throw large(file, file.size);
  const content = await blobs.open(file.id);
  if (content === undefined)
    throw new UserError(
      "not_found",
      `${file.name} stays where you posted it, and I cannot open it from here.`,
      "Paste its text below the line “/workflow edit”, or upload it in the web page.",
    );
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    // What a platform says of a file's size is not proven.
    if (size > MAX_SOURCE_BYTES) throw large(file, size);
    chunks.push(chunk);
  }
  return new TextDecoder("utf-8").decode(Buffer.concat(chunks));
}

const large = ({ name }: StoredFile, bytes: number): UserError =>
  new UserError("too_large", `${name} is too large. ${tooLarge(bytes)}`, "Then send it again.");
