import { afterEach, beforeAll, expect, test } from "vitest";
import type { Receiver } from "../../../../src/ports/platform.ts";
import { eventually, realClock } from "../../../contract/platform-room.ts";
import type { FakeSlack } from "../../../fakes/slack/fake-slack.ts";
import { install, openGridRoom } from "../../../fakes/slack/grid-room.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  return () => stage.close();
});
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** The whole product on Slack, in as many workspaces as install it. */
async function house(over: "socket" | "http") {
  const room: { current?: Awaited<ReturnType<typeof openGridRoom>> } = {};
  const studio = new Studio(stage, undefined, undefined, {
    clock: realClock,
    platform: (name) => (name === "slack" ? room.current?.platform : undefined),
  });
  const receiver: Receiver = studio.product.receiver;
  const opened = await openGridRoom(over, stage.stores.installations, receiver);
  room.current = opened;
  open.push(opened.close);
  return opened;
}

/** What Backlot answers in the thread of what somebody says to it. */
async function answer(slack: FakeSlack, channel: string, text: string): Promise<string> {
  const { ts } = await slack.say(channel, slack.person("Ana"), `${slack.mention} ${text}`);
  return eventually(() => {
    const said = slack.seen(channel, ts).filter(({ by }) => by === "Backlot");
    expect(said.length).toBeGreaterThan(0);
    return said.map((one) => one.text).join("\n");
  });
}

test.each(["socket", "http"] as const)(
  "what one workspace says never reaches another, over %s",
  async (over) => {
    const opened = await house(over);
    const teams = [`T1${over.toUpperCase()}`, `T2${over.toUpperCase()}`] as const;
    const [one, two] = [await opened.grid.workspace(teams[0]), await opened.grid.workspace(teams[1])];
    if (over === "http") opened.grid.overHttp(`${opened.url}/slack/events`);
    await install(opened, one);
    await install(opened, two);
    const [here, there] = [one.channel("night-shift"), two.channel("dawn")];
    expect(await answer(one, here, "Create a character named Sarah, a 28-year-old journalist")).toContain(
      "Sarah",
    );
    expect(await answer(one, here, "/character")).toContain("Sarah");
    expect(await answer(two, there, "/character")).not.toContain("Sarah");
    expect(await answer(two, there, "Who is Sarah?")).not.toMatch(/28|journalist/);
    expect(await answer(two, there, "/project list")).not.toContain("Night Shift");
    expect(await answer(one, here, "/project list")).toContain("Night Shift");
    const homes = await Promise.all(
      teams.map(async (external_id) => {
        const made = {
          id: stage.ids.next("workspace"),
          platform: "slack" as const,
          external_id,
          name: "",
          created_at: "2026-11-22T10:00:00.000Z",
        };
        return stage.stores.projects.ensureWorkspace(made);
      }),
    );
    const films = await Promise.all(homes.map(({ id }) => stage.stores.projects.list(id, 10)));
    expect(films.map((all) => all.map(({ title }) => title))).toEqual([["Night Shift"], ["Dawn"]]);
    const [sessionsHere, sessionsThere] = await Promise.all(
      homes.map(({ id }) => stage.stores.sessions.list({ workspace_id: id }, 50)),
    );
    expect(new Set(sessionsHere?.map(({ place }) => place.workspace))).toEqual(new Set([teams[0]]));
    expect(new Set(sessionsThere?.map(({ place }) => place.workspace))).toEqual(new Set([teams[1]]));
  },
);
