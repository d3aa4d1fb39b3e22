import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { Session } from "../../../../src/domain/session.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";

export interface StaleHouse {
  /** A project of its own, spoken to by its producer. */
  room(): Promise<StaleRoom>;
  close(): Promise<void>;
}

export interface StaleRoom {
  readonly stage: Stage;
  readonly session: Session;
  say(...texts: readonly string[]): Promise<TurnView>;
  press(view: TurnView, label: string): Promise<TurnView>;
  /** What may be out of date, as /stale lists it; empty when nothing is. */
  behind(): Promise<readonly string[]>;
}

/** The whole product over stores that the projects of one test file share. */
export async function openStaleHouse(): Promise<StaleHouse> {
  const stage = await Stage.open();
  const studio = new Studio(stage);
  return { room: () => openRoom(stage, studio), close: () => stage.close() };
}

async function openRoom(stage: Stage, studio: Studio): Promise<StaleRoom> {
  const session = await stage.session();
  const say = async (...texts: readonly string[]) => {
    let view: TurnView | undefined;
    for (const text of texts) view = await studio.say(session, text);
    if (!view) throw new Error("nothing was said");
    return view;
  };
  return {
    stage,
    session,
    say,
    press: async (view, label) => {
      const choice = view.choices.find((each) => each.label === label);
      if (choice) return studio.press(session, choice.id);
      throw new Error(`no “${label}” among ${labelsOf(view).join(" | ")}: ${view.reply.text}`);
    },
    behind: async () => {
      const { reply } = await say("/stale");
      return reply.blocks.flatMap((block) => (block.type === "list" ? block.items : []));
    },
  };
}

export const labelsOf = (view: TurnView): string[] => view.choices.map((choice) => choice.label);

/** Sarah, 28, in a scene and a synopsis that say so. */
export const SARAH = [
  "Create a character named Sarah, a 28-year-old journalist",
  "INT. DINER - NIGHT. Sarah, 28, waits for a call.",
  "the synopsis is: Sarah, a 28-year-old journalist, hears a town that never sleeps.",
] as const;
