import type { ChatMessage } from "../../chat/chat-message.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { ownMessage } from "../../chat/own-message.ts";
import { plainText } from "../../chat/plain-text.ts";
import type { Block, ChoicesBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { askedIdOf } from "../../chat/turn-ids.ts";
import { isLobby } from "../../domain/access.ts";
import type { ChoiceAction } from "../../domain/choice.ts";
import type { Project } from "../../domain/project.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import type { StoredEvent } from "../../ports/inbox.ts";
import { isForNoFilm } from "./for-no-film.ts";
import { openLobby } from "./open-lobby.ts";
import type { ProjectsParts } from "./parts.ts";
import { titleFrom } from "./places.ts";

/** How the ids of the buttons begin that say which film a channel works on: `film:<turn that waits>:<answer>`. */
export const FILM_PREFIX = "film:";

const MAX_FILMS = 23;
const LABEL_CHARS = 60;
const MAX_DROPPED = 500;
const ASK_AGAIN_MS = 10 * 60_000;

/** Where there is no film at all, people meet Backlot for the first time. */
const FIRST = "I keep a film's story bible while people talk about it: shall I open one here?";

/** A place that works on no film yet: what is said there waits, in order, until people say which one it is for. */
export interface Lobby {
  waits(turn: Pick<Turn, "project">, event: InboundEvent): boolean;
  /** Asks for the film, once however often it is called for the same event; and anew when somebody calls much later. */
  ask(turn: Turn): Promise<void>;
  /** What stands for a film in it. */
  of(workspaceId: string): Promise<Project>;
}

export function createLobby(parts: ProjectsParts): Lobby {
  return {
    of: (workspaceId) => openLobby(parts, workspaceId),
    waits: ({ project }, event) => isLobby(project) && !isForNoFilm(event),
    ask: async (turn) => {
      const films = await parts.projects.list(turn.session.workspace_id, MAX_FILMS);
      const name = await parts.venue.channelName(turn.session.place);
      const line = await parts.inbox.line(turn.session.id, MAX_DROPPED);
      const asking = { ...turn, id: askedBy(turn, line) };
      const blocks = questionBlocks(asking, name, films);
      await parts.venue.tell(questionOf(parts, asking, blocks), turn.session.place);
    },
  };
}

/** The turn that the question is put by: whoever calls long after it was put last finds it far above, and is asked anew. */
function askedBy({ id, event }: Turn, line: readonly StoredEvent[]): string {
  const calls = line.filter((waiting) => !isForNoFilm(waiting.event));
  return calls.reduce(
    (last, { turn_id, event: { at } }) =>
      Date.parse(at) - Date.parse(last.at) >= ASK_AGAIN_MS ? { id: turn_id, at } : last,
    { id, at: event.at },
  ).id;
}

/** What a button of the question does; undefined for the id of another one. */
export function filmAnswer(turn: Turn, choiceId: string): ChoiceAction | "expired" | undefined {
  const answer = readId(choiceId)?.answer;
  if (answer === undefined) return undefined;
  if (!isLobby(turn.project)) return "expired";
  const options =
    answer === "new"
      ? { action: "create" }
      : answer === "none"
        ? { action: "unbind" }
        : { action: "bind", value: answer };
  return { type: "command", command: "project", options };
}

/** What is said to whoever presses a button of the question when the place has a film: the answer that counted was first. */
export const filmChosen = ({ project }: Turn): string => `We work on **${project.title}** here by now.`;

/** The message whose button it is. */
export const filmQuestion = (choiceId: string): string | undefined => {
  const turn = readId(choiceId)?.turn;
  return turn === undefined ? undefined : askedIdOf(turn);
};

function readId(choiceId: string) {
  const [, turn, answer] = /^film:(trn_\w+):(\w+)$/.exec(choiceId) ?? [];
  return turn === undefined || answer === undefined ? undefined : { turn, answer };
}

/** Backlot is not wanted here: what waited is taken back, and the place is left until somebody calls again. */
export function closeLobby(parts: ProjectsParts, turn: Turn): Outcome {
  const text =
    "All right, I stay out of this channel and keep nothing of what was said. Mention me when you want a film here.";
  return {
    sessions: [{ ...turn.session, status: "closed" }],
    blocks: [{ type: "text", text }],
    afterCommit: async () => {
      for (const { event } of await parts.inbox.line(turn.session.id, MAX_DROPPED))
        await parts.inbox.drop(event.id);
    },
  };
}

function questionOf(parts: ProjectsParts, turn: Turn, blocks: Block[]): ChatMessage {
  return ownMessage({
    id: askedIdOf(turn.id),
    session_id: turn.session.id,
    turn_id: turn.id,
    text: plainText(blocks),
    at: parts.clock.now().toISOString(),
    blocks,
  });
}

function questionBlocks(
  turn: Turn,
  name: string | undefined,
  films: readonly { readonly id: string; readonly title: string }[],
): Block[] {
  const choice = (
    answer: string,
    label: string,
    description: string,
    category: ChoicesBlock["choices"][number]["category"],
  ): ChoicesBlock["choices"][number] => ({
    id: `${FILM_PREFIX}${turn.id}:${answer}`,
    label,
    description,
    category,
    session_id: turn.session.id,
    turn_id: turn.id,
    state: "open",
  });
  return [
    {
      type: "text",
      text: `${name === undefined ? "We have" : "This channel works on"} no film yet. ${films.length === 0 ? FIRST : "Which one is this for?"} What you said waits, and I answer it as soon as you choose.`,
    },
    {
      type: "choices",
      choices: [
        choice(
          "new",
          `New film: ${ellipsis(titleFrom(name), LABEL_CHARS)}`,
          "Opens a film for this channel",
          "recommended",
        ),
        ...films.map(({ id, title }) =>
          choice(id, ellipsis(title, LABEL_CHARS), "This channel joins in; takes a producer", "alternative"),
        ),
        choice("none", "Not here", "I leave, and keep nothing of what was said", "manual"),
      ],
    },
  ];
}
