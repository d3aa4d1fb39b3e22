import { createMemoryBus } from "../../../src/adapters/memory/bus.ts";
import type { ChatMessage } from "../../../src/chat/chat-message.ts";
import { ownMessage } from "../../../src/chat/own-message.ts";
import type { Session } from "../../../src/domain/session.ts";
import { createDeliverer, type Deliverer } from "../../../src/features/deliver/deliverer.ts";
import { createRandom, type Random } from "../../../src/lib/random.ts";
import { aProject, aRecord, aSession } from "../../contract/samples.ts";
import { silent } from "../stage.ts";
import { WalkClock } from "./clock.ts";
import type { Ground } from "./ground.ts";
import { Life, underWay } from "./life.ts";
import { type Rates, Walls } from "./platform.ts";

const STEPS = 60_000;

/** A walk of one seed. Answers what was wrong. */
export async function walk(
  ground: Ground,
  seed: number,
  log: (line: string) => void = () => {},
): Promise<string[]> {
  await ground.clear();
  return new Walk(ground, seed, log).run();
}

class Walk {
  readonly #ground: Ground;
  readonly #random: Random;
  readonly #clock = new WalkClock();
  readonly #walls: Walls;
  readonly #bus = createMemoryBus(() => {});
  readonly #errors: unknown[] = [];
  readonly #log: (line: string) => void;
  #life: Life;
  #deliverer: Deliverer;
  #deaths: number;
  #ids = 0;

  constructor(ground: Ground, seed: number, log: (line: string) => void) {
    this.#ground = ground;
    this.#random = createRandom(seed);
    const often = (most: number) => (this.#random.chance(0.5) ? this.#random.next() * most : 0);
    const rates: Rates = {
      limited: often(0.3),
      broken: often(0.3),
      lost: often(0.3),
      final: often(0.2),
      store: often(0.15),
    };
    this.#log = (line) => log(`${(this.#clock.now().getTime() % 10_000_000) / 1000} ${line}`);
    this.#walls = new Walls(this.#random, rates);
    this.#walls.log = this.#log;
    log(JSON.stringify(rates));
    this.#deaths = this.#random.chance(0.5) ? this.#random.int(4) : 0;
    this.#life = new Life(this.#clock, this.#random);
    this.#deliverer = this.#begin(this.#life);
  }

  async run(): Promise<string[]> {
    const actors: Promise<void>[] = [];
    const project = aProject();
    await this.#ground.stores.projects.create(project);
    const channels = Array.from({ length: this.#random.between(1, 3) }, (_, index) => `c${index}`);
    for (let count = this.#random.between(1, 5); count > 0; count -= 1) {
      const session = aSession(project, {
        place: { platform: "discord", workspace: "w1", channel: `${this.#random.pick(channels)}.${count}` },
      });
      await this.#ground.stores.sessions.create(session);
      actors.push(this.#converse(session));
      if (this.#random.chance(0.5)) actors.push(this.#mention(session));
    }
    if (this.#deaths > 0) actors.push(this.#kill());
    let over = false;
    Promise.all(actors).then(
      () => {
        over = true;
      },
      (error: unknown) => {
        this.#errors.push(error);
        over = true;
      },
    );
    await this.#go(() => over);
    this.#walls.rates = { limited: 0, broken: 0, lost: 0, final: 0, store: 0 };
    this.#log("calm");
    const quiet = await this.#go(() => false);
    const found = await this.#judge(quiet);
    await this.#deliverer.stop();
    return found;
  }

  /** Goes on until nothing is left to do. False: it never ends. */
  async #go(over: () => boolean): Promise<boolean> {
    for (let step = 0; step < STEPS; step += 1) {
      do {
        await new Promise((resolve) => setImmediate(resolve));
      } while (underWay.count > 0);
      await new Promise((resolve) => setImmediate(resolve));
      if (underWay.count > 0) continue;
      if (over()) return true;
      if (!this.#clock.next()) return true;
    }
    return false;
  }

  #begin(life: Life): Deliverer {
    const failing = () => this.#walls.rates.store;
    const { stores } = this.#ground;
    const platform = this.#walls.platform(life);
    const deliverer = createDeliverer({
      deliveries: life.over(stores.deliveries, failing),
      drafts: life.over(stores.drafts, failing),
      messages: life.over(stores.messages, failing),
      sessions: life.over(stores.sessions, failing),
      platform: () => platform,
      bus: this.#bus,
      clock: life.clock,
      logger: silent,
    });
    deliverer.kick();
    return deliverer;
  }

  async #kill(): Promise<void> {
    for (let left = this.#deaths; left > 0; left -= 1) {
      await this.#sleep(3_000);
      this.#life.die();
      this.#log("dies");
      this.#walls.busy.clear();
      await this.#sleep(2_000);
      this.#life = new Life(this.#clock, this.#random);
      this.#deliverer = this.#begin(this.#life);
      this.#log("is born");
    }
  }

  #sleep(most: number): Promise<void> {
    return this.#clock.sleep(this.#random.int(most));
  }

  /** What the product does to the stores always works here: it is what follows that is looked at. */
  #do<T>(work: () => Promise<T>): Promise<T> {
    return new Life(this.#clock, this.#random).call(work, () => 0);
  }

  #message(session: Session, text: string, progress = false): ChatMessage {
    this.#ids += 1;
    const at = this.#clock.now().toISOString();
    const id = `msg_${String(this.#ids).padStart(3, "0")}`;
    return ownMessage({ id, session_id: session.id, at, ...drawn(`${id} ${text}`, progress, false) });
  }

  async #converse(session: Session): Promise<void> {
    for (let left = this.#random.between(1, 6); left > 0; left -= 1) {
      await this.#sleep(this.#random.pick([50, 500, 3_000]));
      const message = this.#message(session, "v1", this.#random.chance(0.2));
      const grows = this.#random.chance(0.3);
      if (grows) await this.#grow(session, message);
      const isPrivate = grows && this.#random.chance(0.2);
      const record = aRecord(session, { deliver: !isPrivate, reply: message });
      const written = await this.#do(() => this.#ground.stores.turns.commit(record));
      this.#log(`committed ${message.id} ${JSON.stringify(written)}`);
      if (isPrivate) {
        this.#deliverer.unwrite(message.id);
        this.#log(`unwrites ${message.id}`);
      } else if (written?.clear) this.#deliverer.send({ session, message });
      else this.#deliverer.kick();
      if (!isPrivate && this.#random.chance(0.4)) await this.#change(message);
    }
  }

  /** Somebody else in the session says something, too. */
  async #mention(session: Session): Promise<void> {
    for (let left = this.#random.between(1, 4); left > 0; left -= 1) {
      await this.#sleep(this.#random.pick([500, 3_000]));
      const message = this.#message(session, "note", this.#random.chance(0.5));
      await this.#do(() => this.#ground.stores.messages.post(message, true));
      this.#deliverer.kick();
      if (this.#random.chance(0.6)) await this.#change(message);
    }
  }

  async #grow(session: Session, message: ChatMessage): Promise<void> {
    let text = message.id;
    for (let left = this.#random.between(1, 8); left > 0; left -= 1) {
      text += ` w${left}`;
      const { place } = session;
      this.#deliverer.write({ place, person_id: "u1", message: { ...message, text } });
      await this.#sleep(this.#random.pick([100, 1_000, 2_000]));
    }
  }

  async #change(message: ChatMessage): Promise<void> {
    const most = this.#random.between(1, 6);
    const progress = message.blocks.some(({ type }) => type === "progress");
    for (let version = 2; version <= most + 1; version += 1) {
      await this.#sleep(this.#random.pick([2, 50, 500, 3_000]));
      const next = drawn(`${message.id} v${version}`, progress, version > most);
      await this.#do(() => this.#ground.stores.messages.update({ ...message, ...next, version }, true));
      this.#log(`changed ${message.id} ${version}`);
      this.#deliverer.kick();
    }
  }

  async #judge(quiet: boolean): Promise<string[]> {
    const found = [...this.#walls.faults, ...this.#errors.map(String)];
    if (!quiet) found.push("it never ends");
    if (quiet && this.#clock.size > 0) found.push(`${this.#clock.size} timers are left`);
    const rows = await this.#ground.rows();
    const drafts = await this.#ground.drafts();
    if (drafts.length > 0 && this.#deaths === 0) found.push(`drafts are left of ${drafts.join()}`);
    const standing = [...this.#walls.posts.values()].filter(({ gone }) => !gone);
    const inOrder = new Map<string, string[]>();
    for (const [index, row] of rows.entries()) {
      const posts = standing.filter(({ message_id }) => message_id === row.message_id);
      if (posts.length > 1) found.push(`${row.message_id} stands there ${posts.length} times`);
      if (!row.dead && row.delivered_version < row.wanted_version)
        found.push(`${row.message_id} waits forever`);
      if (!row.dead && posts.length === 0) found.push(`${row.message_id} is not there`);
      const message = await this.#ground.stores.messages.get(row.message_id);
      const [post] = posts;
      if (!row.dead && post && message && post.text !== message.text)
        found.push(`${row.message_id} stands as ${post.text} and not ${message.text}`);
      if (row.dead && row.error !== "refused") found.push(`${row.message_id} was given up for ${row.error}`);
      if (
        // Who dies before the report leaves it to the next that arrives.
        this.#deaths === 0 &&
        row.untold &&
        rows
          .slice(index + 1)
          .some(
            (later) =>
              later.session_id === row.session_id &&
              !later.dead &&
              this.#walls.seen.includes(later.message_id),
          )
      )
        found.push(`nobody was told of ${row.message_id}`);
      if (!this.#walls.drafted.has(row.message_id) && this.#walls.seen.includes(row.message_id))
        inOrder.set(row.session_id, [...(inOrder.get(row.session_id) ?? []), row.message_id]);
    }
    for (const ids of inOrder.values()) {
      const seen = this.#walls.seen.filter((id) => ids.includes(id));
      if (seen.join() !== ids.join()) found.push(`the order was ${seen.join()} and not ${ids.join()}`);
    }
    const known = new Set(rows.map(({ message_id }) => message_id));
    for (const { message_id } of standing)
      if (!known.has(message_id) && this.#deaths === 0)
        found.push(`${message_id} was taken back and stands there`);
    return found;
  }
}

function drawn(text: string, progress: boolean, ended: boolean): Pick<ChatMessage, "text" | "blocks"> {
  if (!progress) return { text, blocks: [{ type: "text", text }] };
  const status = ended ? ("completed" as const) : ("processing" as const);
  const counts = { completed: 0, total: 9, failed: 0, cancelled: 0 };
  const block = {
    type: "progress" as const,
    operation_id: "op",
    label: text,
    status,
    names: [],
    failures: [],
  };
  return { text, blocks: [{ ...block, ...counts }] };
}
