import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Place } from "../../domain/session.ts";
import { createInTurn } from "../../lib/in-turn.ts";
import type { Clock } from "../../ports/clock.ts";
import type { FileDesk } from "./files.ts";
import type { Poster } from "./posting.ts";

/** A reply is sent within moments of being made, by the process that made it; any other send may be a second one. */
const FRESH_MS = 3_000;
const MAX_POSTED = 500;

/** A poster that shows a message's files under its posts. What a broken-off try has done is not done again. */
export function withFiles(poster: Poster, desk: FileDesk, clock: Clock): Poster {
  const born = clock.now().getTime();
  /** The posts of messages whose files are not there yet. A restart forgets them; then the posts are looked for. */
  const posted = new Map<string, { readonly ts: string; readonly version: number }>();
  const mayBeThere = ({ id, at }: ChatMessage) =>
    posted.has(id) || Date.parse(at) <= born || clock.now().getTime() - Date.parse(at) > FRESH_MS;
  const showing = async (
    place: Place,
    message: ChatMessage,
    again: boolean,
    post: (shown: ChatMessage) => Promise<string>,
  ): Promise<string> => {
    const { message: shown, share, inWords } = await desk.bring(place, message, again);
    const id = await post(shown);
    posted.set(message.id, { ts: id, version: message.version });
    forgetOldest(posted);
    const end = (await share()) ? id : await poster.edit(place, id, inWords);
    posted.delete(message.id);
    return end;
  };
  const sent = async (place: Place, shown: ChatMessage, instead: string | undefined): Promise<string> => {
    const there = instead === undefined ? posted.get(shown.id) : undefined;
    if (there === undefined) return poster.send(place, shown, instead);
    return there.version === shown.version ? there.ts : poster.edit(place, there.ts, shown);
  };
  const inTurn = createInTurn();
  return {
    ...poster,
    send: (place, message, instead) =>
      hasFiles(message)
        ? inTurn(message.id, () =>
            showing(place, message, mayBeThere(message), (shown) => sent(place, shown, instead)),
          )
        : poster.send(place, message, instead),
    edit: (place, platformId, message) =>
      hasFiles(message)
        ? inTurn(message.id, () =>
            showing(place, message, mayBeThere(message), (shown) => poster.edit(place, platformId, shown)),
          )
        : poster.edit(place, platformId, message),
  };
}

/** What was given up stays where it is. */
function forgetOldest(posted: Map<string, unknown>): void {
  const [oldest] = posted.keys();
  if (posted.size > MAX_POSTED && oldest !== undefined) posted.delete(oldest);
}

const hasFiles = ({ blocks }: ChatMessage) => blocks.some(({ type }) => type === "file");
