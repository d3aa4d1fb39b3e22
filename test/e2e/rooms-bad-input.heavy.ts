import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Premises } from "../rooms/premises.ts";
import { soon } from "../rooms/room.ts";
import { discordStage } from "./rooms-bad-input/discord-stage.ts";
import { ofFiles } from "./rooms-bad-input/files.scenes.ts";
import { ofForms } from "./rooms-bad-input/forms.scenes.ts";
import { ofPlaces } from "./rooms-bad-input/places.scenes.ts";
import { A_WAY_ON, type Scene } from "./rooms-bad-input/scene.ts";
import { slackStage } from "./rooms-bad-input/slack-stage.ts";
import { answered, SARAH, type Stage } from "./rooms-bad-input/stage.ts";
import { ofWords } from "./rooms-bad-input/words.scenes.ts";

/** In one clear line with what to do, each time it is done; and once in the log each time. */
describe("what cannot be is told on Discord and on Slack", () => {
  let premises: Premises;
  beforeAll(async () => {
    premises = await Premises.open({ LOG_LEVEL: "info" });
    premises.slack.workspace.commands = ["/backlot"];
  });
  afterAll(() => premises?.close());

  const stages = () => Promise.all([discordStage(premises.discord), slackStage(premises.slack)]);
  const lines = (since = 0) =>
    premises.program.output
      .slice(since)
      .split("\n")
      .filter((line) => /"level":[3-6]0/.test(line))
      .map((line) => JSON.parse(line) as { level: number; msg: string });

  for (const { what, ready, says, logs } of [...ofForms, ...ofFiles, ...ofWords, ...ofPlaces])
    test(what, async () => {
      const both = await Promise.all(
        (await stages()).map(async (stage) => ({ stage, ...(await ready(stage)) })),
      );
      for (const time of ["once", "again"]) {
        const since = premises.program.output.length;
        const told = await Promise.all(both.map((one) => oneLine(one, asksOnce(what) && time === "again")));
        for (const line of told) {
          expect(line).toMatch(says);
          expect(line).toMatch(A_WAY_ON);
        }
        const each = logs === "nothing" ? [] : both.map(() => logs);
        await soon(() => expect(lines(since)).toHaveLength(each.length));
        for (const [at, { level, msg }] of each.entries())
          expect(lines(since)[at]).toMatchObject({ level, msg: expect.stringMatching(msg) });
      }
    });

  test("whoever is put out in the middle of bulk work and let in again brings it to its end", async () => {
    const since = premises.program.output.length;
    await Promise.all((await stages()).map(putOut));
    const told = lines(since).filter(({ level }) => level >= 50);
    expect(told).toHaveLength(2);
  }, 150_000);

  test("nothing that is secret is in the log", () => {
    const { world } = premises.discord;
    const { botToken, appToken } = premises.slack.workspace;
    for (const secret of [world.token, botToken, appToken])
      expect(premises.program.output).not.toContain(secret);
  });
});

const asksOnce = (what: string) => /asks for/.test(what);
type Doing = { readonly stage: Stage } & Awaited<ReturnType<Scene["ready"]>>;

/** Everything that is told of it, which is one line; what is asked already is not asked again. */
async function oneLine({ stage, at = stage.thread, go }: Doing, stands: boolean): Promise<string> {
  const before = at.shown().length;
  const alone = await go();
  if (stands) return firstLine(at.shown().at(-1));
  const all = () => [...(alone?.() ?? []), ...at.shown().slice(before)].map(firstLine);
  await soon(() => expect(all()).toHaveLength(1));
  return all()[0] ?? "";
}

const firstLine = (text = ""): string => text.split("\n")[0] ?? "";

async function putOut({ thread, toldAlone, ...stage }: Stage): Promise<void> {
  await answered(thread, SARAH, /Sarah/);
  await answered(thread, "/bulk characters 300 confirmed=any", /of 300/);
  stage.putOut();
  for (const name of ["Otto", "Ida"]) await thread.say(`Create a character named ${name}, a cook`);
  const why =
    /I (may not write where you asked|am not in the channel you asked in any more)\..* then ask again\.$/;
  await soon(() => expect(toldAlone("Ana")).toEqual([expect.stringMatching(why)]));
  stage.letIn();
  await answered(thread, "Who is Otto?", /cook/);
  await soon(() => expect(thread.shown().join()).toMatch(/300 of 300 characters created/), 90_000);
  await answered(thread, "/character list", /303 characters/);
}
