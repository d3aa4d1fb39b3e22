import { entryAction } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { isLobby } from "../../domain/access.ts";
import { countWords } from "../../domain/bible/describe.ts";
import { type Counts, EntryKind } from "../../domain/bible/kinds.ts";
import { UserError } from "../../domain/errors.ts";
import { type ProjectSettings, schemaOf } from "../../domain/project.ts";
import { mayActAs, requireRole } from "../../domain/role.ts";
import { bind, bindOffers, unbind } from "./bind.ts";
import { type ChannelSetting, changeChannel, channelSettingsAt, channelWords } from "./channel-settings.ts";
import { checkTitle } from "./check-title.ts";
import { checkWorkflow, createProject } from "./create-project.ts";
import { changeDecisions } from "./decisions.ts";
import type { ProjectsParts } from "./parts.ts";
import { renameFilm } from "./rename-film.ts";
import { roles } from "./roles.ts";
import { changeSetting, showSettings } from "./settings.ts";
import { join, share, unshare } from "./share.ts";

const LIST_LIMIT = 20;
const MAX_LOOKS = 4;

export interface Projects {
  show(turn: Turn): Promise<Outcome>;
  list(turn: Turn): Promise<Outcome>;
  /**
   * Makes a project. In a channel the channel moves to it, and without a title it is called as the channel; on the page a
   * new session opens.
   */
  create(turn: Turn, title: string, workflow?: string): Promise<Outcome>;
  /** Binds the channel to a film that is there: its title, how that begins, or its id. */
  bind(turn: Turn, film: string): Promise<Outcome>;
  unbind(turn: Turn): Promise<Outcome>;
  /** Tells a join code for another workspace, or with "off" ends all sharing. */
  share(turn: Turn, what: string): Promise<Outcome>;
  join(turn: Turn, code: string): Promise<Outcome>;
  rename(turn: Turn, title: string): Promise<Outcome>;
  setWorkflow(turn: Turn, name: string): Promise<Outcome>;
  /** Who may do what, or with words such as "@Writers producer" a change of that, which takes an admin. */
  roles(turn: Turn, words: string): Promise<Outcome>;
  /** How the film takes what people say. */
  settings(turn: Turn): Promise<Outcome>;
  /** Takes the role of a producer. */
  set(turn: Turn, setting: keyof ProjectSettings | ChannelSetting, way: string): Promise<Outcome>;
}

export function createProjects(parts: ProjectsParts): Projects {
  return {
    show: async (turn) =>
      isLobby(turn.project)
        ? { blocks: [{ type: "text", text: NO_FILM }, ...(await filmsHere(parts, turn))] }
        : { blocks: [projectCard(turn, await hereWords(parts, turn)), ...looks(turn)] },
    list: async (turn) => ({ blocks: await filmsHere(parts, turn) }),
    create: async (turn, title, workflow) => createProject(parts, turn, title, workflow),
    bind: (turn, film) => bind(parts, turn, film),
    unbind: (turn) => unbind(parts, turn),
    share: async (turn, what) =>
      what.trim().toLowerCase() === "off" ? unshare(ofFilm(turn)) : share(parts, ofFilm(turn)),
    join: (turn, code) => join(parts, turn, code),
    rename: async (turn, title) => {
      requireRole(turn.person.role, "writer", "rename this film");
      return renameFilm(ofFilm(turn), titleOf(title));
    },
    setWorkflow: async (turn, name) => {
      requireRole(turn.person.role, "writer", "change the workflow of this film");
      const workflow = checkWorkflow(name);
      const { workflow_version: _own, ...project } = ofFilm(turn).project;
      return {
        project: { ...project, workflow },
        blocks: [{ type: "text", text: `This project now follows the **${workflow}** workflow.` }],
      };
    },
    roles: (turn, words) => roles(parts, ofFilm(turn), words),
    settings: async (turn) => showSettings(ofFilm(turn)),
    set: async (turn, setting, way) => {
      const inFilm = ofFilm(turn);
      if (setting === "answers" || setting === "hears") return changeChannel(parts, inFilm, setting, way);
      return setting === "decisions" ? changeDecisions(inFilm, way) : changeSetting(inFilm, setting, way);
    },
  };
}

const NO_FILM = "This channel works on no film yet.";

function ofFilm(turn: Turn): Turn {
  if (!isLobby(turn.project)) return turn;
  throw new UserError("conflict", NO_FILM, "Type /project create or /project bind first.");
}

async function filmsHere(parts: ProjectsParts, { session, project, person }: Turn): Promise<DraftBlock[]> {
  const films = await parts.projects.list(session.workspace_id, LIST_LIMIT);
  const items = films.map(
    (film) =>
      `${film.title}${film.id === project.id ? " (this one)" : ""}${film.workspace_id === session.workspace_id ? "" : " (shared with this workspace)"}`,
  );
  const others = films.filter(({ id }) => id !== project.id);
  const mayBind = session.place.platform !== "web" && mayActAs(person.role, "producer");
  const none =
    "There is no project in this workspace yet. Tell me about your film here, or type `/project create`.";
  if (films.length === 0) return [{ type: "text", text: none }];
  return [
    { type: "list", title: "Projects in this workspace", items },
    ...(mayBind && others.length > 0
      ? [{ type: "offers" as const, prompt: "Let this channel work on another:", offers: bindOffers(others) }]
      : []),
  ];
}

/** How Backlot behaves in this channel; on the page there is none. */
async function hereWords(parts: ProjectsParts, turn: Turn): Promise<string> {
  return turn.session.place.platform === "web" ? "" : channelWords(await channelSettingsAt(parts, turn));
}

function projectCard({ project, counts, workflow }: Turn, here: string) {
  const own = schemaOf(project);
  const bible = kindsCounted(counts)
    .map(([kind, count]) => countWords(count, kind, own))
    .join(", ");
  const documents = Object.keys(project.documents).join(", ");
  return {
    type: "card" as const,
    title: project.title,
    ...(project.documents.logline === undefined ? {} : { subtitle: project.documents.logline }),
    fields: [
      { name: "Workflow", value: workflow.title },
      { name: "Bible", value: bible || "empty: say who the film is about" },
      { name: "Documents", value: documents || "none yet" },
      ...(here === "" ? [] : [{ name: "In this channel", value: here }]),
    ],
  };
}

/** What the film has, to be looked at more closely. */
function looks({ project, counts }: Turn): DraftBlock[] {
  const own = schemaOf(project);
  const offers = kindsCounted(counts)
    .slice(0, MAX_LOOKS)
    .map(([kind, count]) => ({
      label: `Show ${countWords(count, kind, own)}`,
      description: "Lists them, a line each",
      category: "alternative" as const,
      action: entryAction(kind, { action: "list" }),
    }));
  return offers.length > 0 ? [{ type: "offers", offers }] : [];
}

const kindsCounted = (counts: Counts): [EntryKind, number][] =>
  Object.entries(counts).flatMap(([name, count]): [EntryKind, number][] => {
    const kind = EntryKind.safeParse(name);
    return kind.success && count > 0 ? [[kind.data, count]] : [];
  });

const titleOf = (title: string) => checkTitle(title, "A title", '/project create "Night Shift"');
