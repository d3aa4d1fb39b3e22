import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { isLobby } from "../../domain/access.ts";
import type { Offer } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import type { Project } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { closeLobby } from "./lobby.ts";
import { movedTo, requireChannel } from "./move.ts";
import { openLobby } from "./open-lobby.ts";
import type { ProjectsParts } from "./parts.ts";

/** Among so many films one is looked for by its title. */
const LOOK_AMONG = 200;
const MAX_OFFERED = 25;
const LABEL_CHARS = 60;

/** Binds the channel to a film that is there, by its title, what it begins with, or its id. */
export async function bind(parts: ProjectsParts, turn: Turn, wanted: string): Promise<Outcome> {
  requireChannel(turn);
  requireRole(turn.person.role, "producer", "choose the film of a channel");
  const films = await parts.projects.list(turn.session.workspace_id, LOOK_AMONG);
  const found = matching(films, wanted.trim());
  const [film, ...others] = found;
  if (!film || others.length > 0) return whichFilm(turn, found.length > 0 ? found : films, wanted.trim());
  const sessions = await movedTo(parts, turn, film.id);
  const stay = isLobby(turn.project) || turn.project.id === film.id ? "" : threadsStay(turn.project);
  return {
    sessions,
    blocks: [{ type: "text", text: `This channel now works on **${film.title}**.${stay}` }],
    afterCommit: async () => {
      for (const { id } of sessions) parts.venue.wake(id);
    },
  };
}

/** The channel works on no film from now on. In one that works on none yet: Backlot is not wanted there. */
export async function unbind(parts: ProjectsParts, turn: Turn): Promise<Outcome> {
  requireChannel(turn);
  if (isLobby(turn.project)) return closeLobby(parts, turn);
  requireRole(turn.person.role, "producer", "choose the film of a channel");
  const { id } = await openLobby(parts, turn.session.workspace_id);
  const text = `This channel works on no film now. **${turn.project.title}** is kept with all that is in it; \`/project bind\` takes it up again, here or elsewhere.`;
  return { sessions: await movedTo(parts, turn, id), blocks: [{ type: "text", text }] };
}

/** One press binds the channel to each. */
export const bindOffers = (films: readonly Project[]): Offer[] =>
  films.slice(0, MAX_OFFERED).map((film) => ({
    label: ellipsis(film.title, LABEL_CHARS),
    description: "This channel works on it from now on",
    category: "alternative",
    action: { type: "command", command: "project", options: { action: "bind", value: film.id } },
  }));

function matching(films: readonly Project[], wanted: string): readonly Project[] {
  if (wanted === "") return [];
  const word = wanted.toLocaleLowerCase();
  const title = (film: Project) => film.title.toLocaleLowerCase();
  const exact = films.filter((film) => film.id === wanted || title(film) === word);
  return exact.length > 0 ? exact : films.filter((film) => title(film).startsWith(word));
}

function whichFilm(turn: Turn, films: readonly Project[], wanted: string): Outcome {
  const others = films.filter(({ id }) => id !== turn.project.id);
  if (others.length === 0)
    throw new UserError(
      "not_found",
      "There is no other film in this workspace.",
      'Make one, for example: /project create "Night Shift".',
    );
  const none = films.every(({ title }) => !title.toLocaleLowerCase().startsWith(wanted.toLocaleLowerCase()));
  const told = wanted === "" || !none ? "" : `There is no film “${ellipsis(wanted, LABEL_CHARS)}” here. `;
  return {
    blocks: [
      { type: "text", text: `${told}Which film shall this channel work on?` },
      { type: "offers", offers: bindOffers(others) },
    ],
  };
}

const threadsStay = (film: Project): string =>
  ` Threads that are open here go on with ${film.title}; new ones follow the channel.`;
