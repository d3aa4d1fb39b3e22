import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { EMPTY_MEMORY, type Session } from "../../domain/session.ts";
import { checkTitle } from "./check-title.ts";
import type { PlacesParts } from "./places.ts";

const LIST_LIMIT = 20;

export interface Sessions {
  show(turn: Turn): Promise<Outcome>;
  list(turn: Turn): Promise<Outcome>;
  /** A new line of talk in the same project. On Discord and Slack a thread is a session: opening one is enough. */
  start(turn: Turn, title: string | undefined): Promise<Outcome>;
  rename(turn: Turn, title: string): Promise<Outcome>;
}

export function createSessions(parts: PlacesParts): Sessions {
  return {
    show: async ({ session, project }) => ({
      blocks: [
        {
          type: "card",
          title: session.title,
          fields: [
            { name: "Project", value: project.title },
            { name: "Since", value: session.created_at.slice(0, 10) },
            {
              name: "In mind",
              value: session.memory.focus.map((focus) => focus.name).join(", ") || "nothing yet",
            },
          ],
        },
      ],
    }),
    list: async (turn) => {
      const sessions = await parts.sessions.list(
        { workspace_id: turn.session.workspace_id, project_id: turn.project.id },
        LIST_LIMIT,
      );
      const items = sessions.map(
        (session) => `${session.title}${session.id === turn.session.id ? " (this one)" : ""}`,
      );
      return { blocks: [{ type: "list", title: `Sessions of ${turn.project.title}`, items }] };
    },
    start: async (turn, title) => start(parts, turn, title),
    rename: async (turn, title) => {
      const renamed: Session = { ...turn.session, title: titleOf(title) };
      return {
        sessions: [renamed],
        blocks: [{ type: "text", text: `This session is now called **${renamed.title}**.` }],
      };
    },
  };
}

function start(parts: PlacesParts, turn: Turn, title: string | undefined): Outcome {
  if (turn.session.place.platform !== "web") {
    return {
      blocks: [
        {
          type: "text",
          text: "Here a thread is a session. Open a thread and mention me in it to start a new one.",
        },
      ],
    };
  }
  const id = parts.ids.next("session");
  const opened: Session = {
    ...turn.session,
    id,
    title: title === undefined ? turn.project.title : titleOf(title),
    place: { ...turn.session.place, channel: id },
    memory: EMPTY_MEMORY,
    created_by: turn.person.id,
    created_at: parts.clock.now().toISOString(),
  };
  return {
    sessions: [opened],
    blocks: [
      {
        type: "text",
        text: `A new session, **${opened.title}**, is in the list. It shares this project's bible.`,
      },
    ],
  };
}

const titleOf = (title: string) => checkTitle(title, "A session's name", '/session rename "Act two"');
