import { describe, expect, test } from "vitest";
import { talkRoom } from "./talk-room.ts";

const room = talkRoom();
const proposed = { settings: { saving: "propose" as const, corrections: "open" as const } };

describe("a name near to one that is known", () => {
  const JON = "Create a character named Jon, a 40-year-old fisherman";

  test("may be somebody new, who is then not taken for the other", async () => {
    await room.say(JON);
    const asked = await room.say("John is a cop of 42");
    expect(asked.choices.map((choice) => choice.label)).toEqual(["Yes, Jon", "No, John is new", "Skip"]);
    const view = await room.press(asked, "No, John is new");
    expect(view.reply.text).not.toContain("one and the same");
    expect((await room.say("/character duplicates")).reply.text).toBe("No character looks like another.");
    expect(await room.fact("age", "John")).toMatchObject({
      value: 42,
      evidence: { quote: expect.any(String) },
    });
    expect((await room.fact("age", "Jon"))?.value).toBe(40);
  });

  test("is new in words, and then tied", async () => {
    await room.say(JON);
    await room.say("Create a character named Mary");
    await room.say("John and Mary are married");
    await room.say("no, John is new");
    expect(await room.entry("John")).toBeDefined();
    const ties = (await room.entries()).filter((entry) => entry.kind === "relationship");
    expect(ties.map((tie) => tie.name)).toEqual(["John – Mary: spouse"]);
  });

  test("is asked about once, however much is said", async () => {
    await room.say("Create a character named Katherine, a nurse");
    const asked = await room.say("Catherine is her sister. Catherine is 20.");
    expect(asked.choices).toHaveLength(3);
    await room.press(asked, "No, Catherine is new");
    expect((await room.fact("age", "Catherine"))?.value).toBe(20);
    const ties = (await room.entries()).filter((entry) => entry.kind === "relationship");
    expect(ties).toHaveLength(1);
    await room.say("undo");
    expect((await room.entries()).map((entry) => entry.name)).toEqual(["Katherine"]);
  });

  test("is not offered for who is to be taken out", async () => {
    await room.say(JON);
    const asked = await room.say("delete John's age");
    expect(asked.choices.map((choice) => choice.label)).not.toContain("No, John is new");
  });
});

describe("somebody who is not there yet", () => {
  test("comes in with what was said of them, on one press", async () => {
    await room.say("Create a character named Nora");
    const view = await room.say("Bob is Nora's uncle");
    expect(view.changes).toEqual([]);
    expect(view.reply.text.match(/I do not know a character called Bob/g)).toHaveLength(1);
    await room.press(view, "Add Bob as a character");
    const names = (await room.entries()).map((entry) => entry.name);
    expect(names.toSorted()).toEqual(["Bob", "Bob – Nora: aunt or uncle", "Nora"]);
    expect(await room.open()).toEqual([]);
    await room.say("undo");
    expect((await room.entries()).map((entry) => entry.name)).toEqual(["Nora"]);
  });

  test("is two where two are new, and stays out with a no", async () => {
    const view = await room.say("Bob and Mary are married");
    expect(await room.entries()).toEqual([]);
    expect(view.choices[0]?.label).toBe("Add Bob and Mary as characters");
    await room.say("no");
    expect(await room.open()).toEqual([]);
    expect(await room.entries()).toEqual([]);
    await room.say("Bob and Mary are married");
    await room.say("yes");
    expect((await room.entries()).map((entry) => entry.name)).toContain("Bob – Mary: spouse");
  });
});

describe("a name of two", () => {
  const two = async () => {
    await room.say("Create a character named Sarah Lee, a journalist");
    await room.say("Create a character named Sarah Voss, a judge");
    await room.say("Sarah is afraid of water");
  };

  test("may mean both", async () => {
    await two();
    await room.say("both of them");
    expect((await room.fact("fear", "Sarah Lee"))?.value).toBe("water");
    expect((await room.fact("fear", "Sarah Voss"))?.value).toBe("water");
    expect(await room.open()).toEqual([]);
  });

  test("may mean neither", async () => {
    await two();
    expect((await room.say("neither")).reply.text).toContain("Left open");
    expect(await room.open()).toEqual([]);
  });
});

describe("two values", () => {
  const conflict = async () => {
    await room.say("Create a character named Sarah, a 28-year-old journalist");
    await room.say("INT. DINER - NIGHT. Sarah waits.");
    await room.say("INT. OFFICE - DAY. Sarah writes.");
    await room.say("Sarah is 31");
  };

  test.each([
    ["it changes in the story from scene 2 on", "INT. OFFICE - DAY"],
    ["from the second scene", "INT. OFFICE - DAY"],
    ["from the diner scene on", "INT. DINER - NIGHT"],
  ])("“%s”", async (answer, scene) => {
    await conflict();
    const view = await room.say(answer);
    expect(view.reply.text).toContain(`28, then 31 from ${scene} on`);
  });

  test("what changes in the story keeps its words, and is no contradiction when it is said again", async () => {
    await conflict();
    await room.say("from the office scene on");
    expect((await room.say("/history Sarah")).reply.text).toContain(
      "28, then 31 from INT. OFFICE - DAY on. Ada, just now",
    );
    expect((await room.fact("age"))?.later).toMatchObject([{ value: 31, evidence: { quote: "31" } }]);
    const again = await room.say("Sarah is 31");
    expect(again.changes).toEqual([]);
    expect(again.reply.text).toContain("I have Sarah down like that already.");
  });

  test("cannot both be an age", async () => {
    await conflict();
    const { error } = await room.say("both");
    expect(error?.message).toBe("Only one age can hold at a time.");
    expect(await room.open()).toHaveLength(1);
  });

  test("by the scene's own number, where it has one", async () => {
    await conflict();
    await room.say("/scene edit INT. DINER - NIGHT number=7");
    expect((await room.say("from scene 7")).reply.text).toContain("28, then 31 from INT. DINER - NIGHT on");
  });

  test("“it changes in the story” asks from which scene", async () => {
    await conflict();
    const view = await room.say("it changes in the story");
    expect(view.choices.map((choice) => choice.label)).toEqual(["INT. DINER - NIGHT", "INT. OFFICE - DAY"]);
  });

  test("are asked about once: the newer contradiction takes the place of the older", async () => {
    await conflict();
    await room.say("Sarah is 33");
    const [point, ...others] = await room.open();
    expect(others).toEqual([]);
    expect(point?.asks).toMatchObject({ type: "conflict", kept: 28, said: 33 });
  });

  test("may both be wrong", async () => {
    await conflict();
    await room.say("30");
    expect(await room.fact("age")).toMatchObject({ value: 30, evidence: { quote: "30" } });
    expect(await room.open()).toEqual([]);
  });

  test("what stays is told as what it is", async () => {
    await conflict();
    expect((await room.say("keep it")).reply.text).toContain("**Sarah’s** age stays 28.");
  });
});

test("what is required and missing is asked for once a proposal is settled", async () => {
  const schema = { kinds: [], fields: [], required: ["character.age"] };
  await room.configure({ ...proposed, schema });
  const shown = await room.say("Create a character named Tom, a cop");
  const part = await room.say("accept 1");
  expect(`${shown.reply.text} ${part.reply.text}`).not.toContain("How old");
  expect((await room.say("accept the rest")).reply.text).toContain("How old is **Tom**?");
  await room.say("32");
  expect((await room.fact("age", "Tom"))?.value).toBe(32);
});

describe("a proposal in parts", () => {
  const CREATE = "Create a character named Sarah, a 28-year-old journalist";

  test("shows what still waits after some of it is taken", async () => {
    await room.configure(proposed);
    await room.say(CREATE);
    const view = await room.say("accept all but the age");
    expect(view.reply.text).toContain("This still waits.");
    expect(view.choices.map((choice) => choice.label)).toEqual(["Accept", "Edit", "Decline"]);
    expect(await room.fact("age")).toBeUndefined();
    await room.say("accept the age");
    expect((await room.fact("age"))?.value).toBe(28);
    expect(await room.open()).toEqual([]);
  });

  test("leaves out what is named and keeps the rest waiting", async () => {
    await room.configure(proposed);
    await room.say(CREATE);
    const view = await room.say("not the age");
    expect(view.reply.text).toContain("These 2 still wait.");
    await room.press(view, "Accept all 2");
    expect((await room.entry("Sarah"))?.facts.age).toBeUndefined();
    expect((await room.fact("occupation"))?.value).toBe("journalist");
  });

  test("goes on with the next part after an edit, under the name that was edited", async () => {
    await room.configure(proposed);
    const one = await room.press(await room.say(CREATE), "One by one");
    const next = await room.fill(await room.press(one, "Edit"), { name: "Sara" });
    expect(next.reply.text).toContain("Sara, age: 28");
    await room.press(next, "Accept all 2");
    expect((await room.fact("age", "Sara"))?.value).toBe(28);
    expect(await room.entry("Sarah")).toBeUndefined();
  });
});
