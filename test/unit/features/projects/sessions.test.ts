import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { Stage } from "../../../support/stage.ts";
import { ANA, BO, Guild, namedPlatform, someone } from "./guild.ts";

const SARAH = "Create a character named Sarah, a 28-year-old journalist";
const VERA = someone("Vera", "viewer");

let stage: Stage;
let guild: Guild;
const opened: string[] = [];
const named: string[] = [];
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(() => {
  opened.length = 0;
  guild = new Guild(
    stage,
    namedPlatform("discord", {
      openThread: async (channel, title) => {
        if (title === "Forbidden") throw new Error("missing permissions");
        opened.push(title);
        return { ...channel, thread: `opened${opened.length}` };
      },
      nameThread: async ({ thread }, title) => {
        if (title === "Forbidden") throw new Error("missing permissions");
        named.push(`${thread}: ${title}`);
      },
    }),
  );
});
afterAll(() => stage.close());

const mention = async (channel: string, message: string, text: string, person = ANA) => {
  const event = { ...guild.event(guild.place(channel, message), text, person), opens: true as const };
  const { session_id } = await guild.studio.product.receiver.receive(event);
  return { view: await guild.answer(event), session: await stage.stores.sessions.get(session_id) };
};
const knows = (channel: string, thread?: string) =>
  guild.studio.product.receiver.knows?.(guild.place(channel, thread));

test("a mention is answered in a thread opened from it, or in the channel where that is set", async () => {
  const first = await mention("film", "m1", SARAH);
  expect(first.session).toMatchObject({ title: SARAH, place: { channel: "film", thread: "m1" } });
  const there = guild.place("film", "m1");
  expect((await guild.say(there, "/project answers channel", BO)).error?.code).toBe("forbidden");
  expect((await guild.say(there, "/project answers here")).error?.hint).toContain("thread, or channel");
  expect((await guild.say(there, "/project answers channel")).reply.text).toContain("in the channel itself");
  const second = await mention("film", "m2", "Who is Sarah?");
  expect(second.session?.place).toEqual(guild.place("film"));
  expect(second.view.reply.text).toContain("journalist");
  expect((await guild.say(there, "/project")).reply.text).toContain("in the channel itself");
  await guild.say(there, "/project answers thread");
  expect((await mention("film", "m3", "Who is Sarah?")).session?.place.thread).toBe("m3");
});

test("in a thread every message counts; in the channel all of them only where that is set", async () => {
  await mention("film", "m1", SARAH);
  await guild.say(guild.place("film"), "Who is Sarah?");
  expect([await knows("film", "m1"), await knows("film", "m7"), await knows("film")]).toEqual([
    true,
    false,
    false,
  ]);
  const set = await guild.say(guild.place("film", "m1"), "/project hears all");
  expect(set.choices.map(({ label }) => label)).toEqual(["Hear mentions only"]);
  expect(await knows("film")).toBe(true);
  expect(await knows("other")).toBe(false);
  await guild.press(guild.place("film", "m1"), set.choices[0]?.id ?? "");
  expect(await knows("film")).toBe(false);
});

test("/session summary tells what was settled here, by whom, and what is open", async () => {
  await mention("film", "m1", SARAH, BO);
  const there = guild.place("film", "m1");
  await guild.say(there, "Sarah is afraid of water");
  await guild.say(guild.place("film", "m2"), "Create a character named John");
  const told = (await guild.say(there, "/session summary", VERA)).reply.text;
  expect(told).toMatch(/Settled here, by (Ana and Bo|Bo and Ana)/);
  expect(told).toMatch(/Sarah: made, .*journalist.*; .*water/);
  expect(told).not.toContain("John");
  await guild.say(there, "/undo");
  expect((await guild.say(there, "/session summary")).reply.text).not.toContain("water");
  const empty = await guild.say(guild.place("film", "m3"), "/session summary");
  expect(empty.reply.text).toContain("Nothing was written");
});

test("/session summary tells of another session of the film by its title, and of no other film's", async () => {
  await mention("film", "m1", SARAH);
  const elsewhere = guild.place("film", "m9");
  await guild.say(elsewhere, "hello");
  const told = (await guild.say(elsewhere, "/session summary create a char")).reply.text;
  expect(told).toMatch(/^\**Create a character named Sarah.*Settled there, by Ana.*Sarah: made/s);
  const none = await guild.say(elsewhere, "/session summary nonsense");
  expect(none.error).toMatchObject({ code: "not_found", hint: "Type /session list to see them." });
  const asked = { place: elsewhere, person: ANA, command: "session", option: "title", typed: "create" };
  const complete = guild.studio.product.receiver.complete;
  expect(await complete?.({ ...asked, given: { action: "summary" } })).toEqual([
    expect.objectContaining({ label: expect.stringContaining("Create a character named Sarah") }),
  ]);
  expect(await complete?.({ ...asked, given: { action: "rename" } })).toEqual([]);
});

test("/session close says what was settled; a message opens it again, and nothing is lost", async () => {
  await mention("film", "m1", SARAH);
  const there = guild.place("film", "m1");
  expect((await guild.say(there, "/session close", VERA)).error?.code).toBe("forbidden");
  const closed = await guild.say(there, "/session close");
  expect(closed.reply.text).toMatch(/is closed\..*opens it again.*Settled here.*Sarah/s);
  expect((await guild.session(there)).status).toBe("closed");
  expect((await guild.say(guild.place("film"), "/session list")).reply.text).toContain("(closed)");
  expect(await knows("film", "m1")).toBe(true);
  const again = await guild.say(there, "How old is Sarah?", BO);
  expect(again.reply.text).toMatch(/it is open again.*28/s);
  expect((await guild.session(there)).status).toBe("open");
  expect((await guild.say(there, "Who is Sarah?")).reply.text).not.toContain("open again");
  expect((await guild.say(guild.place("film"), "/session close")).error?.code).toBe("bad_request");
  expect((await guild.say(guild.place("film", "m9"), "Who is Sarah?")).reply.text).toContain("journalist");
});

test("/session start opens a thread that is a session of the same film, or says that it may not", async () => {
  await mention("film", "m1", SARAH);
  const started = await guild.say(guild.place("film"), '/session start "Act two"', BO);
  expect(started.reply.text).toContain("a thread for **Act two**");
  await vi.waitFor(() => expect(opened).toEqual(["Act two"]));
  const thread = guild.place("film", "opened1");
  await vi.waitFor(async () => expect(await guild.heard(thread)).toHaveLength(1));
  expect(await guild.session(thread)).toMatchObject({ title: "Act two", created_by: "bo", status: "open" });
  expect((await guild.say(thread, "Who is Sarah?")).reply.text).toContain("journalist");
  expect((await guild.say(thread, '/session rename "Act 2"')).reply.text).toContain("Act 2");
  await vi.waitFor(() => expect(named).toEqual(["opened1: Act 2"]));
  expect((await guild.say(thread, "/session rename Forbidden")).error).toBeUndefined();
  await guild.say(guild.place("film"), "/session start Forbidden");
  await vi.waitFor(async () =>
    expect((await guild.heard(guild.place("film"))).at(-1)).toContain("could not open that thread"),
  );
  expect((await guild.say(guild.place("film"), "/session start", VERA)).error?.code).toBe("forbidden");
});
