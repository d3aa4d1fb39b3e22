import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";
import { ANA, BO, Guild, namedPlatform } from "./guild.ts";

const SARAH = "Create a character named Sarah, a 28-year-old journalist";

let stage: Stage;
let guild: Guild;
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(() => {
  guild = new Guild(stage);
});
afterAll(() => stage.close());

/** A second channel is asked for its film, since there is one to choose. */
async function asked() {
  await guild.say(guild.place("night-shift", "t1"), SARAH);
  const place = guild.place("day-shift", "t2");
  const event = await guild.tell(place, "Create a character named John", BO);
  await vi.waitFor(async () => expect(await guild.buttons(place)).not.toEqual([]));
  return { place, event };
}

test("the first channel of a workspace gets a film called as itself, and is answered at once", async () => {
  const place = guild.place("night-shift", "t1");
  const first = await guild.say(place, SARAH, BO);
  expect(first.changes).toHaveLength(1);
  expect(first.reply.text).toContain("a film of its own now: **Night Shift**");
  expect(first.choices.map(({ label }) => label)).toEqual(
    expect.arrayContaining(["Call it otherwise", "Not here"]),
  );
  expect((await guild.say(place, "Sarah is 29")).reply.text).not.toContain("Night Shift");
  expect(await guild.film(guild.place("night-shift"))).toBe("Night Shift");
  const other = await guild.say(guild.place("night-shift", "t9"), "Who is Sarah?");
  expect(other.reply.text).toContain("journalist");
});

test("another channel is asked which film it works on; what was said waits and is answered once somebody chose", async () => {
  const { place, event } = await asked();
  expect((await guild.buttons(place)).map(({ label }) => label)).toEqual([
    "New film: Day Shift",
    "Night Shift",
    "Not here",
  ]);
  const second = await guild.tell(place, "Who is John?", BO);
  const chosen = await guild.press(place, await guild.button(place, "New film: Day Shift"), BO);
  expect(chosen.error).toBeUndefined();
  expect((await guild.answer(event)).changes).toMatchObject([{ name: "John", by: "bo" }]);
  expect((await guild.answer(second)).reply.text).toContain("John");
  expect(await guild.film(guild.place("day-shift"))).toBe("Day Shift");
  const told = await guild.heard(place);
  expect(told.filter((text) => text.includes("Which one is this for?"))).toHaveLength(1);
});

test("the question shows what was chosen and by whom, and acts once", async () => {
  const { place } = await asked();
  const id = await guild.button(place, "New film: Day Shift");
  const other = await guild.button(place, "Night Shift");
  await guild.press(place, id, BO);
  const late = await guild.press(place, other, BO);
  expect(late).toMatchObject({
    private: true,
    reply: { text: expect.stringContaining("**Day Shift** here by now") },
  });
  const messages = await stage.stores.messages.page((await guild.session(place)).id, 50);
  const question = messages.find(({ text }) => text.includes("Which one is this for?"));
  const states = question?.blocks.flatMap((block) => (block.type === "choices" ? block.choices : []));
  expect(states?.map(({ state, pressed_by_name }) => [state, pressed_by_name])).toEqual([
    ["pressed", "Bo"],
    ["expired", undefined],
    ["expired", undefined],
  ]);
  expect((await guild.press(place, other)).error?.code).toBe("conflict");
  expect((await guild.press(place, id)).reply.text).toContain("Bo pressed");
  expect(await guild.film(place)).toBe("Day Shift");
});

test("to join a film that is there takes a producer; both channels then share it", async () => {
  const { place, event } = await asked();
  const id = await guild.button(place, "Night Shift");
  const refused = await guild.press(place, id, BO);
  expect([refused.error?.code, refused.private]).toEqual(["forbidden", true]);
  await guild.press(place, id, ANA);
  await guild.answer(event);
  expect((await guild.say(place, "Who is Sarah?")).reply.text).toContain("journalist");
  expect((await guild.say(guild.place("night-shift", "t1"), "Who is John?")).reply.text).toContain("John");
});

test("“Not here” keeps nothing of what was said, and a later call asks anew", async () => {
  const { place, event } = await asked();
  await guild.press(place, await guild.button(place, "Not here"), BO);
  const { id, status } = await guild.session(place);
  expect(status).toBe("closed");
  await vi.waitFor(async () => expect(await stage.stores.inbox.next(id)).toBeUndefined());
  expect((await stage.stores.messages.page(id, 50)).filter(({ role }) => role === "person")).toEqual([]);
  expect(await stage.stores.turns.findByEvent(event.id)).toBeUndefined();
  const again = await guild.tell(place, "Create a character named Maya", BO);
  await vi.waitFor(async () => expect((await guild.buttons(place)).every(({ state }) => state === "open")));
  await guild.press(place, await guild.button(place, "New film: Day Shift"), BO);
  expect((await guild.answer(again)).changes).toMatchObject([{ name: "Maya" }]);
});

test("every conversation of a channel that waits goes on once one of them chose", async () => {
  const { place, event } = await asked();
  const other = guild.place("day-shift", "t3");
  const second = await guild.tell(other, "Create a character named Maya", BO);
  await vi.waitFor(async () => expect(await guild.buttons(other)).not.toEqual([]));
  await guild.press(place, await guild.button(place, "New film: Day Shift"), BO);
  expect((await guild.answer(event)).changes).toMatchObject([{ name: "John" }]);
  expect((await guild.answer(second)).changes).toMatchObject([{ name: "Maya" }]);
  expect((await guild.session(other)).project_id).toBe((await guild.session(place)).project_id);
});

test("/project works where there is no film yet; what changes one is refused with the way out", async () => {
  const { place, event } = await asked();
  expect((await guild.say(place, "/project")).reply.text).toContain("works on no film yet");
  expect((await guild.say(place, "/project list")).reply.text).toContain("Night Shift");
  expect((await guild.say(place, "/project rename Late")).error?.hint).toContain("/project create");
  const made = await guild.say(place, '/project create "Late Shift"');
  expect(made.reply.text).toContain("**Late Shift** is ready");
  expect((await guild.answer(event)).changes).toMatchObject([{ name: "John" }]);
  expect(await guild.film(guild.place("day-shift"))).toBe("Late Shift");
});

test("/project bind takes a title or how it begins, offers the films otherwise, and leaves open threads alone", async () => {
  const place = guild.place("night-shift", "t1");
  await guild.say(place, SARAH);
  await guild.say(place, '/project create "Day Shift"');
  const thread = guild.place("night-shift", "t5");
  await guild.say(thread, "Create a character named John");
  const unknown = await guild.say(place, "/project bind Dusk");
  expect(unknown.reply.text).toContain("There is no film “Dusk” here.");
  expect(unknown.choices.map(({ label }) => label)).toEqual(["Night Shift"]);
  expect((await guild.say(place, "/project bind night", BO)).error?.code).toBe("forbidden");
  expect((await guild.say(place, "/project bind night")).reply.text).toContain("works on **Night Shift**");
  expect((await guild.say(place, "Who is Sarah?")).reply.text).toContain("journalist");
  expect(await guild.film(thread)).toBe("Day Shift");
  await guild.say(guild.place("night-shift", "t6"), "Who is Sarah?");
  expect(await guild.film(guild.place("night-shift", "t6"))).toBe("Night Shift");
});

test("/project unbind keeps the film, and the next call in the channel is asked", async () => {
  const place = guild.place("night-shift", "t1");
  await guild.say(place, SARAH);
  expect((await guild.say(place, "/project unbind", BO)).error?.code).toBe("forbidden");
  expect((await guild.say(place, "/project unbind")).reply.text).toContain("works on no film now");
  const later = guild.place("night-shift", "t2");
  const event = await guild.tell(later, "Who is Sarah?");
  await vi.waitFor(async () => expect(await guild.buttons(later)).not.toEqual([]));
  await guild.press(later, await guild.button(later, "Night Shift"));
  expect((await guild.answer(event)).reply.text).toContain("journalist");
});

test("a command about films alone opens none by itself", async () => {
  const place = guild.place("night-shift");
  expect((await guild.say(place, "/project")).reply.text).toContain("no project in this workspace yet");
  expect((await guild.say(place, "/help")).error).toBeUndefined();
  const made = await guild.say(place, "/project create", BO);
  expect(made.reply.text).toContain("**Night Shift** is ready");
  expect(made.reply.text).not.toContain("of its own now");
});

test("what waits outlives a restart, is asked about once, and is changed or taken back like any message", async () => {
  const { place, event } = await asked();
  const gone = await guild.tell(place, "Create a character named Gone", BO);
  const platform = namedPlatform("discord");
  const next = new Studio(stage, undefined, undefined, { platform: () => platform });
  await next.product.recover();
  const { receiver } = next.product;
  await receiver.amend({ event_id: event.id, place, text: "Create a character named Joan" });
  await receiver.amend({ event_id: gone.id, place, text: null });
  await receiver.receive({
    id: "press:after the restart",
    type: "choice",
    unique: true,
    place,
    person: BO,
    at: stage.clock.now().toISOString(),
    choice_id: await guild.button(place, "New film: Day Shift"),
  });
  const view = await receiver.finished(event.id, 10_000);
  expect(view?.changes).toMatchObject([{ name: "Joan" }]);
  expect((await guild.say(place, "Who is Gone?")).reply.text).not.toContain("character, ");
  const told = await guild.heard(place);
  expect(told.filter((text) => text.includes("Which one is this for?"))).toHaveLength(1);
});

test("of two answers at once one counts", async () => {
  const { place, event } = await asked();
  const [fresh, known] = [
    await guild.button(place, "New film: Day Shift"),
    await guild.button(place, "Night Shift"),
  ];
  const answers = await Promise.all([guild.press(place, fresh, ANA), guild.press(place, known, ANA)]);
  expect(answers.filter(({ error }) => error === undefined)).toHaveLength(1);
  expect((await guild.answer(event)).changes).toMatchObject([{ name: "John" }]);
  expect(await guild.film(place)).toBe(await guild.film(guild.place("day-shift")));
});
