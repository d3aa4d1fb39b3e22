import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { InboundEvent } from "../../../../src/chat/inbound-event.ts";
import type { Skill } from "../../../../src/chat/skill.ts";
import { saidIdOf } from "../../../../src/chat/turn-ids.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import { converse, shout } from "../../../support/conversation.ts";
import { Stage } from "../../../support/stage.ts";
import { ANA, BO, Guild } from "../projects/guild.ts";

const SARAH = "Create a character named Sarah, a 28-year-old journalist";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

describe("what was answered already", () => {
  let guild: Guild;
  beforeEach(async () => {
    guild = new Guild(stage);
    await guild.say(guild.place("film", "t1"), '/project create "Salt"');
  });
  const place = () => guild.place("film", "t1");
  const say = async (text: string, person = ANA) => {
    const event = await guild.tell(place(), text, person);
    return { event, view: await guild.answer(event) };
  };
  const amend = (event: InboundEvent, text: string | null) =>
    guild.studio.product.receiver.amend({ event_id: event.id, place: event.place, text });
  /** What is offered once it was changed; "" when nothing is said. */
  const offered = async (event: InboundEvent, text: string | null): Promise<string> => {
    const before = (await guild.heard(place())).length;
    await amend(event, text);
    await guild.say(place(), "/session");
    const [first = "", ...more] = (await guild.heard(place())).slice(before);
    return more.length === 0 ? "" : first;
  };
  const press = async (label: string) => {
    const messages = await stage.stores.messages.page((await guild.session(place())).id, 50);
    const all = messages.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === "choices" ? block.choices : [])),
    );
    const found = all.findLast((choice) => choice.label === label);
    if (!found) throw new Error(`no ${label} among ${all.map((choice) => choice.label).join(", ")}`);
    return guild.press(place(), found.id);
  };

  test("is read again when it is edited: what would change is shown, and written once somebody accepts", async () => {
    const { event, view } = await say(SARAH, BO);
    const told = await offered(event, SARAH.replace("28", "31"));
    expect(told).toMatch(/^Bo changed a message that I had read already\. This would change with it:/);
    expect(told).toMatch(/Sarah.*age.*28.*31/s);
    expect(told).not.toContain("journalist →");
    expect((await guild.say(place(), "How old is Sarah?")).reply.text).toContain("28");
    const accepted = await press("Accept");
    expect(accepted.changes).toMatchObject([{ name: "Sarah" }]);
    expect((await guild.say(place(), "/history Sarah")).reply.text).toContain("Bo, accepted by Ana");
    expect((await guild.say(place(), "How old is Sarah?")).reply.text).toContain("31");
    const original = await stage.stores.messages.get(saidIdOf(view.turn_id));
    expect(original).toMatchObject({ text: SARAH, edited_at: expect.any(String) });
  });

  test("a declined edit changes nothing, and one back to the first words is shown, too", async () => {
    const { event } = await say(SARAH);
    await offered(event, SARAH.replace("28", "31"));
    await press("Decline");
    expect((await guild.say(place(), "How old is Sarah?")).reply.text).toContain("28");
    await offered(event, SARAH.replace("28", "33"));
    await press("Accept");
    expect(await offered(event, SARAH)).toMatch(/33.*28/s);
  });

  test("what it says no longer can be undone as a whole", async () => {
    const { event } = await say(`${SARAH}. Sarah is afraid of water.`);
    const told = await offered(event, SARAH);
    expect(told).toContain("It no longer says all of this:");
    expect(told).toContain("water");
    const undone = await press("Undo what the first version saved");
    expect(undone.error).toBeUndefined();
    expect((await guild.say(place(), "Who is Sarah?")).reply.text).not.toContain("journalist");
  });

  test("an edit that changes nothing in meaning, or is of a command, is passed over in silence", async () => {
    const { event } = await say(SARAH);
    expect(await offered(event, SARAH)).toBe("");
    expect(await offered(event, ` ${SARAH.replace(" a ", "  a ")}`)).toBe("");
    expect(await offered(event, `${SARAH}.`)).toBe("");
    const thanks = await say("Thank you!");
    expect(await offered(thanks.event, "Thank you so much!")).toBe("");
    const command = await say("/character create John");
    expect(await offered(command.event, "/character create Jon")).toBe("");
    expect(await offered(guild.event(place(), "never heard"), "still not")).toBe("");
  });

  test("an edited question is answered anew at a press", async () => {
    await say(SARAH);
    await say("Create a character named John, a baker");
    const { event } = await say("Who is Sarah?");
    expect(await offered(event, "Who is John?")).toContain("Bo changed".replace("Bo", "Ana"));
    expect((await press("Answer it now")).reply.text).toContain("baker");
  });

  test("a deleted message offers to undo what came from it, and is kept until somebody does", async () => {
    const { event } = await say(SARAH, BO);
    const told = await offered(event, null);
    expect(told).toContain("Bo deleted a message that this came from.");
    expect(told).toContain("Sarah");
    expect((await guild.say(place(), "Who is Sarah?")).reply.text).toContain("journalist");
    await press("Undo what came from it");
    expect((await guild.say(place(), "Who is Sarah?")).reply.text).not.toContain("journalist");
    const other = await say("Create a character named John, a baker");
    await offered(other.event, null);
    expect((await press("Keep it")).reply.text).toContain("it stays");
  });

  test("a deleted message that nothing came from is gone from the record, too, without a word", async () => {
    const { event, view } = await say("Thank you!", BO);
    expect(await offered(event, null)).toBe("");
    expect((await stage.stores.messages.get(saidIdOf(view.turn_id)))?.text).toBe("");
    expect(await offered(event, null)).toBe("");
  });

  test("the same edit told twice is offered once, and a viewer's waits for a writer", async () => {
    const { event } = await say(SARAH);
    const before = (await guild.heard(place())).length;
    const edited = SARAH.replace("28", "31");
    await Promise.all([amend(event, edited), amend(event, edited)]);
    await guild.say(place(), "/session");
    expect(await guild.heard(place())).toHaveLength(before + 2);
    const messages = await stage.stores.messages.page((await guild.session(place())).id, 10);
    const accept = messages
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === "choices" ? block.choices : [])))
      .find(({ label }) => label === "Accept");
    const viewer = await guild.press(place(), accept?.id ?? "", { id: "v", name: "Vera", role: "viewer" });
    expect(viewer.error?.code).toBe("forbidden");
  });
});

describe("a message that is changed while it waits or is worked on", () => {
  const slow = (gate: PromiseWithResolvers<void>, seen: string[]): Skill => ({
    ...shout,
    run: async (turn, reading) => {
      seen.push(turn.message?.text ?? "");
      if (turn.message?.text.startsWith("first")) await gate.promise;
      return shout.run(turn, reading);
    },
  });
  const viewOf = async (
    receiver: { finished(id: string, ms: number): Promise<TurnView | undefined> },
    id: string,
  ) => (await receiver.finished(id, 5_000))?.reply.text;

  test("is answered by its newest words, and dropped when it is deleted", async () => {
    const session = await stage.session("discord");
    const [gate, seen] = [Promise.withResolvers<void>(), [] as string[]];
    const { receiver, conductor } = converse(stage, [slow(gate, seen)]);
    const [first, second, third] = ["first", "second", "third"].map((text) => stage.said(session, text));
    for (const event of [first, second, third]) if (event) await receiver.receive(event);
    await vi.waitFor(() => expect(seen).toEqual(["first"]));
    await receiver.amend({ event_id: second?.id ?? "", place: session.place, text: "second, better" });
    await receiver.amend({ event_id: third?.id ?? "", place: session.place, text: null });
    gate.resolve();
    await conductor.drain();
    expect(seen).toEqual(["first", "second, better"]);
    expect(await viewOf(receiver, second?.id ?? "")).toBe("SECOND, BETTER");
    expect(await stage.stores.turns.findByEvent(third?.id ?? "")).toBeUndefined();
  });

  test("is taken anew when its turn runs, and let go when it is deleted", async () => {
    const session = await stage.session("discord");
    const [gate, seen] = [Promise.withResolvers<void>(), [] as string[]];
    const unwritten: string[] = [];
    const { receiver, conductor } = converse(stage, [slow(gate, seen)], {
      unwrite: (id) => void unwritten.push(id),
    });
    const event = stage.said(session, "first");
    await receiver.receive(event);
    await vi.waitFor(() => expect(seen).toEqual(["first"]));
    await receiver.amend({ event_id: event.id, place: session.place, text: "second thoughts" });
    await conductor.drain();
    expect(await viewOf(receiver, event.id)).toBe("SECOND THOUGHTS");
    const gone = stage.said(session, "first and gone");
    const { turn_id } = await receiver.receive(gone);
    await vi.waitFor(() => expect(seen).toContain("first and gone"));
    await receiver.amend({ event_id: gone.id, place: session.place, text: null });
    await conductor.drain();
    expect(await stage.stores.turns.findByEvent(gone.id)).toBeUndefined();
    expect(unwritten).toEqual([`${turn_id.replace("trn_", "msg_")}_1`]);
  });
});
