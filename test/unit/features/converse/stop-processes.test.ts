import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createModels } from "../../../../src/app/model.ts";
import type { InboundEvent, Person } from "../../../../src/chat/inbound-event.ts";
import { replyIdOf } from "../../../../src/chat/turn-ids.ts";
import type { Place } from "../../../../src/domain/session.ts";
import { type OpenAiServer, startOpenAiServer } from "../../../fakes/openai-server.ts";
import { Studio } from "../../../support/product.ts";
import { Stage, silent } from "../../../support/stage.ts";
import { ANA, BO, Guild, namedPlatform, someone } from "../projects/guild.ts";

const LOOSE = "Tell me a story about the sea, whatever comes to your mind";
const CY = someone("Cy", "writer");

/** Two processes over the same stores: one takes the turns, the other hears who wants them stopped. */
describe("a turn of another process that somebody stops", () => {
  let stage: Stage;
  let server: OpenAiServer;
  let guild: Guild;
  let other: Studio;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    server = await startOpenAiServer();
    const model = { kind: "openai", baseUrl: server.url, models: ["big"] } as const;
    const platform = namedPlatform("slack");
    const studio = () =>
      new Studio(stage, undefined, undefined, {
        models: createModels(model, { openai: "sk-test" }, silent),
        platform: () => platform,
        shared: true,
      });
    other = studio();
    guild = new Guild(stage, platform, studio());
    for (const thread of ["t1", "t2"]) await guild.say(at(thread), `/project create "Salt ${thread}"`);
    await guild.say(channel(), '/project create "Salt"');
  });
  afterEach(() => server.close());
  afterAll(() => stage.close());

  const at = (thread: string) => guild.place("film", thread);
  const channel = () => guild.place("film");
  const hang = async (place: Place, person: Person = ANA) => {
    server.fault({ type: "hang" });
    const before = server.requests.length;
    const event = await guild.tell(place, LOOSE, person);
    await vi.waitFor(() => expect(server.requests.length).toBeGreaterThan(before), 5_000);
    return event;
  };
  /** Told to the other process, which answers or has it answered. */
  const told = async (event: InboundEvent) => {
    await other.product.receiver.receive(event);
    const view = await other.product.receiver.finished(event.id, 10_000);
    return view?.reply.text ?? "no answer";
  };
  const stopAt = (place: Place, person: Person) => told(guild.event(place, "/stop", person));
  const press = (place: Place, turn: string, person = BO) => {
    const { text: _, ...base } = guild.event(place, "", person);
    return told({ ...base, type: "choice", choice_id: `stop:${turn}`, unique: true });
  };
  const turnOf = async ({ id }: InboundEvent) => (await stage.stores.inbox.find(id))?.turn_id ?? "";
  const ended = async (event: InboundEvent) => (await guild.answer(event)).reply.text;
  const runs = async ({ id }: InboundEvent) => (await stage.stores.inbox.find(id))?.status === "pending";

  test("ends, by the word and by the button, and says by whom", async () => {
    const typed = await hang(at("t1"));
    expect(await stopAt(at("t1"), BO)).toBe("Stopped.");
    expect(await ended(typed)).toContain("Stopped by Bo");
    const pressed = await hang(at("t1"));
    expect(await press(at("t1"), await turnOf(pressed))).toBe("Stopped.");
    expect(await ended(pressed)).toContain("Stopped by Bo");
  });

  test("from the channel one's own turns end, or the only one there is, and the answer says so", async () => {
    const [anas, bos] = [await hang(at("t1"), ANA), await hang(at("t2"), BO)];
    expect(await stopAt(channel(), CY)).toBe("I am not working on an answer here.");
    expect([await runs(anas), await runs(bos)]).toEqual([true, true]);
    expect(await stopAt(channel(), BO)).toBe("Stopped.");
    expect(await ended(bos)).toContain("Stopped by Bo");
    expect(await runs(anas)).toBe(true);
    expect(await stopAt(channel(), CY)).toBe("Stopped.");
    expect(await ended(anas)).toContain("Stopped by Cy");
  });

  test("the button of an answer that is there is answered at once, whatever runs, and stops nothing", async () => {
    const before = await guild.tell(at("t1"), "Create a character named Sarah");
    await guild.answer(before);
    const running = await hang(at("t1"));
    expect(await press(at("t1"), await turnOf(before))).toMatch(/^That answer is finished/);
    expect(await runs(running)).toBe(true);
    await stopAt(at("t1"), ANA);
    await ended(running);
  });

  test("stopped while its process dies, it is not taken anew by the next", async () => {
    const running = await hang(at("t1"));
    const turn = await turnOf(running);
    const { id } = await guild.session(at("t1"));
    await guild.studio.product.stop();
    const lease = await stage.leases.tryAcquire(`session:${id}`);
    const pressed = press(at("t1"), turn);
    await vi.waitFor(async () => expect(await stage.stores.inbox.line(id, 5)).toHaveLength(2));
    await lease?.release();
    stage.clock.pass(500);
    expect(await pressed).toBe("Stopped.");
    await vi.waitFor(async () =>
      expect((await stage.stores.messages.get(replyIdOf(turn)))?.text).toContain("Stopped by Bo"),
    );
  });
});
