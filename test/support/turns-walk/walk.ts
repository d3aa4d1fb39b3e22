import { sql } from "kysely";
import { EMPTY_MEMORY, type Session } from "../../../src/domain/session.ts";
import { newProject } from "../../../src/features/projects/new-project.ts";
import { createRandom, type Random } from "../../../src/lib/random.ts";
import { namedPlatform } from "../../unit/features/projects/guild.ts";
import { WalkHouse } from "./house.ts";
import { People } from "./people.ts";
import { Reader } from "./reader.ts";

type Kysely = ConstructorParameters<typeof WalkHouse>[0];

const MOST_STEPS = 3_000;
const MOST_ROUNDS = 400;
/** So many rounds, in which nothing is left to do, are taken as rest. */
const CALM_ROUNDS = 4;
const ROUND_MS = 5_000;

/** What a walk came to: where it was walked, and what was done there. */
export interface Walked {
  readonly house: WalkHouse;
  readonly people: People;
  readonly sessions: readonly Session[];
  readonly readers: readonly Reader[];
  /** Whether all came to rest. */
  readonly quiet: boolean;
}

/** People talk to one or two processes, which die and come again, until all of it is answered. */
export async function walk(kysely: Kysely, seed: number, actions = 14): Promise<Walked> {
  await empty(kysely);
  const one = new Walker(kysely, seed);
  await one.prepare();
  await one.talk(actions);
  return one.rest();
}

/** What another walk left would draw other numbers. */
async function empty(kysely: Kysely): Promise<void> {
  await sql`DO $$ BEGIN
    EXECUTE (SELECT 'TRUNCATE ' || string_agg(format('backlot.%I', tablename), ', ') || ' RESTART IDENTITY CASCADE'
      FROM pg_tables WHERE schemaname = 'backlot' AND tablename NOT LIKE '%migration%');
  END $$`.execute(kysely);
}

class Walker {
  readonly #random: Random;
  readonly #house: WalkHouse;
  readonly #people: People;
  readonly #seed: number;
  readonly #sessions: Session[] = [];
  readonly #readers: Reader[] = [];

  constructor(kysely: Kysely, seed: number) {
    this.#seed = seed;
    this.#random = createRandom(seed);
    const slow = this.#random.pick([0.2, 0.5, 0.9]);
    const fails = this.#random.pick([0, 0, 0.01, 0.03]);
    this.#house = new WalkHouse(kysely, this.#random, seed, this.#random.chance(0.4), { slow, fails });
    this.#people = new People(this.#house, this.#random, seed);
  }

  /** A film with two threads on a platform, and a session on the page. */
  async prepare(): Promise<void> {
    const { stores, ids, clock } = this.#house;
    const created_at = clock.now().toISOString();
    const external_id = `w${this.#seed}`;
    const workspace_id = ids.next("workspace");
    const workspace = { id: workspace_id, platform: "discord", external_id, name: external_id } as const;
    await stores.projects.ensureWorkspace({ ...workspace, created_at });
    const project_id = ids.next("project");
    const made = { id: project_id, workspace_id, title: "Night Shift", by: "ana", at: created_at };
    await stores.projects.create({ ...newProject(made), workflow: this.#random.pick(["free", "film"]) });
    for (const [index, platform] of (["discord", "discord", "web"] as const).entries()) {
      const session: Session = {
        id: ids.next("session"),
        project_id,
        workspace_id,
        title: "Night Shift",
        place: { platform, workspace: external_id, channel: `${external_id}c`, thread: `t${index}` },
        status: "open",
        memory: { ...EMPTY_MEMORY, introduced: true },
        created_by: "ana",
        created_at,
      };
      await stores.sessions.create(session);
      this.#sessions.push(session);
      this.#readers.push(new Reader(this.#house, this.#random, session.id));
    }
    this.#begin();
    if (this.#house.shared) this.#begin();
  }

  async talk(actions: number): Promise<void> {
    for (let done = 0, step = 0; done < actions && step < MOST_STEPS; step += 1) {
      if (this.#random.chance(0.12)) {
        done += 1;
        await this.#act();
      }
      if (this.#random.chance(0.02)) this.#random.pick(this.#readers).connect();
      await this.#step();
    }
  }

  /** Nothing fails any more; all that waits is let go, what was lost is told again, and the clock goes on until nothing is left. */
  async rest(): Promise<Walked> {
    const { lanes, untold, queue, clock, stores } = this.#house;
    lanes.calm();
    let calm = 0;
    for (let round = 0; round < MOST_ROUNDS && calm < CALM_ROUNDS; round += 1) {
      for (let event = untold.shift(); event; event = untold.shift()) this.#people.tell(event);
      await this.#letGo();
      if (queue.waiting.length > 0) void queue.runAll();
      await this.#answerLobby();
      await lanes.settle();
      const isQuiet = lanes.waiting + untold.length === 0 && (await stores.inbox.waiting()).length === 0;
      calm = isQuiet ? calm + 1 : 0;
      clock.pass(ROUND_MS);
    }
    const { lobby } = this.#people;
    const found = lobby && (await stores.sessions.everAt(lobby));
    const sessions = found ? [...this.#sessions, found] : this.#sessions;
    const [house, people, readers] = [this.#house, this.#people, this.#readers];
    return { house, people, readers, sessions, quiet: calm >= CALM_ROUNDS };
  }

  async #letGo(): Promise<void> {
    const { lanes } = this.#house;
    for (let left = MOST_STEPS; left > 0 && lanes.release(); left -= 1) await lanes.settle();
  }

  #begin(): void {
    this.#house.begin(namedPlatform("discord"));
    for (const reader of this.#readers) reader.connect();
  }

  async #step(): Promise<void> {
    const { lanes, clock } = this.#house;
    if (!lanes.release()) clock.pass(this.#random.pick([1, 50, 300, 1_000, 5_000]));
    else if (this.#random.chance(0.03)) clock.pass(this.#random.pick([50, 1_000, 5_000]));
    await lanes.settle();
  }

  async #act(): Promise<void> {
    const draw = this.#random.next();
    if (draw < 0.92) return this.#people.act(this.#random.pick(this.#sessions));
    if (draw < 0.95) return void this.#house.queue.runAll().catch(() => undefined);
    this.#house.kill(this.#random.pick(this.#house.living), this.#random.chance(0.3));
    this.#begin();
  }

  async #answerLobby(): Promise<void> {
    const [{ project_id } = { project_id: "" }] = this.#sessions;
    const { lobby } = this.#people;
    const { stores, lanes } = this.#house;
    const session = lobby && lanes.waiting === 0 ? await stores.sessions.everAt(lobby) : undefined;
    if (!session || session.project_id === project_id) return;
    const [first] = await stores.inbox.line(session.id, 1);
    if (first) this.#people.bind(session.place, first.turn_id, project_id);
  }
}
