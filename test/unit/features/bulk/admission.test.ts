import { describe, expect, test } from "vitest";
import { renderPosts as discordPosts } from "../../../../src/adapters/discord/outbound.ts";
import { renderPosts as slackPosts } from "../../../../src/adapters/slack/outbound.ts";
import { createModels } from "../../../../src/app/model.ts";
import { silent } from "../../../support/stage.ts";
import { bulkRoom } from "./bulk-room.ts";

const BO = { id: "bo", name: "Bo", role: "producer" as const };
const VIEWER = { id: "vi", name: "Vi", role: "viewer" as const };

describe("bulk work that cannot be", () => {
  const room = bulkRoom();

  test.each([
    ["/bulk characters 0", "invalid", "None at all"],
    ["/bulk characters -5", "invalid", "less than none"],
    ["/bulk characters 2.5", "invalid", "no whole number"],
    ["/bulk characters many", "invalid", "I cannot read “many” as a number"],
    ["/bulk characters 1e3", "invalid", "write it out"],
    ["/bulk characters 10001", "invalid", "more than one operation holds"],
    ["/bulk characters", "invalid", "How many is missing"],
    ["/bulk charaters 5", "invalid", "Did you mean characters?"],
    ["/bulk dragons 5", "invalid", "only characters, locations, scenes"],
    ["/bulk summaries", "blocked", "no scenes yet"],
    ["/bulk summaries some", "invalid", "cannot read “some”"],
    [`/bulk characters 5 ${"x".repeat(30_000)}`, "too_large", "30,000 characters; at most 2,000"],
    ["/bulk characters 5 selection=all", "invalid", "nothing to select"],
    ["/bulk characters 5 rows=msg_none", "not_found", "rows are gone"],
  ])("is refused before any of it is queued: %.40s", async (words, code, text) => {
    const view = await room.say(words);
    expect(view.error?.code).toBe(code);
    expect(view.reply.text).toContain(text);
    expect(view.error?.hint).toMatch(/\S/);
    expect(view.operation).toBeUndefined();
    expect(await room.operations()).toEqual([]);
    expect(room.queue().waiting).toEqual([]);
  });

  test("is refused by the workflow with ways on, and to those who only look", async () => {
    const gated = await room.say("/bulk scenes 5");
    expect(gated.error?.code).toBe("blocked");
    expect(gated.choices.length).toBeGreaterThan(0);
    expect((await room.say("/bulk characters 5", VIEWER)).error?.code).toBe("forbidden");
    expect((await room.say("create 5 characters at once", VIEWER)).error?.code).toBe("forbidden");
    expect(await room.operations()).toEqual([]);
  });

  test("is explained to who asks for nothing", async () => {
    const { reply, error } = await room.say("/bulk");
    expect(error).toBeUndefined();
    expect(reply.text).toContain("characters: `/bulk characters 10`");
    expect(reply.text).toContain("CSV");
  });
});

describe("much bulk work", () => {
  const room = bulkRoom();

  test("is asked about, begins by its button, and acts once", async () => {
    const asked = await room.say("/bulk characters 400 dock workers");
    expect(asked.reply.text).toMatch(
      /\*\*400 characters\*\* \(dock workers\): less than a minute\. Nothing is started/,
    );
    expect(await room.operations()).toEqual([]);
    const begun = await room.press(asked, "Make 400 characters");
    expect(begun.operation).toMatchObject({ brief: "dock workers", progress: { total: 400 } });
    expect((await room.press(asked, "Make 400 characters")).operation?.id).toBe(begun.operation?.id);
    expect(await room.operations()).toHaveLength(1);
    await room.queue().runAll();
    expect(await room.entries()).toHaveLength(400);
  });

  test("is left by Not now, and can be had later", async () => {
    const asked = await room.say("/bulk characters 201");
    expect((await room.press(asked, "Not now")).reply.text).toContain("Nothing was started");
    expect((await room.press(asked, "Make 201 characters")).operation?.progress.total).toBe(201);
  });

  test("needs no yes at the threshold", async () => {
    expect((await room.say("/bulk characters 200")).operation?.progress.total).toBe(200);
  });

  test("is checked again when the button is pressed late", async () => {
    const asked = await room.say("/bulk locations 300");
    for (let each = 1; each <= 5; each += 1) await room.say(`/bulk characters ${each}`);
    const late = await room.press(asked, "Make 300 locations");
    expect(late.error?.code).toBe("rate_limited");
    await room.queue().runAll();
    expect((await room.press(asked, "Make 300 locations")).operation?.type).toBe("locations");
  });
});

describe("bulk work that a model writes", () => {
  const offline = createModels({ kind: "offline" }, {}, silent);
  const model = { ...offline.model, info: { name: "m", offline: false } };
  const room = bulkRoom({ models: { ...offline, model, prices: { input: 1, output: 8 } } });

  test("is told in tokens and money, and asked about sooner", async () => {
    expect((await room.say("/bulk characters 25")).operation).toBeDefined();
    const asked = await room.say("/bulk characters 26");
    expect(asked.reply.text).toMatch(/26 characters\*\*: .*about [\d,]+ tokens, about \$0\.\d\d\./);
    expect(await room.operations()).toHaveLength(1);
  });
});

describe("the same words again", () => {
  const room = bulkRoom();

  test("within seconds start no second one unasked", async () => {
    await room.say("/bulk characters 5 sailors");
    const again = await room.say("/bulk characters 5 sailors");
    expect(again.operation).toBeUndefined();
    expect(again.reply.text).toContain("One like it is running already: 0 of 5 characters made");
    expect(await room.operations()).toHaveLength(1);
    expect((await room.press(again, "Start another")).operation).toMatchObject({ brief: "sailors" });
    expect(await room.operations()).toHaveLength(2);
  });

  test("are caught too when the first has ended meanwhile, and at once", async () => {
    const both = await Promise.all([room.say("/bulk characters 3"), room.say("/bulk characters 3")]);
    expect(both.filter(({ operation }) => operation)).toHaveLength(1);
    await room.queue().runAll();
    expect((await room.say("/bulk characters 3")).reply.text).toContain("has ended just now: 3 of 3");
  });

  test("are meant by somebody else, with other words, or later", async () => {
    await room.say("/bulk characters 5");
    expect((await room.say("/bulk characters 5", BO)).operation).toBeDefined();
    expect((await room.say("/bulk characters 5 tall")).operation).toBeDefined();
    room.stage().clock.pass(11_000);
    expect((await room.say("/bulk characters 5")).operation).toBeDefined();
  });
});

describe("a brief that means harm", () => {
  const room = bulkRoom();

  test("pings nobody and runs nothing where it is shown", async () => {
    const { reply } = await room.say(
      "/bulk characters 300 @everyone <!channel> <@U123> <script>alert(1)</script>",
    );
    const message = await room.stage().stores.messages.get(reply.message_id);
    if (!message) throw new Error("no message");
    expect(discordPosts(message).map((post) => post.allowed_mentions)).toEqual([{ parse: [] }]);
    const slack = JSON.stringify(slackPosts(message));
    for (const sign of ["<!channel>", "<@U123>", "<script>"]) expect(slack).not.toContain(sign);
  });
});
