import { beforeEach, describe, expect, test } from "vitest";
import { BO, talkRoom, VIC } from "./talk-room.ts";

const room = talkRoom();
const proposed = { settings: { saving: "propose" as const, corrections: "open" as const } };
const CREATE = "Create a character named Sarah, a 28-year-old journalist";

const linesOf = (view: Awaited<ReturnType<typeof room.say>>) =>
  view.reply.blocks.flatMap((block) => (block.type === "proposal" ? block.lines : []));

describe("propose first", () => {
  beforeEach(() => room.configure(proposed));

  test("shows each fact with its words and writes nothing", async () => {
    const view = await room.say(CREATE);
    expect(view.changes).toEqual([]);
    expect(linesOf(view)).toMatchObject([
      { action: "created", kind: "character", name: "Sarah", state: "open" },
      { field: "age", after: 28, quote: expect.stringContaining("28") },
      { field: "occupation", after: "journalist", quote: expect.stringContaining("journalist") },
    ]);
    expect(view.choices.map((choice) => choice.label)).toEqual(["Accept all 3", "One by one", "Decline all"]);
    expect(await room.entry("Sarah")).toBeUndefined();
  });

  test("writes all of it when it is accepted, as the speaker's words", async () => {
    const view = await room.say(CREATE, BO);
    const accepted = await room.press(view, "Accept all 3");
    expect(accepted.changes).toMatchObject([{ action: "created", name: "Sarah", by: "ada" }]);
    expect(await room.fact("age")).toMatchObject({
      value: 28,
      by: "bo",
      status: "confirmed",
      evidence: { quote: expect.stringContaining("28") },
    });
    expect(await room.open()).toEqual([]);
  });

  test("is accepted by a word", async () => {
    await room.say(CREATE);
    await room.say("yes");
    expect((await room.fact("age"))?.value).toBe(28);
  });

  test("takes some parts and leaves others", async () => {
    await room.say(CREATE);
    await room.say("accept 1 and 3");
    await room.say("decline all");
    expect(Object.keys((await room.entry("Sarah"))?.facts ?? {}).sort()).toEqual(["name", "occupation"]);
    expect(await room.open()).toEqual([]);
  });

  test("goes one by one, with an edit on the way", async () => {
    const view = await room.say(CREATE);
    const first = await room.press(view, "One by one");
    const second = await room.press(first, "Accept");
    expect(linesOf(second)).toMatchObject([{ field: "age" }]);
    const form = await room.press(second, "Edit");
    await room.fill(form, { age: "29" });
    expect((await room.fact("age"))?.value).toBe(29);
    const last = await room.say("/open review");
    await room.press(last, "Decline");
    expect((await room.entry("Sarah"))?.facts.occupation).toBeUndefined();
    expect(await room.open()).toEqual([]);
  });

  test("refuses a value that does not fit and keeps the part open", async () => {
    const view = await room.say(CREATE);
    const form = await room.press(await room.press(await room.press(view, "One by one"), "Accept"), "Edit");
    const wrong = await room.fill(form, { age: "old" });
    expect(wrong.error).toMatchObject({ code: "invalid" });
    expect(await room.fact("age")).toBeUndefined();
    expect(await room.open()).toHaveLength(1);
  });

  test("leaves the fields of somebody who is declined", async () => {
    await room.say(CREATE);
    await room.say("decline 1");
    expect(await room.open()).toEqual([]);
    expect(await room.entry("Sarah")).toBeUndefined();
  });

  test("shows what would change, and a correction that is declined changes nothing", async () => {
    await room.press(await room.say(CREATE), /Accept all/);
    const view = await room.say("Sarah is 31");
    expect(linesOf(view)).toMatchObject([{ name: "Sarah", field: "age", before: 28, after: 31 }]);
    await room.press(view, "Decline");
    expect((await room.fact("age"))?.value).toBe(28);
  });

  test("asks nothing of talk that states nothing", async () => {
    const view = await room.say("maybe she should be a cop?");
    expect(view.reply.blocks.some((block) => block.type === "proposal")).toBe(false);
    expect(await room.open()).toEqual([]);
  });

  test("keeps the workflow's order when it is accepted", async () => {
    const view = await room.say("INT. DINER - NIGHT. Somebody waits.");
    const accepted = await room.press(view, /Accept/);
    expect(accepted.changes).toEqual([]);
    expect(accepted.reply.text).toMatch(/character/i);
    expect(await room.open()).toHaveLength(1);
  });
});

describe("somebody who may not write", () => {
  test("proposes, and a writer accepts", async () => {
    const view = await room.say(CREATE, VIC);
    expect(view.reply.text).toContain("wait for a writer to accept");
    const own = await room.press(view, /Accept all/, VIC);
    expect(own.error).toMatchObject({ code: "forbidden" });
    expect(await room.entry("Sarah")).toBeUndefined();
    const other = await room.press(view, /Accept all/, BO);
    expect(other.error).toBeUndefined();
    expect(await room.fact("age")).toMatchObject({ value: 28, by: "vic" });
    const twice = await room.press(view, /Accept all/, BO);
    expect(twice.turn_id).toBe(other.turn_id);
  });
});

describe("corrections that are reviewed", () => {
  beforeEach(() => room.configure({ settings: { saving: "receipt", corrections: "reviewed" } }));

  test("wait for whoever said it, or a producer", async () => {
    await room.say(CREATE);
    const view = await room.say("make Sarah 31", BO);
    expect(view.changes).toEqual([]);
    expect(view.reply.text).toMatch(/waits for them or a producer/);
    expect((await room.say("/open accept all", BO)).error).toMatchObject({ code: "forbidden" });
    await room.say("/open accept all");
    expect(await room.fact("age")).toMatchObject({ value: 31, by: "bo" });
  });

  test("let people add to what others said, and correct themselves", async () => {
    await room.say(CREATE, BO);
    await room.say("make Sarah 31", BO);
    expect((await room.fact("age"))?.value).toBe(31);
    await room.say("Sarah is afraid of water", { ...BO, id: "cy" });
    expect((await room.fact("fear"))?.value).toBe("water");
  });
});

test("what the workflow holds back goes on waiting while the rest is written", async () => {
  await room.configure(proposed);
  await room.say("Create a location named Harbour.\nINT. DINER - NIGHT. Somebody waits.");
  await room.say("/open accept all");
  expect(await room.entry("Harbour", "location")).toBeDefined();
  expect(await room.entry("INT. DINER - NIGHT", "scene")).toBeUndefined();
  const items = (await room.open()).flatMap(({ asks }) => (asks.type === "proposal" ? asks.items : []));
  expect(items.filter((item) => item.state === "open").map((item) => item.line.kind)).toContain("scene");
});

test("what is said of a group is shown for each of it, and a review holds for each", async () => {
  await room.configure({ settings: { saving: "receipt", corrections: "reviewed" } });
  await room.say("Create characters Sarah and Tom");
  await room.say("Sarah is 28 and Tom is 30");
  await room.say("Sarah and Tom are in the heist crew");
  const view = await room.say("make everyone in the heist crew 40", BO);
  expect(view.changes).toEqual([]);
  expect(linesOf(view)).toMatchObject([
    { name: "Sarah", field: "age", before: 28, after: 40 },
    { name: "Tom", field: "age", before: 30, after: 40 },
  ]);
});

test("somebody without a name is asked about where talk is proposed, and from whoever it comes", async () => {
  const asked = await room.say("create a character, 28, journalist", VIC);
  expect(asked.reply.text).toContain("What is the new character called?");
  expect((await room.say("Mina", VIC)).error).toMatchObject({ code: "forbidden" });
  await room.say("Mina", BO);
  expect(await room.fact("age", "Mina")).toMatchObject({ value: 28, by: "vic" });
});
