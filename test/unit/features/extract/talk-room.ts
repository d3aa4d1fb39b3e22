import { beforeAll, beforeEach } from "vitest";
import type { Person } from "../../../../src/chat/inbound-event.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { Project } from "../../../../src/domain/project.ts";
import type { Session } from "../../../../src/domain/session.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";

export const BO: Person = { id: "bo", name: "Bo", role: "writer" };
export const VIC: Person = { id: "vic", name: "Vic", role: "viewer" };

/** The whole product on real stores, a new session before each test, and what its tests ask of it again and again. */
export function talkRoom() {
  let stage: Stage;
  let studio: Studio;
  let session: Session;

  beforeAll(async () => {
    stage = await Stage.open();
    return () => stage.close();
  });

  beforeEach(async () => {
    studio = new Studio(stage);
    session = await stage.session();
  });

  const entry = async (name: string, kind = "character") => {
    const entries = await stage.stores.bible.list(session.project_id, { limit: 200 });
    return entries.find((each) => each.name === name && each.kind === kind);
  };

  return {
    say: (text: string, person?: Person) => studio.say(session, text, person),
    elsewhere: async (text: string) => studio.say(await stage.session(), text),
    restart: () => {
      studio = new Studio(stage);
    },
    press: async (view: TurnView, label: string | RegExp, person?: Person): Promise<TurnView> => {
      const choice = view.choices.find((each) =>
        typeof label === "string" ? each.label === label : label.test(each.label),
      );
      if (!choice) throw new Error(`no ${label} among ${view.choices.map((each) => each.label).join(", ")}`);
      return studio.press(session, choice.id, person);
    },
    fill: async (view: TurnView, values: Record<string, string>): Promise<TurnView> => {
      const form = view.reply.blocks.find((block) => block.type === "form");
      if (form?.type !== "form") throw new Error(`no form in ${view.reply.text}`);
      return studio.fill(session, form.form_id, values);
    },
    entry,
    entries: () => stage.stores.bible.list(session.project_id, { limit: 200 }),
    fact: async (field: string, name = "Sarah", kind = "character") =>
      (await entry(name, kind))?.facts[field],
    project: async () => {
      const project = await stage.stores.projects.get(session.project_id);
      if (!project) throw new Error("no project");
      return project;
    },
    open: () => stage.stores.points.open({ project_id: session.project_id }, 20),
    remembered: async () => (await stage.stores.sessions.get(session.id))?.memory.asked,
    /** Goes on in a new project that differs from the default in this. */
    configure: async (over: Partial<Project>): Promise<void> => {
      const loaded = await stage.stores.sessions.load(session.id);
      if (!loaded) throw new Error("no session");
      const project = { ...loaded.project, ...over, id: stage.ids.next("project") };
      await stage.stores.projects.create(project);
      const id = stage.ids.next("session");
      session = { ...session, id, project_id: project.id, place: { ...session.place, channel: id } };
      await stage.stores.sessions.create(session);
    },
  };
}
