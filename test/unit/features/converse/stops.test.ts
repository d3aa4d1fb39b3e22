import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createModels } from "../../../../src/app/model.ts";
import type { ChatMessage } from "../../../../src/chat/chat-message.ts";
import { Stops } from "../../../../src/features/converse/stops.ts";
import { type OpenAiServer, startOpenAiServer } from "../../../fakes/openai-server.ts";
import { Studio } from "../../../support/product.ts";
import { Stage, silent } from "../../../support/stage.ts";
import { ANA, BO, Guild, namedPlatform } from "../projects/guild.ts";

const WITHIN_MS = 1_000;
const LOOSE = "Tell me a story about the sea, whatever comes to your mind";

describe("a turn that somebody stops", () => {
  let stage: Stage;
  let server: OpenAiServer;
  let guild: Guild;
  const posted: ChatMessage[] = [];
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    server = await startOpenAiServer();
    const models = createModels(
      { kind: "openai", baseUrl: server.url, models: ["big"] },
      { openai: "sk-test" },
      silent,
    );
    const platform = namedPlatform("discord", {
      send: async (_place, message) => {
        posted.push(message);
        return message.id;
      },
    });
    const studio = new Studio(stage, undefined, undefined, { models, platform: () => platform });
    guild = new Guild(stage, platform, studio);
    await guild.say(guild.place("film", "t1"), '/project create "Salt"');
  });
  afterEach(() => server.close());
  afterAll(() => stage.close());

  const place = () => guild.place("film", "t1");
  /** Says something that the model never answers, and resolves once it was asked. */
  const hang = async () => {
    server.fault({ type: "hang" });
    const before = server.requests.length;
    const event = await guild.tell(place(), LOOSE);
    await vi.waitFor(() => expect(server.requests.length).toBeGreaterThan(before), 5_000);
    return event;
  };
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work();
    expect(performance.now() - began).toBeLessThan(WITHIN_MS);
    return result;
  };

  test("/stop ends it within a second and says what was kept; what waits goes on in its order", async () => {
    const running = await hang();
    const second = await guild.tell(place(), "Create a character named Sarah", BO);
    const third = await guild.tell(place(), "How old is Sarah?", BO);
    const told = await timed(() => guild.command(place(), "stop", {}, BO));
    expect([told.private, told.reply.text]).toEqual([true, "Stopped."]);
    const ended = await guild.answer(running);
    expect(ended.reply.text).toBe(
      "⏹ Stopped by Bo. What was said stays in the conversation, but nothing of it was saved to the film. I go on with what was said after it.",
    );
    expect(ended.changes).toEqual([]);
    expect((await guild.answer(second)).changes).toMatchObject([{ name: "Sarah" }]);
    await guild.answer(third);
    const answers = (await guild.heard(place())).slice(-3);
    expect(answers[0]).toContain("Stopped by Bo");
    expect(answers[1]).toContain("Sarah");
  });

  test("typed as a message it stops, too, and a second one finds nothing to stop", async () => {
    const running = await hang();
    const [first, again] = await timed(async () => {
      const one = await guild.tell(place(), "/stop");
      return [await guild.answer(one), await guild.say(place(), "/stop")];
    });
    expect(first?.reply.text).toBe("Stopped.");
    expect(again?.reply.text).toBe("I am not working on an answer here.");
    expect((await guild.answer(running)).reply.text).toContain("Stopped by Ana");
  });

  test("a stop that is told twice stops one turn", async () => {
    const running = await hang();
    const stop = { ...guild.event(place(), "/stop"), id: "stop:twice" };
    await guild.studio.product.receiver.receive(stop);
    await guild.answer(running);
    const next = await hang();
    await guild.studio.product.receiver.receive(stop);
    stage.bus.publish("stop", { session_id: (await guild.session(place())).id, event_id: stop.id, by: "Bo" });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await stage.stores.turns.findByEvent(next.id)).toBeUndefined();
    await guild.command(place(), "stop", {});
    await guild.answer(next);
  });

  test("what takes long shows a Stop button of its own, which stops no other turn", async () => {
    posted.length = 0;
    const running = await hang();
    stage.clock.pass(4_000);
    stage.clock.pass(1_000);
    const shown = await vi.waitFor(
      () => posted.find(({ text }) => text.includes("Working on it")) ?? expect.fail("nothing is shown"),
    );
    const [button] = shown.blocks.flatMap((block) => (block.type === "choices" ? block.choices : []));
    expect(button?.label).toBe("Stop");
    const told = await timed(() => guild.press(place(), button?.id ?? "", BO));
    expect([told.private, told.reply.text]).toEqual([true, "Stopped."]);
    const view = await guild.answer(running);
    expect(view.reply.message_id).toBe(shown.id);
    expect(view.reply.text).not.toContain("Working on it");
    const next = await hang();
    const late = await timed(() => guild.press(place(), button?.id ?? "", ANA));
    expect(late.reply.text).toContain("Bo pressed");
    expect(await stage.stores.turns.findByEvent(next.id)).toBeUndefined();
    await guild.command(place(), "stop", {});
    await guild.answer(next);
  });

  test("on the page the button comes with the draft, and the answer takes its place", async () => {
    const session = await stage.session();
    const frames: unknown[] = [];
    stage.bus.subscribe(`session:${session.id}`, (payload) => void frames.push(payload));
    server.fault({ type: "hang" });
    const event = stage.said(session, LOOSE);
    await guild.studio.product.receiver.receive(event);
    await vi.waitFor(() => expect(server.requests.length).toBeGreaterThan(0));
    stage.clock.pass(4_000);
    await vi.waitFor(() => expect(JSON.stringify(frames)).toMatch(/Working on it.*"label":"Stop"/));
    const [, id = ""] = /"id":"(stop:trn_\w+)"/.exec(JSON.stringify(frames)) ?? [];
    const pressed = await timed(() => guild.studio.press(session, id));
    expect([pressed.private, pressed.reply.text]).toEqual([true, "Stopped."]);
    expect((await guild.answer(event)).reply.text).toContain("Stopped by Ada");
  });

  test("with nothing running, /stop tells of the bulk work that is", async () => {
    const none = await guild.command(place(), "stop", {});
    expect(none.reply.text).toBe("I am not working on an answer here.");
    await guild.say(place(), "Create a character named Sarah");
    await guild.say(place(), "/bulk characters 10");
    const some = await guild.command(place(), "stop", {});
    expect(some.reply.text).toContain("Bulk work under way");
    expect(some.choices.map(({ label }) => label)).toContain("Cancel: 10 characters");
  });
});

describe("who asked to stop what", () => {
  const ask = { session_id: "s", event_id: "e", by: "Bo" };
  const turnOf = (session_id: string, turn_id: string, thread: string, who: string) => ({
    session_id,
    turn_id,
    event: {
      id: turn_id,
      type: "message" as const,
      place: { platform: "slack" as const, workspace: "T1", channel: "C1", thread },
      person: { id: who, role: "writer" as const },
      at: "2026-11-22T10:00:00.000Z",
      text: "",
    },
  });

  test("from the channel, one's own turns in its threads are stopped, or the only one there is", () => {
    const stops = new Stops();
    const [first, second] = [
      stops.begin(turnOf("s1", "trn_1", "t1", "ana")),
      stops.begin(turnOf("s2", "trn_2", "t2", "bo")),
    ];
    const inChannel = { session_id: "channel", by: "Bo", channel: "slack T1 C1" };
    stops.ask({ ...inChannel, event_id: "other place", channel: "slack T1 C2", by_id: "bo" });
    stops.ask({ ...inChannel, event_id: "stranger", by_id: "cy" });
    expect([first.stop.aborted, second.stop.aborted, stops.didStop("stranger")]).toEqual([
      false,
      false,
      false,
    ]);
    stops.ask({ ...inChannel, event_id: "own", by_id: "bo" });
    expect([first.stop.aborted, second.stop.aborted, stops.didStop("own")]).toEqual([false, true, true]);
    second.end();
    stops.ask({ ...inChannel, event_id: "only", by_id: "cy" });
    expect([first.stop.aborted, stops.didStop("only")]).toEqual([true, true]);
  });

  test("a turn that is about to be written is not stopped, and whoever asks is told so", () => {
    const stops = new Stops();
    const run = stops.begin(turnOf("s", "trn_1", "t1", "ana"));
    expect(run.seal()).toBe(true);
    stops.ask(ask);
    expect([run.stop.aborted, stops.didStop("e"), stops.next("s"), stops.next("s")]).toEqual([
      false,
      false,
      "e",
      undefined,
    ]);
  });

  test("a stopped turn is not written, and one that has ended stops nothing", () => {
    const stops = new Stops();
    const run = stops.begin(turnOf("s", "trn_1", "t1", "ana"));
    stops.ask({ ...ask, turn_id: "trn_1" });
    expect([run.stop.aborted, run.by, run.seal(), stops.didStop("e")]).toEqual([true, "Bo", false, true]);
    run.end();
    stops.ask({ ...ask, event_id: "later" });
    expect(stops.didStop("later")).toBe(false);
  });
});
