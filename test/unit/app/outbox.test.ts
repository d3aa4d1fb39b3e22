import { beforeEach, describe, expect, test } from "vitest";
import { createMemoryBus } from "../../../src/adapters/memory/bus.ts";
import { DUTIES, type Duty } from "../../../src/app/duty.ts";
import { createOutbox, type Outbox } from "../../../src/app/outbox.ts";
import { ownMessage } from "../../../src/chat/own-message.ts";
import type { Bus } from "../../../src/ports/bus.ts";
import type { Lease, Leases } from "../../../src/ports/leases.ts";
import { StillClock, silent } from "../../support/stage.ts";

/** One lease for all, which can be taken from its holder. */
class OneLease implements Leases {
  #holder: AbortController | undefined;
  broken = false;

  async tryAcquire(): Promise<Lease | undefined> {
    if (this.broken) throw new Error("the store is away");
    if (this.#holder) return undefined;
    const holder = new AbortController();
    this.#holder = holder;
    const release = async () => {
      if (this.#holder === holder) this.#holder = undefined;
    };
    return { token: 1, lost: holder.signal, release };
  }

  lose(): void {
    this.#holder?.abort();
    this.#holder = undefined;
  }

  async close(): Promise<void> {}
}

describe("who delivers among several processes", () => {
  let bus: Bus;
  let clock: StillClock;
  let leases: OneLease;
  let kicks: string[];
  beforeEach(() => {
    bus = createMemoryBus((error) => {
      throw error;
    });
    [clock, leases, kicks] = [new StillClock(), new OneLease(), []];
  });

  const join = (name: string, duty: Duty = DUTIES.bot): Outbox => {
    const outbox = createOutbox({ bus, leases, clock, logger: silent, shared: true, duty }, () => {
      let stopped = false;
      return {
        kick: () => void (stopped || kicks.push(name)),
        drain: async () => {},
        send: () => void kicks.push(`${name} sends`),
        write: ({ message: { text } }) => void kicks.push(`${name} writes ${text}`),
        unwrite: (id) => void kicks.push(`${name} forgets ${id}`),
        stop: async () => {
          stopped = true;
        },
      };
    });
    outbox.start();
    return outbox;
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const kicked = async (outbox: Outbox) => {
    kicks = [];
    outbox.kick();
    await settle();
    return kicks;
  };

  test("is one of the bots, whoever says that something is due", async () => {
    const one = join("one");
    await settle();
    const [two, worker] = [join("two"), join("worker", DUTIES.worker)];
    await settle();
    for (const outbox of [one, two, worker]) expect(await kicked(outbox)).toEqual(["one"]);
  });

  test("is the other at once when it stops, and soon when it died", async () => {
    const one = join("one");
    await settle();
    const two = join("two");
    await settle();
    await one.stop();
    await settle();
    expect(await kicked(two)).toEqual(["two"]);
    const three = join("three");
    await settle();
    // As of a process that is gone: nobody says so.
    leases.lose();
    await settle();
    clock.pass(3_000);
    await settle();
    expect(await kicked(three)).toHaveLength(1);
    await two.stop();
  });

  test("asks again when nobody could be asked, and looks for what is due when it begins", async () => {
    leases.broken = true;
    const one = join("one");
    await settle();
    expect(await kicked(one)).toEqual([]);
    leases.broken = false;
    clock.pass(3_000);
    await settle();
    expect(kicks).toEqual(["one"]);
  });

  test("is handed what it stored itself, and looks for what others did", async () => {
    const one = join("one");
    await settle();
    const two = join("two");
    await settle();
    kicks = [];
    for (const outbox of [one, two]) outbox.send({} as Parameters<Outbox["send"]>[0]);
    await settle();
    expect(kicks).toEqual(["one sends", "one"]);
  });

  test("alone shows replies that grow, whoever writes them, with their newest words", async () => {
    const one = join("one");
    await settle();
    const two = join("two");
    await settle();
    kicks = [];
    const written = (text: string) => {
      const place = { platform: "slack" as const, workspace: "T1", channel: "C1" };
      const at = clock.now().toISOString();
      const blocks = [{ type: "text" as const, text }];
      const message = ownMessage({ id: "msg_1", session_id: "ses_1", text, at, blocks });
      return { place, person_id: "ana", message };
    };
    one.write(written("One"));
    expect(kicks).toEqual(["one writes One"]);
    for (const text of ["Two", "Two by", "Two by two"]) two.write(written(text));
    await settle();
    clock.pass(500);
    await settle();
    expect(kicks).toEqual(["one writes One", "one writes Two", "one writes Two by two"]);
    two.write(written("Two by two by"));
    two.unwrite("msg_1");
    await settle();
    clock.pass(60_000);
    await settle();
    expect(kicks.slice(3)).toEqual(["one forgets msg_1"]);
  });
});
