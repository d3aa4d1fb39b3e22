import type { InboundEvent, Person } from "../../../../src/chat/inbound-event.ts";
import type { Block } from "../../../../src/chat/reply.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { Role } from "../../../../src/domain/role.ts";
import type { Place, Session } from "../../../../src/domain/session.ts";
import type { Platform } from "../../../../src/ports/platform.ts";
import { Studio } from "../../../support/product.ts";
import type { Stage } from "../../../support/stage.ts";

type ShownChoice = Extract<Block, { type: "choices" }>["choices"][number];

export const someone = (name: string, role: Role, more: Partial<Person> = {}): Person => ({
  id: name.toLowerCase(),
  name,
  role,
  ...more,
});

export const ANA = someone("Ana", "admin");
export const BO = someone("Bo", "writer");

let guilds = 0;

/** A platform whose channels are called as they are named, and that posts nowhere. */
export function namedPlatform(name: "discord" | "slack", more: Partial<Platform> = {}): Platform {
  return {
    name,
    delivery: "send",
    editEveryMs: 0,
    start: async () => {},
    send: async (_place, message) => message.id,
    edit: async (_place, id) => id,
    typing: () => {},
    channelName: async ({ channel }) => channel,
    check: async () => {},
    stop: async () => {},
    ...more,
  };
}

/** The product in a workspace of its own, talked to in channels and threads as platforms hand it over. */
export class Guild {
  readonly studio: Studio;
  readonly workspace: string;
  readonly #stage: Stage;
  readonly #platform: "discord" | "slack";
  #said = 0;

  constructor(stage: Stage, platform: Platform = namedPlatform("discord"), studio?: Studio) {
    guilds += 1;
    this.#stage = stage;
    this.workspace = `guild${guilds}`;
    this.#platform = platform.name === "slack" ? "slack" : "discord";
    this.studio = studio ?? new Studio(stage, undefined, undefined, { platform: () => platform });
  }

  place(channel: string, thread?: string): Place {
    const base = { platform: this.#platform, workspace: this.workspace, channel };
    return thread === undefined ? base : { ...base, thread };
  }

  event(place: Place, text: string, person = ANA): InboundEvent & { type: "message" } {
    this.#said += 1;
    const id = `${this.workspace}:${this.#said}`;
    return { id, type: "message", place, person, at: this.#stage.clock.now().toISOString(), text };
  }

  /** Says something and does not wait for an answer. */
  async tell(place: Place, text: string, person?: Person): Promise<InboundEvent & { type: "message" }> {
    const event = this.event(place, text, person);
    await this.studio.product.receiver.receive(event);
    return event;
  }

  async say(place: Place, text: string, person?: Person): Promise<TurnView> {
    return this.answer(await this.tell(place, text, person));
  }

  async command(place: Place, command: string, options: object, person?: Person): Promise<TurnView> {
    const { text: _text, ...base } = this.event(place, "", person);
    const text = `/${command}`;
    const event: InboundEvent = { ...base, type: "command", command, options: { ...options }, text };
    await this.studio.product.receiver.receive(event);
    return this.answer(event);
  }

  async press(place: Place, choiceId: string, person?: Person): Promise<TurnView> {
    const { text: _text, ...base } = this.event(place, "", person);
    const event: InboundEvent = { ...base, type: "choice", choice_id: choiceId, unique: true };
    await this.studio.product.receiver.receive(event);
    return this.answer(event);
  }

  async answer(event: InboundEvent): Promise<TurnView> {
    const view = await this.studio.product.receiver.finished(event.id, 10_000);
    if (!view) throw new Error("no answer");
    return view;
  }

  async session(place: Place): Promise<Session> {
    const found = await this.#stage.stores.sessions.everAt(place);
    if (!found) throw new Error("no session there");
    return found;
  }

  /** The film a place works on. */
  async film(place: Place): Promise<string> {
    const { project_id } = await this.session(place);
    return (await this.#stage.stores.projects.get(project_id))?.title ?? "";
  }

  /** What Backlot said at a place, oldest first. */
  async heard(place: Place): Promise<string[]> {
    const messages = await this.#stage.stores.messages.page((await this.session(place)).id, 50);
    return messages.filter(({ role }) => role === "backlot").map(({ text }) => text);
  }

  /** The buttons of the newest message at a place that has any. */
  async buttons(place: Place): Promise<ShownChoice[]> {
    const messages = await this.#stage.stores.messages.page((await this.session(place)).id, 50);
    const shown = messages.map(({ blocks }) =>
      blocks.flatMap((block) => (block.type === "choices" ? block.choices : [])),
    );
    return shown.findLast((choices) => choices.length > 0) ?? [];
  }

  async button(place: Place, label: string): Promise<string> {
    const all = await this.buttons(place);
    const found = all.find((choice) => choice.label === label);
    if (!found) throw new Error(`no ${label} among ${all.map((choice) => choice.label).join(", ")}`);
    return found.id;
  }
}
