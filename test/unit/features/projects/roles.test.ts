import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Stage } from "../../../support/stage.ts";
import { ANA, Guild, namedPlatform, someone } from "./guild.ts";

const SARAH = "Create a character named Sarah, a 28-year-old journalist";
const GROUPS = [
  { id: "7", name: "Writers" },
  { id: "8", name: "Script Team" },
];
const WIM = someone("Wim", "writer", { groups: ["7"] });
const BO = someone("Bo", "writer");

let stage: Stage;
let guild: Guild;
const here = () => guild.place("film", "t1");
const say = (text: string, person = ANA) => guild.say(here(), text, person);
const refusal = async (text: string, person = ANA) => {
  const { error } = await say(text, person);
  return error ? `${error.code}: ${error.message} ${error.hint}` : "";
};
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  guild = new Guild(stage, namedPlatform("discord", { groups: async () => GROUPS }));
  await say(SARAH);
});
afterAll(() => stage.close());

test("a group of the platform is given a role, by its mention or its name, and taken back", async () => {
  expect(await refusal("/project saving propose", WIM)).toContain("it takes the role producer");
  expect((await say("/project roles <@&7> producer")).reply.text).toContain("@Writers: producer");
  expect(await refusal("/project saving propose", WIM)).toBe("");
  expect(await refusal("/project saving receipt", BO)).toContain("forbidden");
  await say("/project roles @script team admin");
  expect((await say("/project roles")).reply.text).toMatch(/@Writers: producer.*@Script Team: admin/s);
  await say("/project roles @Writers none");
  expect(await refusal("/project saving propose", WIM)).toContain("forbidden");
  const unknown = await refusal("/project roles @Grips writer");
  expect(unknown).toContain("no role or group “@Grips” here. There are: @Writers and @Script Team.");
  expect(await refusal("/project roles @Writers boss")).toContain("viewer, writer, producer or admin");
});

test("everybody has the film's default, whoever runs the server stays admin, and a group may be less", async () => {
  await say("/project roles everyone viewer");
  expect((await say("Sarah is 30", BO)).changes).toEqual([]);
  expect((await say("Sarah is 31", WIM)).changes).toEqual([]);
  await say("/project roles Writers writer");
  expect((await say("Create a character named John", WIM)).changes).toHaveLength(1);
  const keeper = someone("Kim", "producer");
  expect(await refusal("/project saving propose", keeper)).toContain("The role viewer may not");
  expect(await refusal("/project roles everyone none")).toBe("");
  expect((await say("/project roles")).reply.text).toContain("You are **admin** here.");
});

test("a refusal names who may, in a command, in talk and at a button", async () => {
  const asked = "Ask whoever manages this server, its channels or its messages.";
  expect(await refusal("/project saving propose", BO)).toContain(asked);
  await say("/project roles @Writers producer");
  expect(await refusal("/project saving propose", BO)).toContain(
    "Ask @Writers or whoever manages this server, its channels or its messages.",
  );
  const offered = await say("/project settings");
  const button = offered.choices.find(({ label }) => label === "Show first");
  const pressed = await guild.press(here(), button?.id ?? "", BO);
  expect([pressed.private, pressed.error?.hint]).toEqual([true, expect.stringContaining("@Writers")]);
  await say("/project roles everyone viewer");
  expect(await refusal("/undo", BO)).toContain("Ask @Writers or whoever manages this server.");
  expect(await refusal("/project roles everyone admin", WIM)).toBe(
    "forbidden: The role producer may not change who may do what in this film; it takes the role admin. Ask whoever manages this server.",
  );
});

test("another platform's groups of the same id mean nothing here", async () => {
  await say("/project roles @Writers producer");
  const project = await stage.stores.projects.get((await guild.session(here())).project_id);
  expect(project?.access?.roles?.groups).toEqual([
    { platform: "discord", id: "7", name: "Writers", role: "producer" },
  ]);
  const slack = new Guild(stage, namedPlatform("slack", { groups: async () => [] }), guild.studio);
  const share = await guild.command(here(), "project", { action: "share" }, ANA);
  const [, code = ""] = /`([0-9A-Z-]{14})`/.exec(share.reply.text) ?? [];
  const there = slack.place("C1", "s1");
  await slack.say(there, `/project join ${code}`);
  expect((await slack.say(there, "/project saving propose", WIM)).error?.code).toBe("forbidden");
});
