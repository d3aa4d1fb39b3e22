import { createHmac } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { eventually, Recorder, reply } from "../../../contract/platform-room.ts";
import type { FakeSlack } from "../../../fakes/slack/fake-slack.ts";
import {
  begin,
  end,
  type GridRoom,
  install,
  openGridRoom,
  STATE_SECRET,
} from "../../../fakes/slack/grid-room.ts";
import { Stage } from "../../../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  return () => stage.close();
});
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
  for (const each of await stored()) await stage.stores.installations.remove(each);
});

const stored = () => stage.stores.installations.list("slack", 100);

async function room(over: "socket" | "http" = "socket") {
  const recorder = new Recorder();
  const opened = await openGridRoom(over, stage.stores.installations, recorder);
  open.push(opened.close);
  const one = await opened.grid.workspace("T0ONE");
  const two = await opened.grid.workspace("T0TWO");
  if (over === "http") opened.grid.overHttp(`${opened.url}/slack/events`);
  return Object.assign(opened, { recorder, one, two });
}

/** Somebody calls Backlot in a channel of the workspace, and is heard there. */
async function called({ recorder }: { recorder: Recorder }, slack: FakeSlack, name = "Ana") {
  const channel = slack.channel("film");
  const said = await slack.say(channel, slack.person(name), `${slack.mention} hello`);
  const event = await eventually(
    () => recorder.events.find(({ id }) => id.endsWith(said.ts)) ?? expect.fail("not heard"),
  );
  return { channel, said, event };
}

describe.each(["socket", "http"] as const)("two workspaces over %s", (over) => {
  test("install the app, are heard as themselves and answered with their own tokens", async () => {
    const opened = await room(over);
    const { one, two, grid } = opened;
    for (const slack of [one, two])
      expect(await install(opened, slack)).toMatchObject({
        status: 200,
        page: expect.stringContaining("has Backlot now"),
      });
    for (const [slack, name] of [
      [one, "Ana"],
      [two, "Bo"],
    ] as const) {
      const { channel, said, event } = await called(opened, slack, name);
      expect(event).toMatchObject({
        place: { platform: "slack", workspace: slack.workspace.teamId, channel },
        person: { name, role: "producer" },
        text: "hello",
      });
      await opened.platform.send(event.place, reply(`for ${name} alone`));
      expect(slack.seen(channel, said.ts).map(({ text }) => text)).toEqual([`for ${name} alone`]);
    }
    expect(grid.tokens).toHaveLength(2);
    expect(one.workspace.calls.get("chat.postMessage")).toBe(1);
    expect(two.workspace.calls.get("chat.postMessage")).toBe(1);
  });

  test("one that removes the app is forgotten: what waits for it ends, and it may install it again", async () => {
    const opened = await room(over);
    const { one, two, grid, logged } = opened;
    await install(opened, one);
    await install(opened, two);
    const { event } = await called(opened, one);
    await grid.uninstall(one);
    await eventually(async () => expect((await stored()).map(({ id }) => id)).toEqual(["T0TWO"]));
    await expect(opened.platform.send(event.place, reply("too late"))).rejects.toMatchObject({
      final: true,
      message: "Slack: Backlot is not installed in the workspace T0ONE any more",
    });
    expect(logged.filter(({ message }) => message.includes("its installation is forgotten"))).toEqual([
      expect.objectContaining({ level: "info", data: { workspace: "T0ONE" } }),
    ]);
    await install(opened, one);
    await opened.platform.send(event.place, reply("back again"));
    expect(one.seen(event.place.channel, event.place.thread).at(-1)?.text).toBe("back again");
  });

  test("what comes from where the app is not installed is taken off Slack's hands, and told in the log alone", async () => {
    const opened = await room(over);
    const { one, recorder, logged } = opened;
    await one.say(one.channel("film"), one.person("Ana"), `${one.mention} hello`);
    await eventually(() => expect(logged.some(({ level }) => level === "warn")).toBe(true));
    expect(recorder.events).toEqual([]);
    expect(logged.map(({ message }) => message).join()).toContain("not installed in");
  });
});

describe("tokens", () => {
  test("one taken back without a word ends what is sent with it, and is forgotten", async () => {
    const opened = await room();
    await install(opened, opened.one);
    const { event } = await called(opened, opened.one);
    opened.grid.revoke(opened.one);
    await expect(opened.platform.send(event.place, reply("x"))).rejects.toMatchObject({ final: true });
    expect(await stored()).toEqual([]);
  });

  test("a new one that another process was given is found by the one that knows the former", async () => {
    const opened = await room();
    await install(opened, opened.one);
    const { event } = await called(opened, opened.one);
    const other = await openGridRoom("socket", stage.stores.installations, new Recorder(), opened.grid);
    open.push(other.close);
    opened.grid.revoke(opened.one);
    await install(other, opened.one);
    await opened.platform.send(event.place, reply("with the new one"));
    expect(opened.one.seen(event.place.channel, event.place.thread).at(-1)?.text).toBe("with the new one");
    expect(await stored()).toHaveLength(1);
  });

  test("word of a removal that comes after the app was installed again changes nothing", async () => {
    const opened = await room();
    await install(opened, opened.one);
    await install(opened, opened.one);
    await opened.one.tell({ type: "app_uninstalled" });
    await opened.one.tell({ type: "tokens_revoked", tokens: { bot: [opened.one.workspace.bot.id] } });
    await opened.one.tell({ type: "tokens_revoked", tokens: { oauth: ["U1"] } });
    expect(await stored()).toHaveLength(1);
  });

  test("are in no log and nowhere in the store as they are", async () => {
    const opened = await room();
    await install(opened, opened.one);
    await end(opened.url, new URLSearchParams({ code: "wrong", state: "wrong" }));
    await called(opened, opened.one);
    opened.grid.revoke(opened.one);
    await opened.platform
      .send({ platform: "slack", workspace: "T0ONE", channel: "C1" }, reply("x"))
      .catch(() => undefined);
    const told = JSON.stringify(opened.logged, (_, value) =>
      value instanceof Error ? { ...value, message: value.message, cause: value.cause } : value,
    );
    for (const secret of [...opened.grid.tokens, opened.grid.clientSecret, STATE_SECRET])
      expect(told).not.toContain(secret);
    await install(opened, opened.one);
    expect(JSON.stringify(await stored())).not.toMatch(/xoxb|Studio/);
  });

  test("a new key opens what the former one sealed, and needs it no more afterwards", async () => {
    const opened = await room();
    const { one } = opened;
    await install(opened, one);
    const { event } = await called(opened, one);
    const [before] = await stored();
    const next = "the next key, of thirty-two letters";
    await opened.restart({ key: next, former: ["a key of thirty-two characters, yes"] });
    const [after] = await stored();
    expect(after?.sealed).not.toBe(before?.sealed);
    expect(after?.installed_at).toBe(before?.installed_at);
    await opened.restart({ key: next });
    await opened.platform.send(event.place, reply("still here"));
    expect(one.seen(event.place.channel, event.place.thread).at(-1)?.text).toBe("still here");
    await opened.restart({ key: "a key that nobody has ever used yet" });
    expect(opened.logged.at(-1)?.message).toContain("SECRET_KEY_OLD");
  });
});

describe("an organisation", () => {
  test("installs the app for all its workspaces, which stay apart and are known after a restart", async () => {
    const opened = await room();
    const [three, four] = [
      await opened.grid.workspace("T0THREE", "E0ORG"),
      await opened.grid.workspace("T0FOUR", "E0ORG"),
    ];
    expect((await install(opened, three, true)).page).toContain("Studios has Backlot now");
    expect((await stored()).map(({ id }) => id)).toEqual(["E0ORG"]);
    const places = [];
    for (const slack of [three, four]) {
      const { event } = await called(opened, slack);
      expect(event.place.workspace).toBe(slack.workspace.teamId);
      places.push([slack, event.place] as const);
    }
    await opened.restart();
    for (const [slack, place] of places) {
      slack.workspace.userGroups.push({
        id: "S0CREW",
        handle: place.workspace.toLowerCase(),
        users: [],
      });
      expect(await opened.platform.groups?.(place)).toMatchObject([{ name: place.workspace.toLowerCase() }]);
      await opened.platform.send(place, reply(`in ${place.workspace}`));
      expect(slack.seen(place.channel, place.thread).at(-1)?.text).toBe(`in ${place.workspace}`);
    }
    await opened.grid.uninstall(three);
    await eventually(async () => expect(await stored()).toEqual([]));
    for (const [, place] of places)
      await expect(opened.platform.send(place, reply("x"))).rejects.toMatchObject({ final: true });
  });

  test("a workspace of it that has installed the app itself is served by its own installation", async () => {
    const opened = await room();
    const three = await opened.grid.workspace("T0THREE", "E0ORG");
    await install(opened, three);
    const { event } = await called(opened, three);
    expect((await stored()).map(({ id }) => id)).toEqual(["T0THREE"]);
    await opened.platform.send(event.place, reply("own"));
    expect(three.seen(event.place.channel, event.place.thread).at(-1)?.text).toBe("own");
  });
});

describe.each(["socket", "http"] as const)("what a browser brings back over %s", (over) => {
  const refused = async (
    bring: (opened: GridRoom & { one: FakeSlack }) => Promise<{ status: number; page: string }>,
  ) => {
    const opened = await room(over);
    const { status, page } = await bring(opened);
    expect(status).toBe(400);
    expect(page).toContain("Backlot was not installed");
    expect(page).toContain("/slack/install");
    expect(await stored()).toEqual([]);
  };

  test("with the state of another browser, or without its own, installs nothing", async () => {
    await refused(async ({ url, grid, one }) => {
      const mine = await begin(url);
      const theirs = await begin(url);
      return end(url, grid.consent(theirs.location, one), mine.cookie);
    });
    await refused(async ({ url, grid, one }) => end(url, grid.consent((await begin(url)).location, one)));
  });

  test("with a state that is too old, forged or missing installs nothing", async () => {
    const forged = (payload: object, secret: string) => {
      const head = Buffer.from(JSON.stringify({ alg: "HS256", typ: "JWT" })).toString("base64url");
      const body = Buffer.from(JSON.stringify(payload)).toString("base64url");
      return `${head}.${body}.${createHmac("sha256", secret).update(`${head}.${body}`).digest("base64url")}`;
    };
    const hourAgo = new Date(Date.now() - 3_600_000).toJSON();
    const states = [
      forged({ installOptions: { scopes: [] }, now: hourAgo, random: 1 }, STATE_SECRET),
      forged({ installOptions: { scopes: [] }, now: new Date().toJSON(), random: 1 }, "a guess"),
      "nonsense",
      "",
    ];
    for (const state of states)
      await refused(async ({ url, grid, one }) => {
        const query = grid.consent((await begin(url)).location, one);
        query.set("state", state);
        return end(url, query, `slack-app-oauth-state=${state}`);
      });
  });

  test("after a refusal in Slack, or with a code that was used before, installs nothing", async () => {
    await refused(async ({ url }) => {
      const { cookie } = await begin(url);
      return end(
        url,
        new URLSearchParams({ error: "access_denied", state: cookie.split("=")[1] ?? "" }),
        cookie,
      );
    });
    await refused(async ({ url, grid, one }) => {
      const { location, cookie } = await begin(url);
      const query = grid.consent(location, one);
      await end(url, query, cookie);
      for (const each of await stored()) await stage.stores.installations.remove(each);
      return end(url, query, cookie);
    });
  });
});

test("other paths beside Socket Mode lead nowhere", async () => {
  const { url } = await room();
  expect((await fetch(`${url}/slack/events`, { method: "POST" })).status).toBe(404);
  expect((await fetch(`${url}/slack/install`, { method: "POST" })).status).toBe(404);
});
