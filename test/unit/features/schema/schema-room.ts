import type { Person } from "../../../../src/chat/inbound-event.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import { EMPTY_SCHEMA, type ProjectSchema } from "../../../../src/domain/bible/project-schema.ts";
import type { Session } from "../../../../src/domain/session.ts";
import { Studio } from "../../../support/product.ts";
import type { Stage } from "../../../support/stage.ts";

export const VIEWER: Person = { id: "vera", name: "Vera", role: "viewer" };
export const WRITER: Person = { id: "will", name: "Will", role: "writer" };

type FormBlock = Extract<TurnView["reply"]["blocks"][number], { type: "form" }>;

/** The whole product in a film of its own, talked to as people do. */
export async function openFilm(stage: Stage) {
  const studio = new Studio(stage);
  const session: Session = await stage.session();
  const say = (text: string, person?: Person) => studio.say(session, text, person);
  return {
    say,
    /** Says it and fails the test when it is refused. */
    done: async (text: string): Promise<TurnView> => {
      const view = await say(text);
      if (view.error) throw new Error(`${text}: ${view.error.message} ${view.error.hint}`);
      return view;
    },
    refused: async (text: string, person?: Person) => {
      const { error } = await say(text, person);
      if (!error) throw new Error(`${text} was not refused`);
      return `${error.message} ${error.hint}`;
    },
    press: (view: TurnView, label: string, person?: Person) => {
      const found = view.choices.find((choice) => choice.label === label);
      if (!found)
        throw new Error(`no ${label} among ${view.choices.map((choice) => choice.label).join(", ")}`);
      return studio.press(session, found.id, person);
    },
    fill: (view: TurnView, values: Record<string, string>) =>
      studio.fill(session, formOf(view).form_id, values),
    schema: async (): Promise<ProjectSchema> =>
      (await stage.stores.projects.get(session.project_id))?.schema ?? EMPTY_SCHEMA,
    entry: async (name: string): Promise<Entry> => {
      const all = await stage.stores.bible.list(session.project_id, { limit: 100 });
      const found = all.find((entry) => entry.name === name);
      if (!found) throw new Error(`no ${name} among ${all.map((entry) => entry.name).join(", ")}`);
      return found;
    },
  };
}
export type Film = Awaited<ReturnType<typeof openFilm>>;

export function formOf(view: TurnView): FormBlock {
  const form = view.reply.blocks.find((block) => block.type === "form");
  if (!form) throw new Error(`no form in: ${view.reply.text}`);
  return form;
}

/** What a form shows, by field; empty where it shows nothing. */
export const shownIn = (view: TurnView): Record<string, string> =>
  Object.fromEntries(formOf(view).fields.map((field) => [field.name, field.value ?? ""]));
