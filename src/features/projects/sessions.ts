import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import { requireRole } from "../../domain/role.ts";
import type { Session } from "../../domain/session.ts";
import { checkTitle } from "./check-title.ts";
import type { ProjectsParts } from "./parts.ts";
import { sessionNamed } from "./session-named.ts";
import { startSession } from "./start-session.ts";
import { type SummaryParts, summaryOf } from "./summary.ts";

const LIST_LIMIT = 20;

export interface Sessions {
  show(turn: Turn): Promise<Outcome>;
  list(turn: Turn): Promise<Outcome>;
  /** A new line of talk about the same film: on Discord and Slack in a thread that is opened for it. */
  start(turn: Turn, title: string | undefined): Promise<Outcome>;
  rename(turn: Turn, title: string): Promise<Outcome>;
  /** What was settled here, or in another session of the film, and what is still open. */
  summary(turn: Turn, title?: string): Promise<Outcome>;
  /** The same, and the session is done with. A message in it opens it again; nothing is archived or locked. */
  close(turn: Turn): Promise<Outcome>;
}

export function createSessions(parts: ProjectsParts & SummaryParts): Sessions {
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
      const items = sessions.map((session) => listed(turn, session));
      return { blocks: [{ type: "list", title: `Sessions of ${turn.project.title}`, items }] };
    },
    start: async (turn, title) =>
      startSession(parts, turn, title === undefined ? turn.project.title : titleOf(title)),
    rename: async (turn, title) => {
      requireRole(turn.person.role, "writer", "rename a session");
      const renamed: Session = { ...turn.session, title: titleOf(title) };
      return {
        sessions: [renamed],
        blocks: [{ type: "text", text: `This session is now called **${renamed.title}**.` }],
        ...(renamed.place.thread === undefined
          ? {}
          : { afterCommit: () => parts.venue.nameThread(renamed.place, renamed.title) }),
      };
    },
    summary: async (turn, title = "") => {
      if (title.trim() === "") return { blocks: await summaryOf(parts, turn) };
      const session = await sessionNamed(parts, turn, title.trim());
      const blocks = await summaryOf(parts, { ...turn, session, message: undefined }, "there");
      return { blocks: [{ type: "text", text: `**${session.title}**` }, ...blocks] };
    },
    close: (turn) => close(parts, turn),
  };
}

async function close(parts: SummaryParts, turn: Turn): Promise<Outcome> {
  const { session, person } = turn;
  requireRole(person.role, "writer", "close a session");
  const { platform, thread } = session.place;
  if (platform !== "web" && thread === undefined)
    throw new UserError(
      "bad_request",
      "This is the channel itself, which stays open; threads are closed.",
      "Type /session close in the thread, or /project unbind to let the channel go.",
    );
  const again =
    platform === "web"
      ? "Start another one with `/session start` to go on; it knows the same film."
      : "All of it stays to be read, and a message here opens it again.";
  return {
    sessions: [{ ...session, status: "closed" }],
    blocks: [
      { type: "text", text: `**${session.title}** is closed. ${again}` },
      ...(await summaryOf(parts, turn)),
    ],
  };
}

function listed(turn: Turn, { id, title, status, place }: Session): string {
  const where = place.platform === turn.session.place.platform ? "" : ` on ${place.platform}`;
  const marks = [...(id === turn.session.id ? ["this one"] : []), ...(status === "closed" ? ["closed"] : [])];
  return `${title}${where}${marks.length > 0 ? ` (${marks.join(", ")})` : ""}`;
}

const titleOf = (title: string) => checkTitle(title, "A session's name", '/session rename "Act two"');
