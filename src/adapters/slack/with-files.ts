import type { ChatMessage } from "../../chat/chat-message.ts";
import { createInTurn } from "../../lib/in-turn.ts";
import type { Clock } from "../../ports/clock.ts";
import type { FileDesk } from "./files.ts";
import type { Poster } from "./posting.ts";

/** A reply is sent within moments of being made, by the process that made it; any other send may be a second one. */
const FRESH_MS = 3_000;

/** A poster that shows a message's files under its posts. What a broken-off try has done is not done again. */
export function withFiles(poster: Poster, desk: FileDesk, clock: Clock): Poster {
  const born = clock.now().getTime();
  /** The posts of messages whose files are not there yet. A restart forgets them; then the posts are looked for. */
  const posted = new Map<string, string>();
  const mayBeThere = ({ id, at }: ChatMessage) =>
    posted.has(id) || Date.parse(at) <= born || clock.now().getTime() - Date.parse(at) > FRESH_MS;
  const showing = async (
    place: Parameters<Poster["send"]>[0],
    message: ChatMessage,
    again: boolean,
    post: (shown: ChatMessage) => Promise<string>,
  ): Promise<string> => {
    const { message: shown, share, inWords } = await desk.bring(place, message, again);
    const id = await post(shown);
    posted.set(message.id, id);
    const end = (await share()) ? id : await poster.edit(place, id, inWords);
    posted.delete(message.id);
    return end;
  };
  const inTurn = createInTurn();
  return {
    ...poster,
    send: (place, message, instead) =>
      hasFiles(message)
        ? inTurn(message.id, () =>
            showing(place, message, mayBeThere(message), async (shown) =>
              instead === undefined
                ? (posted.get(message.id) ?? poster.send(place, shown))
                : poster.send(place, shown, instead),
            ),
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

const hasFiles = ({ blocks }: ChatMessage) => blocks.some(({ type }) => type === "file");
