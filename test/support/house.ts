import type { Person } from "../../src/chat/inbound-event.ts";
import type { TurnView } from "../../src/chat/turn-record.ts";
import type { Project } from "../../src/domain/project.ts";
import type { Session } from "../../src/domain/session.ts";
import { Studio } from "./product.ts";
import { Stage } from "./stage.ts";

/** The whole product over stores that the projects of one test file share. */
export interface House {
  readonly stage: Stage;
  readonly studio: Studio;
  /** A project of its own, spoken to by its producer unless told otherwise. */
  room(): Promise<Room>;
  close(): Promise<void>;
}

export interface Room {
  readonly session: Session;
  say(...texts: readonly string[]): Promise<TurnView>;
  sayAs(person: Person, text: string): Promise<TurnView>;
  press(view: TurnView, label: string, person?: Person): Promise<TurnView>;
  project(): Promise<Project>;
}

export async function openHouse(): Promise<House> {
  const stage = await Stage.open();
  const studio = new Studio(stage);
  return { stage, studio, room: () => openRoom(stage, studio), close: () => stage.close() };
}

async function openRoom(stage: Stage, studio: Studio): Promise<Room> {
  const session = await stage.session();
  return {
    session,
    say: async (...texts) => {
      let view: TurnView | undefined;
      for (const text of texts) view = await studio.say(session, text);
      if (!view) throw new Error("nothing was said");
      return view;
    },
    sayAs: (person, text) => studio.say(session, text, person),
    press: async (view, label, person) => {
      const choice = view.choices.find((each) => each.label === label);
      if (choice) return studio.press(session, choice.id, person);
      throw new Error(`no “${label}” among ${labelsOf(view).join(" | ")}: ${view.reply.text}`);
    },
    project: async () => {
      const project = await stage.stores.projects.get(session.project_id);
      if (!project) throw new Error("no project");
      return project;
    },
  };
}

export const labelsOf = (view: TurnView): string[] => view.choices.map((choice) => choice.label);
