import { beforeEach, describe, expect, test } from "vitest";
import { BO, talkRoom } from "./talk-room.ts";

const room = talkRoom();

describe("a contradiction", () => {
  beforeEach(async () => {
    await room.say("Create a character named Sarah, a 28-year-old journalist");
  });

  test("writes nothing and asks", async () => {
    const view = await room.say("Sarah is 31");
    expect(view.changes).toEqual([]);
    expect(view.reply.text).toContain(
      "I have **Sarah’s** age as **28**, and now I hear **31**. Which one holds?",
    );
    expect(view.choices.map((choice) => choice.label)).toEqual([
      "Keep 28",
      "Change to 31",
      "It changes in the story",
    ]);
    expect((await room.fact("age"))?.value).toBe(28);
  });

  test("changes on a press, with the words that said so, and undo takes it back", async () => {
    const asked = await room.say("Sarah is 31", BO);
    const view = await room.press(asked, "Change to 31");
    expect(view.changes).toMatchObject([{ fields: { age: { before: 28, after: 31 } }, by: "ada" }]);
    expect(await room.fact("age")).toMatchObject({
      value: 31,
      by: "bo",
      evidence: { quote: expect.stringContaining("31") },
    });
    expect(await room.open()).toEqual([]);
    await room.say("/undo");
    expect((await room.fact("age"))?.value).toBe(28);
  });

  test.each([
    ["keep 28", 28],
    ["28", 28],
    ["keep it", 28],
    ["change it to 31", 31],
    ["31", 31],
    ["the new one", 31],
  ])("is settled by saying “%s”", async (words, age) => {
    await room.say("Sarah is 31");
    await room.say(words);
    expect((await room.fact("age"))?.value).toBe(age);
    expect(await room.open()).toEqual([]);
  });

  test("may be settled later, by somebody else, in another life of the program", async () => {
    const asked = await room.say("Sarah is 31");
    await room.say("Tom is a 40 year old baker");
    room.restart();
    await room.press(asked, "Change to 31", BO);
    expect((await room.fact("age"))?.value).toBe(31);
  });

  test("is settled once", async () => {
    const asked = await room.say("Sarah is 31");
    await room.press(asked, "Keep 28");
    const again = await room.press(asked, "Change to 31");
    expect(again.error).toMatchObject({ code: "conflict", message: "You have answered that already." });
    expect((await room.fact("age"))?.value).toBe(28);
  });

  test("may be a change in the story, from a scene on", async () => {
    await room.say("INT. DINER - NIGHT. Sarah waits for a call.");
    const asked = await room.say("Sarah is 31");
    const scenes = await room.press(asked, "It changes in the story");
    await room.press(scenes, "INT. DINER - NIGHT");
    expect(await room.fact("age")).toMatchObject({
      value: 28,
      later: [{ value: 31, from: "INT. DINER - NIGHT" }],
    });
    expect((await room.say("/character show Sarah")).reply.text).toContain(
      "28, then 31 from INT. DINER - NIGHT on",
    );
    await room.say("/undo");
    expect((await room.fact("age"))?.later).toBeUndefined();
  });

  test("is none when the person means to change it", async () => {
    await room.say("make Sarah 31");
    expect((await room.fact("age"))?.value).toBe(31);
    expect(await room.open()).toEqual([]);
  });

  test("is answered by the way when the field is written", async () => {
    await room.say("Sarah is 31");
    await room.say("make Sarah 33");
    expect(await room.open()).toEqual([]);
    expect(await room.remembered()).toEqual([]);
  });

  test("cannot be answered from another project", async () => {
    await room.say("Sarah is 31");
    const [point] = await room.open();
    const view = await room.elsewhere(`/open answer change id=${point?.id}`);
    expect(view.error).toMatchObject({ code: "not_found" });
    expect((await room.fact("age"))?.value).toBe(28);
  });
});

describe("a name that means several", () => {
  beforeEach(async () => {
    await room.say("Create a character named Sarah Lee, a journalist");
    await room.say("Create a character named Sarah Voss, a judge");
    await room.say("Let's talk about the weather");
  });

  test.each(["the judge", "Sarah Voss", "Voss", "the second", "2"])("is told by “%s”", async (words) => {
    const asked = await room.say("Sarah is afraid of water");
    expect(asked.reply.text).toMatch(/Which Sarah: /);
    expect(asked.changes).toEqual([]);
    await room.say(words);
    expect((await room.fact("fear", "Sarah Voss"))?.value).toBe("water");
    expect(await room.fact("fear", "Sarah Lee")).toBeUndefined();
  });

  test("is left alone when it is skipped", async () => {
    await room.say("Sarah is afraid of water");
    await room.say("skip");
    expect(await room.open()).toEqual([]);
    expect(await room.fact("fear", "Sarah Lee")).toBeUndefined();
  });
});

describe("a name that is misspelt", () => {
  beforeEach(async () => {
    await room.say("Create a character named Sarah, a journalist");
    await room.say("Let's talk about the weather");
  });

  test.each(["Yes, Sarah", "yes"])("is settled by “%s”", async (answer) => {
    const asked = await room.say("change Sarha's age to 29");
    expect(asked.changes).toEqual([]);
    expect(asked.reply.text).toContain("I do not know Sarha. Do you mean **Sarah**?");
    await (answer === "yes" ? room.say(answer) : room.press(asked, answer));
    expect((await room.fact("age"))?.value).toBe(29);
  });

  test("is left alone with a no", async () => {
    await room.say("change Sarha's age to 29");
    await room.say("no");
    expect(await room.fact("age")).toBeUndefined();
    expect(await room.open()).toEqual([]);
  });
});

describe("a field that is required", () => {
  beforeEach(async () => {
    await room.configure({
      schema: { kinds: [], fields: [], required: ["character.age", "character.occupation"] },
    });
  });

  test("is asked for, one at a time, and taken whenever the answer comes", async () => {
    const asked = await room.say("Create a character named Maya");
    expect(asked.reply.text).toContain("How old is **Maya**?");
    await room.say("Tom is Maya's brother");
    const next = await room.say("32");
    expect((await room.fact("age", "Maya"))?.value).toBe(32);
    expect(next.reply.text).toContain("What does **Maya** do for a living?");
    await room.say("a retired surgeon");
    expect((await room.fact("occupation", "Maya"))?.value).toBe("retired surgeon");
    // Tom, whom nobody has added, still waits with what was said of him.
    expect((await room.open()).map(({ asks }) => asks.type)).toEqual(["proposal"]);
  });

  test("is passed over with skip, and a wrong value is told what would fit", async () => {
    await room.say("Create a character named Maya");
    const [point] = await room.open();
    const wrong = await room.say(`/open answer old id=${point?.id}`);
    expect(wrong.error).toMatchObject({ code: "invalid" });
    expect((await room.say("skip")).reply.text).toContain("What does **Maya** do for a living?");
  });
});

describe("somebody without a name", () => {
  test("is named when somebody says how", async () => {
    const asked = await room.say("Tom is a 40 year old baker");
    expect(asked.error).toBeUndefined();
    const gap = await room.say("create a character, 28, journalist");
    expect(gap.reply.text).toContain("What is the new character called?");
    await room.say("Mina");
    expect(await room.fact("age", "Mina")).toMatchObject({ value: 28, evidence: { quote: "28" } });
  });

  test("gets a name of Backlot's when it is left to it", async () => {
    const gap = await room.say("create a character, 28, journalist");
    const named = await room.press(gap, "Make one up");
    expect(named.changes).toMatchObject([
      {
        action: "created",
        kind: "character",
        fields: { age: { after: 28 }, occupation: { after: "journalist" } },
      },
    ]);
    expect(named.changes[0]?.name).toMatch(/^\p{Lu}/u);
  });
});
