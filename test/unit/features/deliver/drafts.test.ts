import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ownMessage } from "../../../../src/chat/own-message.ts";
import type { Skill } from "../../../../src/chat/skill.ts";
import type { Turn } from "../../../../src/chat/turn.ts";
import type { Session } from "../../../../src/domain/session.ts";
import { createDeliverer, type Deliverer } from "../../../../src/features/deliver/deliverer.ts";
import { type Conversation, converse } from "../../../support/conversation.ts";
import { Stage, silent } from "../../../support/stage.ts";
import { StreamingChannel } from "../../../support/streaming-channel.ts";

/** Writes what the test says, when it says so. */
class Pen {
  turn = Promise.withResolvers<Turn>();
  #end = Promise.withResolvers<{ text: string; alone: boolean }>();
  readonly skill: Skill = {
    name: "write",
    claims: () => true,
    run: async (turn) => {
      this.turn.resolve(turn);
      const { text, alone } = await this.#end.promise;
      return { blocks: [{ type: "text", text }], ...(alone ? { private: true } : {}) };
    },
  };

  async write(text: string): Promise<void> {
    (await this.turn.promise).stream(text);
  }

  fail(error: Error): void {
    this.#end.reject(error);
  }

  end(text: string, alone = false): void {
    this.#end.resolve({ text, alone });
  }
}

describe("a reply that is shown while it is written", () => {
  let stage: Stage;
  let channel: StreamingChannel;
  let delivery: Deliverer;
  let session: Session;
  let pen: Pen;
  let talk: Conversation;

  const open = () => {
    const { clock, bus } = stage;
    delivery = createDeliverer({ ...stage.stores, platform: () => channel, bus, clock, logger: silent });
    pen = new Pen();
    talk = converse(stage, [pen.skill], {
      write: delivery.write,
      onTurn: (_, view) => {
        if (view.private) delivery.unwrite(view.message_id);
      },
    });
  };
  beforeEach(async () => {
    stage = await Stage.open();
    channel = new StreamingChannel();
    session = await stage.session("slack");
    open();
    await talk.receiver.receive(stage.said(session, "Write me something"));
  });
  afterEach(async () => {
    pen.end("over");
    await talk.conductor.stop();
    await delivery.stop();
    await stage.close();
  });

  const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 5 });
  const grow = async (text: string) => {
    await pen.write(text);
    await soon(() => {
      stage.clock.pass(200);
      expect(channel.seen()).toEqual([text]);
    });
  };
  const finish = async (text: string) => {
    pen.end(text);
    await talk.conductor.drain();
    await delivery.drain();
    stage.clock.pass(2_000);
    await delivery.drain();
  };

  test("grows in one post, and ends as it is stored", async () => {
    await grow("One");
    await grow("One two");
    await finish("One two three.");
    expect(channel.seen()).toEqual(["One two three."]);
    expect(channel.states.slice(0, 2)).toEqual(["One", "One two"]);
  });

  test("is posted whole where it is soon done", async () => {
    await pen.write("Quick");
    await finish("Quick answer.");
    stage.clock.pass(60_000);
    expect(channel.states).toEqual(["Quick answer."]);
  });

  test("stays as it ended, whatever is written of it too late", async () => {
    await grow("One");
    await finish("One two.");
    await pen.write("One late");
    stage.clock.pass(60_000);
    await delivery.drain();
    expect(channel.seen()).toEqual(["One two."]);
    expect(channel.states.at(-1)).toBe("One two.");
  });

  test("does not overtake an earlier reply that could not be posted yet", async () => {
    const blocks = [{ type: "text" as const, text: "Earlier." }];
    const at = stage.clock.now().toISOString();
    const earlier = ownMessage({ id: "msg_earlier_1", session_id: session.id, text: "Earlier.", at, blocks });
    await stage.stores.messages.post(earlier, true);
    const begins = vi.spyOn(stage.stores.drafts, "begin");
    await pen.write("One");
    stage.clock.pass(2_000);
    await soon(() => expect(begins).toHaveBeenCalled());
    expect(channel.seen()).toEqual([]);
    await delivery.drain();
    await soon(() => {
      stage.clock.pass(200);
      expect(channel.seen()).toEqual(["Earlier.", "One"]);
    });
    await finish("One two.");
    expect(channel.seen()).toEqual(["Earlier.", "One two."]);
  });

  test("goes on by edits when its stream is cut, and loses nothing", async () => {
    await grow("One");
    channel.cut = { final: true };
    await grow("One two");
    await grow("One two three");
    expect(channel.posts.get("p1")?.ended).toBe(true);
    await finish("One two three.");
    expect(channel.seen()).toEqual(["One two three."]);
  });

  test("goes by edits where nothing is streamed", async () => {
    channel.streams = false;
    await grow("One");
    await grow("One two");
    await finish("Done.");
    expect([...channel.posts.values()].map(({ by }) => by)).toEqual(["post"]);
    expect(channel.seen()).toEqual(["Done."]);
  });

  test("begins anew in its place when the text does", async () => {
    await grow("A first try");
    await grow("Another");
    await finish("Another one.");
    expect(channel.seen()).toEqual(["Another one."]);
  });

  test("is taken up again by the next process, in the same post", async () => {
    await grow("Half of");
    await delivery.stop();
    const stopped = talk.conductor.stop();
    pen.fail(new Error("killed"));
    await stopped;
    open();
    talk.conductor.schedule(session.id);
    await grow("Half of it");
    await finish("All of it.");
    expect(channel.seen()).toEqual(["All of it."]);
    expect(channel.posts.size).toBe(1);
  });

  test("is found again when its process died before it kept where it is", async () => {
    stage.stores.drafts.posted = async () => {
      throw new Error("killed");
    };
    await pen.write("Half of");
    stage.clock.pass(2_000);
    await soon(() => expect(channel.seen()).toEqual(["Half of"]));
    await delivery.stop();
    const { clock, bus } = stage;
    delivery = createDeliverer({ ...stage.stores, platform: () => channel, bus, clock, logger: silent });
    await finish("The whole.");
    expect(channel.seen()).toEqual(["The whole."]);
  });

  test("is posted once more where somebody deleted it meanwhile", async () => {
    await grow("One");
    channel.posts.clear();
    await finish("One two.");
    expect(channel.seen()).toEqual(["One two."]);
  });

  test("is taken away when the answer is for one person alone", async () => {
    await grow("Nothing for");
    pen.end("Nothing for you.", true);
    await talk.conductor.drain();
    await soon(() => expect(channel.seen()).toEqual([]));
  });

  test("is taken away when nobody will finish it", async () => {
    const before = new Date(stage.clock.now().getTime() - 60_000);
    await stage.stores.drafts.begin("msg_gone_1", session.id, before);
    const id = await channel.streaming.begin(session.place, "ada", "half");
    await stage.stores.drafts.posted("msg_gone_1", id ?? "");
    await finish("Another answer.");
    expect(channel.seen()).toEqual(["half", "Another answer."]);
    stage.clock.pass(11 * 60_000);
    await soon(() => expect(channel.seen()).toEqual(["Another answer."]));
  });
});
