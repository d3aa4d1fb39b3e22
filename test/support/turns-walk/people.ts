import type { InboundEvent, Person } from "../../../src/chat/inbound-event.ts";
import type { Block } from "../../../src/chat/reply.ts";
import type { Place, Session } from "../../../src/domain/session.ts";
import type { Random } from "../../../src/lib/random.ts";
import type { WalkHouse } from "./house.ts";

const ANA: Person = { id: "ana", name: "Ana", role: "admin" };
const PEOPLE: readonly Person[] = [
  ANA,
  { id: "bo", name: "Bo", role: "producer" },
  { id: "cy", name: "Cy", role: "writer" },
];
const NAMES = ["Ann", "Bob", "Cleo", "Dan", "Eve", "Finn"];

/** Those who talk, press, change and take back what they said, and tell it twice. */
export class People {
  /** All that was told, by its id, as it was told first. */
  readonly told = new Map<string, InboundEvent>();
  /** Events whose words were taken back. */
  readonly takenBack = new Set<string>();
  /** Where a film is asked for. */
  lobby: Place | undefined;
  readonly #house: WalkHouse;
  readonly #random: Random;
  readonly #seed: number;
  #said = 0;

  constructor(house: WalkHouse, random: Random, seed: number) {
    this.#house = house;
    this.#random = random;
    this.#seed = seed;
  }

  async act({ id, place }: Session): Promise<void> {
    const draw = this.#random.next();
    if (draw < 0.37) this.tell(this.#message(place, this.#sentence()));
    else if (draw < 0.45)
      this.tell(this.#command(place, this.#random.pick(["undo", "redo", "help", "stop"])));
    else if (draw < 0.63) this.#press(place, await this.#blocks(id));
    else if (draw < 0.67) this.#fill(place, await this.#blocks(id));
    else if (draw < 0.78) this.#amend();
    else if (draw < 0.82) this.#again();
    else if (draw < 0.89) await this.#stop(id, place);
    else if (draw < 0.95) this.#ask();
    else this.tell(this.#message(place, "/bulk characters 2"));
  }

  tell(event: InboundEvent): void {
    this.told.set(event.id, this.told.get(event.id) ?? event);
    this.#house.tell(this.#random.pick(this.#house.living), event);
  }

  /** Says that the channel that waits for a film works on that one. */
  bind(place: Place, turnId: string, projectId: string): void {
    const base = { ...this.#base(place), person: ANA };
    this.tell({ ...base, type: "choice", choice_id: `film:${turnId}:${projectId}`, unique: true });
  }

  #sentence(): string {
    const name = this.#random.pick(NAMES);
    this.#said += 1;
    const age = 20 + (this.#said % 60);
    const draw = this.#random.next();
    if (draw < 0.4) return `Create a character named ${name}, a ${age}-year-old pilot`;
    if (draw < 0.65) return `${name} is ${age} years old`;
    if (draw < 0.72) return `Who is ${name}?`;
    if (draw < 0.8) return this.#random.pick(["/undo", "/stop", "/redo", "/character create"]);
    if (draw < 0.88) return `boom once b${this.#said}`;
    if (draw < 0.92) return `boom always b${this.#said}`;
    return `Hello there ${this.#said}`;
  }

  #base(place: Place, id = this.#id()) {
    return { id, place, person: this.#random.pick(PEOPLE), at: this.#house.clock.now().toISOString() };
  }

  #id(): string {
    this.#said += 1;
    return `s${this.#seed}e${this.#said}`;
  }

  #message(place: Place, text: string): InboundEvent {
    return { ...this.#base(place), type: "message", text };
  }

  #command(place: Place, command: string): InboundEvent {
    return { ...this.#base(place), type: "command", command, options: {}, text: `/${command}` };
  }

  async #blocks(sessionId: string): Promise<Block[]> {
    const said = await this.#house.stores.messages.page(sessionId, 30);
    return said.flatMap(({ blocks }) => blocks);
  }

  #press(place: Place, blocks: readonly Block[]): void {
    const ids = blocks.flatMap((block) =>
      block.type === "choices" ? block.choices.map(({ id }) => id) : [],
    );
    if (ids.length === 0) return;
    const choice_id = this.#random.pick(ids);
    const isUnique = this.#random.chance(0.7);
    for (let times = this.#random.pick([1, 1, 2, 3]); times > 0; times -= 1) {
      const base = this.#base(place, isUnique ? this.#id() : `s${this.#seed}:${choice_id}`);
      this.tell({ ...base, type: "choice", choice_id, ...(isUnique ? { unique: true } : {}) });
    }
  }

  #fill(place: Place, blocks: readonly Block[]): void {
    const form = blocks.findLast((block) => block.type === "form");
    if (form?.type !== "form") return;
    const values = Object.fromEntries(form.fields.map(({ name }) => [name, this.#random.pick(NAMES)]));
    this.tell({ ...this.#base(place), type: "form", form_id: form.form_id, values });
  }

  #amend(): void {
    const messages = [...this.told.values()].filter(({ type }) => type === "message");
    if (messages.length === 0) return;
    const { id, place } = this.#random.pick(messages.slice(-4));
    if (this.takenBack.has(id)) return;
    const text = this.#random.chance(0.3) ? null : this.#sentence();
    if (text === null) this.takenBack.add(id);
    const { receiver } = this.#random.pick(this.#house.living).product;
    // What a store that is away did not take nobody tells again.
    receiver.amend({ event_id: id, place, text }).catch(() => undefined);
  }

  #again(): void {
    const events = [...this.told.values()];
    if (events.length > 0) this.tell(this.#random.pick(events));
  }

  async #stop(sessionId: string, place: Place): Promise<void> {
    const [first] = await this.#house.stores.inbox.line(sessionId, 1);
    const last = this.#house.written.findLast(({ session }) => session.id === sessionId);
    const turn = first?.turn_id ?? last?.turn_id;
    if (turn === undefined) return;
    this.tell({ ...this.#base(place), type: "choice", choice_id: `stop:${turn}`, unique: true });
  }

  /** Somebody calls from a channel that works on no film yet. */
  #ask(): void {
    this.lobby ??= { platform: "discord", workspace: `w${this.#seed}`, channel: `new${this.#seed}` };
    this.tell(this.#message(this.lobby, this.#sentence()));
  }
}
