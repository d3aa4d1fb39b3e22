import { vi } from "vitest";
import type { Person } from "../../../../src/chat/inbound-event.ts";
import type { ChoicesBlock } from "../../../../src/chat/reply.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { Session } from "../../../../src/domain/session.ts";
import { Studio } from "../../../support/product.ts";
import type { Stage } from "../../../support/stage.ts";

export const WRITERS = ["Ana", "Bo", "Cy", "Dee"].map(
  (name): Person => ({ id: name.toLowerCase(), name, role: "writer" }),
);
export const [ANA, BO, CY] = WRITERS as [Person, Person, Person, Person];
export const PRODUCER: Person = { id: "pia", name: "Pia", role: "producer" };
export const VIEWER: Person = { id: "vic", name: "Vic", role: "viewer" };

type Shown = ChoicesBlock["choices"][number];

/** A film whose people decide together, over real stores and the whole product. */
export class DecisionRoom {
  readonly stage: Stage;
  readonly session: Session;
  /** Two programs over the same stores and leases, as two processes are. */
  readonly studios: readonly [Studio, Studio];
  #presses = 0;

  private constructor(stage: Stage, session: Session) {
    this.stage = stage;
    this.session = session;
    this.studios = [new Studio(stage), new Studio(stage)];
  }

  static async open(rule: string, stage: Stage): Promise<DecisionRoom> {
    const room = new DecisionRoom(stage, await stage.session());
    await room.say(`/project decisions ${rule}`);
    return room;
  }

  say(text: string, person = PRODUCER): Promise<TurnView> {
    return this.studios[0].say(this.session, text, person);
  }

  /** A press with an id of its own, as chat platforms give it. */
  async press(choiceId: string, person: Person, at: 0 | 1 = 0, session = this.session): Promise<TurnView> {
    this.#presses += 1;
    const { receiver } = this.studios[at].product;
    const id = `press:${session.id}:${this.#presses}`;
    await receiver.receive({
      type: "choice",
      id,
      unique: true,
      place: session.place,
      person,
      at: this.stage.clock.now().toISOString(),
      choice_id: choiceId,
    });
    return this.answerTo(id);
  }

  /** Whichever program takes it. One that finds the session busy looks again when the clock moves. */
  answerTo(eventId: string): Promise<TurnView> {
    return vi.waitFor(
      async () => {
        this.stage.clock.pass(500);
        const view = await this.stage.stores.turns.findByEvent(eventId);
        if (!view) throw new Error("no answer");
        return view;
      },
      { timeout: 10_000, interval: 5 },
    );
  }

  /** The choice as the message shows it now. */
  async shown(view: TurnView, label: RegExp): Promise<Shown> {
    const found = (await this.shownAll(view)).find((choice) => label.test(choice.label));
    if (!found) throw new Error(`nothing is called ${label}`);
    return found;
  }

  async shownAll(view: TurnView): Promise<Shown[]> {
    const message = await this.stage.stores.messages.get(view.reply.message_id);
    return (message?.blocks ?? []).flatMap((block) => (block.type === "choices" ? block.choices : []));
  }

  async project() {
    const project = await this.stage.stores.projects.get(this.session.project_id);
    if (!project) throw new Error("no project");
    return project;
  }

  async stop(): Promise<void> {
    for (const { product } of this.studios) await product.stop();
  }

  async record(): Promise<string> {
    const messages = await this.stage.stores.messages.page(this.session.id, 100);
    return messages.map(({ text }) => text).join("\n");
  }
}

export const namesOn = ({ votes = [] }: Shown): string[] => votes.map(({ by_name = "" }) => by_name);
