import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { type Access, MAX_SHARES, mayWorkOn } from "../../domain/access.ts";
import { UserError } from "../../domain/errors.ts";
import type { Project } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { contentHash } from "../../lib/content-hash.ts";
import { movedTo, requireChannel } from "./move.ts";
import type { ProjectsParts } from "./parts.ts";

const WORKS_FOR_MS = 24 * 3_600_000;
const CODE_CHARS = 12;

/**
 * Lets another workspace work on this film: makes a join code, told to whoever asks and nobody else. It works once, for a
 * day, and only its hash is kept. Making another one ends the first.
 */
export function share(parts: ProjectsParts, turn: Turn): Outcome {
  requireRole(turn.person.role, "producer", "share this film with another workspace");
  requireOwner(turn);
  if (turn.event.type === "message" && turn.session.place.platform !== "web")
    throw new UserError(
      "bad_request",
      "A join code is for your eyes alone, and everybody here would read my answer to a message.",
      "Use the command /project with share, as your app offers it when you type a slash.",
    );
  const { access = {} } = turn.project;
  if ((access.shared_with?.length ?? 0) >= MAX_SHARES)
    throw new UserError(
      "conflict",
      `This film is shared with ${MAX_SHARES} workspaces already.`,
      "End that first with /project share off.",
    );
  // The last characters of an id are random; 62 bits cannot be tried out within a day.
  const code = parts.ids.next("event").slice(-CODE_CHARS).toUpperCase();
  const until = new Date(parts.clock.now().getTime() + WORKS_FOR_MS).toISOString();
  return {
    private: true,
    project: withAccess(turn.project, {
      ...access,
      code: { hash: hashOf(code), by: turn.person.id, until },
    }),
    blocks: [
      {
        type: "text",
        text: `The join code for **${turn.project.title}** is \`${grouped(code)}\`. An admin of the other workspace types \`/project join ${grouped(code)}\` in the channel that shall work on it. It works once, until ${until.slice(0, 16).replace("T", " ")} UTC. Everyone in that channel then reads and, by their role, writes this film.`,
      },
    ],
  };
}

/** The film is its own workspace's alone again; channels of the others are asked for another one. */
export function unshare(turn: Turn): Outcome {
  requireRole(turn.person.role, "producer", "share this film with another workspace");
  requireOwner(turn);
  const { shared_with = [], code: _code, ...rest } = turn.project.access ?? {};
  const text =
    shared_with.length === 0
      ? `**${turn.project.title}** is shared with no other workspace, and no join code works.`
      : `**${turn.project.title}** is no longer shared: ${shared_with.length === 1 ? "the other workspace" : `${shared_with.length} other workspaces`} can neither read nor write it from now on.`;
  return { project: withAccess(turn.project, rest), blocks: [{ type: "text", text }] };
}

/** Binds this channel to another workspace's film, by its join code. */
export async function join(parts: ProjectsParts, turn: Turn, typed: string): Promise<Outcome> {
  requireChannel(turn);
  requireRole(turn.person.role, "admin", "join a film of another workspace");
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  const film = code.length === CODE_CHARS ? await parts.projects.byCode(hashOf(code)) : undefined;
  const access = film?.access;
  if (!film || !access?.code || Date.parse(access.code.until) <= parts.clock.now().getTime())
    throw new UserError(
      "not_found",
      "This join code does not work: each works once, for a day.",
      "Ask a producer of the film for a new one; they type /project share.",
    );
  const { workspace_id } = turn.session;
  if (mayWorkOn(film, workspace_id))
    throw new UserError(
      "conflict",
      `This workspace works on ${film.title} already.`,
      `Type /project bind ${film.title}.`,
    );
  const { code: _used, shared_with = [], ...rest } = access;
  const sessions = await movedTo(parts, turn, film.id);
  return {
    project: withAccess(film, { ...rest, shared_with: [...shared_with, workspace_id] }),
    // Of another film's papers nothing is rewritten.
    documents: [],
    sessions,
    blocks: [
      {
        type: "text",
        text: `**${film.title}** is shared with this workspace now, and this channel works on it. Other channels join with /project bind.`,
      },
    ],
    afterCommit: async () => {
      for (const { id } of sessions) parts.venue.wake(id);
    },
  };
}

function requireOwner({ project, session }: Turn): void {
  if (project.workspace_id === session.workspace_id) return;
  throw new UserError(
    "forbidden",
    "This film belongs to another workspace, which shares it with this one.",
    "Ask a producer there.",
  );
}

const withAccess = ({ access: _access, ...project }: Project, access: Access): Project =>
  Object.keys(access).length === 0 ? project : { ...project, access };

const hashOf = (code: string): string => contentHash("join code", new TextEncoder().encode(code));

const grouped = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");
