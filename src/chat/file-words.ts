import { byteSize } from "../lib/byte-size.ts";
import type { FileBlock } from "./reply.ts";

/** "cast.csv · 12 KB". */
export const fileTitle = ({ name, size }: Pick<FileBlock, "name" | "size">): string =>
  `${name} · ${byteSize(size)}`;

/** "📄 **cast.csv** · 12 KB", as a link where there is one that leads there. */
export function fileLine({ name, size, url }: Pick<FileBlock, "name" | "size" | "url">): string {
  const shown = /^https?:/.test(url) ? `[${name}](${url})` : `**${name}**`;
  return `📄 ${shown} · ${byteSize(size)}`;
}

/** What stands in place of a file that cannot be there. `why` ends without a full stop. */
export const unattached = (title: string, why: string): string =>
  `📄 ${title}\nI could not attach it here: ${why}. You find it on Backlot’s web page.`;
