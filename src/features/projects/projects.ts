import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { countWords } from "../../domain/bible/describe.ts";
import { type Counts, EntryKind } from "../../domain/bible/kinds.ts";
import { UserError } from "../../domain/errors.ts";
import { type Project, type ProjectSettings, schemaOf, WorkflowName } from "../../domain/project.ts";
import { EMPTY_MEMORY, type Session } from "../../domain/session.ts";
import { checkTitle } from "./check-title.ts";
import { changeDecisions } from "./decisions.ts";
import type { PlacesParts } from "./places.ts";
import { newProject } from "./places.ts";
import { changeSetting, showSettings } from "./settings.ts";

const LIST_LIMIT = 20;

export interface Projects {
  show(turn: Turn): Promise<Outcome>;
  list(turn: Turn): Promise<Outcome>;
  /** Makes a project with a session of its own. In a channel the channel moves to it; on the page a new session opens. */
  create(turn: Turn, title: string, workflow?: string): Promise<Outcome>;
  rename(turn: Turn, title: string): Promise<Outcome>;
  setWorkflow(turn: Turn, name: string): Promise<Outcome>;
  /** How the film takes what people say. */
  settings(turn: Turn): Promise<Outcome>;
  /** Takes the role of a producer. */
  set(turn: Turn, setting: keyof ProjectSettings, way: string): Promise<Outcome>;
}

export function createProjects(parts: PlacesParts): Projects {
  return {
    show: async (turn) => ({ blocks: [projectCard(turn)] }),
    list: async (turn) => {
      const projects = await parts.projects.list(turn.project.workspace_id, LIST_LIMIT);
      const items = projects.map(
        (project) => `${project.title}${project.id === turn.project.id ? " (this one)" : ""}`,
      );
      return { blocks: [{ type: "list", title: "Projects in this workspace", items }] };
    },
    create: async (turn, title, workflow) => create(parts, turn, titleOf(title), workflow),
    rename: async (turn, title) => {
      const renamed: Project = { ...turn.project, title: titleOf(title) };
      return {
        project: renamed,
        blocks: [{ type: "text", text: `The project is now called **${renamed.title}**.` }],
      };
    },
    setWorkflow: async (turn, name) => {
      const workflow = checkWorkflow(name);
      const { workflow_version: _own, ...project } = turn.project;
      return {
        project: { ...project, workflow },
        blocks: [{ type: "text", text: `This project now follows the **${workflow}** workflow.` }],
      };
    },
    settings: async (turn) => showSettings(turn),
    set: async (turn, setting, way) =>
      setting === "decisions" ? changeDecisions(turn, way) : changeSetting(turn, setting, way),
  };
}

function create(parts: PlacesParts, turn: Turn, title: string, workflow: string | undefined): Outcome {
  const at = parts.clock.now().toISOString();
  const project = newProject({
    id: parts.ids.next("project"),
    workspace_id: turn.project.workspace_id,
    title,
    by: turn.person.id,
    at,
    ...(workflow === undefined ? {} : { workflow: checkWorkflow(workflow) }),
  });
  const { session } = turn;
  if (session.place.platform !== "web") {
    const moved: Session = { ...session, project_id: project.id, memory: EMPTY_MEMORY };
    return {
      new_project: project,
      sessions: [moved],
      blocks: [{ type: "text", text: `**${title}** is ready, and this place now works on it.` }],
    };
  }
  const id = parts.ids.next("session");
  const opened: Session = {
    ...session,
    id,
    project_id: project.id,
    title,
    place: { ...session.place, channel: id },
    memory: EMPTY_MEMORY,
    created_by: turn.person.id,
    created_at: at,
  };
  return {
    new_project: project,
    sessions: [opened],
    blocks: [
      {
        type: "text",
        text: `**${title}** is ready. Open its session **${title}** from the list to work on it; this session stays with ${turn.project.title}.`,
      },
    ],
  };
}

function projectCard({ project, counts }: Turn) {
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
      { name: "Workflow", value: project.workflow },
      { name: "Bible", value: bible || "empty: say who the film is about" },
      { name: "Documents", value: documents || "none yet" },
    ],
  };
}

const kindsCounted = (counts: Counts): [EntryKind, number][] =>
  Object.entries(counts).flatMap(([name, count]): [EntryKind, number][] => {
    const kind = EntryKind.safeParse(name);
    return kind.success && count > 0 ? [[kind.data, count]] : [];
  });

const titleOf = (title: string) => checkTitle(title, "A title", '/project create "Night Shift"');

function checkWorkflow(name: string): Project["workflow"] {
  const parsed = WorkflowName.safeParse(name.trim().toLowerCase());
  if (parsed.success) return parsed.data;
  throw new UserError(
    "invalid",
    `There is no workflow "${name.slice(0, 40)}".`,
    `Choose one of: ${WorkflowName.options.join(", ")}.`,
  );
}
