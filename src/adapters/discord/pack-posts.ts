import type { APIMessageTopLevelComponent } from "discord.js";
import type { Attachable } from "./pictures.ts";

// https://docs.discord.com/developers/components/reference: 40 components and 4,000 characters of text a message
const MAX_COMPONENTS = 40;
const MAX_TEXT = 4_000;
const MAX_ATTACHMENTS = 10;
/** A request holds 25 MiB with all its files: https://docs.discord.com/developers/reference#uploading-files */
const MAX_BYTES = 24 * 1024 * 1024;

/** A part of a post that is not divided. `count`: components it takes. */
export interface Piece {
  readonly component: APIMessageTopLevelComponent;
  readonly count: number;
  readonly chars: number;
  readonly attaches?: Attachable;
}

/** Lays pieces into as few posts as hold them, in order. */
export function packPosts(all: readonly Piece[]): Piece[][] {
  const posts: Piece[][] = [];
  let room = NOTHING;
  for (const piece of all) {
    const next = add(room, piece);
    if (posts.length > 0 && fits(next)) {
      posts.at(-1)?.push(piece);
      room = next;
    } else {
      posts.push([piece]);
      room = add(NOTHING, piece);
    }
  }
  return posts;
}

const NOTHING = { count: 0, chars: 0, files: 0, bytes: 0 };
type Room = typeof NOTHING;

const add = (room: Room, { count, chars, attaches }: Piece): Room => ({
  count: room.count + count,
  chars: room.chars + chars,
  files: room.files + (attaches ? 1 : 0),
  bytes: room.bytes + (attaches?.size ?? 0),
});

const fits = ({ count, chars, files, bytes }: Room): boolean =>
  count <= MAX_COMPONENTS && chars <= MAX_TEXT && files <= MAX_ATTACHMENTS && bytes <= MAX_BYTES;
