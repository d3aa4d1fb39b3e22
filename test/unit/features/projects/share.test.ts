import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { Stage } from "../../../support/stage.ts";
import { BO, Guild, namedPlatform, someone } from "./guild.ts";

const PIA = someone("Pia", "producer");
const SARAH = "Create a character named Sarah, a 28-year-old journalist";

let stage: Stage;
let discord: Guild;
let slack: Guild;
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  discord = new Guild(stage);
  slack = new Guild(stage, namedPlatform("slack"), discord.studio);
  await discord.say(discord.place("film", "t1"), SARAH);
});
afterAll(() => stage.close());

const here = () => discord.place("film", "t1");
const there = () => slack.place("C1", "s1");

async function codeFor(person = PIA): Promise<string> {
  const told = await discord.command(here(), "project", { action: "share" }, person);
  expect(told.private).toBe(true);
  const [, code = ""] = /`([0-9A-Z-]{14})`/.exec(told.reply.text) ?? [];
  return code;
}

test("a join code lets the channel of another workspace, on another platform, work on the film", async () => {
  const code = await codeFor();
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const joined = await slack.say(there(), `/project join ${code.toLowerCase()}`);
  expect(joined.reply.text).toContain("is shared with this workspace now");
  expect((await slack.say(there(), "Who is Sarah?", BO)).reply.text).toContain("journalist");
  await slack.say(there(), "Create a character named John, a baker", BO);
  expect((await discord.say(here(), "Who is John?")).reply.text).toContain("baker");
  expect((await slack.say(there(), "/project list")).reply.text).toContain("(shared with this workspace)");
  expect((await slack.say(there(), "/session list")).reply.text).not.toContain(SARAH);
});

test("a code works once, for a day, for an admin, and for no other workspace than one that is told it", async () => {
  const code = await codeFor();
  expect((await slack.say(there(), `/project join ${code}`, PIA)).error?.code).toBe("forbidden");
  expect((await discord.say(here(), `/project join ${code}`)).error?.code).toBe("conflict");
  await slack.say(there(), `/project join ${code}`);
  const third = new Guild(stage, namedPlatform("slack"), discord.studio);
  expect((await third.say(third.place("C9", "x1"), `/project join ${code}`)).error?.code).toBe("not_found");
  const late = await codeFor();
  stage.clock.pass(24 * 3_600_000);
  expect((await third.say(third.place("C9", "x1"), `/project join ${late}`)).error?.code).toBe("not_found");
  const [first, second] = [await codeFor(), await codeFor()];
  expect((await third.say(third.place("C9", "x1"), `/project join ${first}`)).error?.code).toBe("not_found");
  expect((await third.say(third.place("C9", "x1"), `/project join ${second}`)).error).toBeUndefined();
});

test("of two workspaces that enter one code at once, one is in", async () => {
  const code = await codeFor();
  const others = [0, 1].map(() => new Guild(stage, namedPlatform("slack"), discord.studio));
  const answers = await Promise.all(
    others.map((guild) => guild.say(guild.place("C1", "s1"), `/project join ${code}`)),
  );
  expect(answers.map(({ error }) => error?.code).toSorted()).toEqual(["not_found", undefined]);
});

test("only the hash of a code is kept with the film, and a message cannot ask for one", async () => {
  const code = await codeFor();
  const project = await stage.stores.projects.get((await discord.session(here())).project_id);
  expect(JSON.stringify(project?.access)).not.toContain(code.replaceAll("-", ""));
  const typed = await discord.say(here(), "/project share");
  expect([typed.error?.code, typed.reply.text.includes("your eyes alone")]).toEqual(["bad_request", true]);
  expect((await discord.command(here(), "project", { action: "share" }, BO)).error?.code).toBe("forbidden");
});

test("/project share off closes the film to the others at once; their channel is asked for another", async () => {
  await slack.say(there(), `/project join ${await codeFor()}`);
  await slack.say(there(), "Who is Sarah?");
  expect((await slack.command(there(), "project", { action: "share" })).error?.code).toBe("forbidden");
  const ended = await discord.say(here(), "/project share off");
  expect(ended.reply.text).toContain("can neither read nor write");
  const waits = await slack.tell(there(), "Sarah is 30", BO);
  await vi.waitFor(async () =>
    expect((await slack.buttons(there())).map(({ label }) => label)).toEqual(["New film: C1", "Not here"]),
  );
  expect((await discord.say(here(), "How old is Sarah?")).reply.text).toContain("28");
  await slack.press(there(), await slack.button(there(), "New film: C1"), BO);
  expect((await slack.answer(waits)).reply.text).not.toContain("28");
  expect(await slack.film(there())).toBe("C1");
});
