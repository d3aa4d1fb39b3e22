import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createModels } from "../../src/app/model.ts";
import { channelOf } from "../../src/domain/session.ts";
import { type OpenAiServer, startOpenAiServer } from "../fakes/openai-server.ts";
import { silent } from "../support/stage.ts";
import { type MappingRoom, openMappingRoom } from "./mapping-room.ts";
import { eventually } from "./platform-room.ts";

const SARAH = "Create a character named Sarah, a 28-year-old journalist";

/** Channels, threads, films, roles and second thoughts, through the real client libraries. */
describe.each(["discord", "slack"] as const)("on %s", (name) => {
  let server: OpenAiServer;
  let here: MappingRoom;
  let ana: ReturnType<MappingRoom["room"]["person"]>;
  let bo: typeof ana;
  beforeAll(async () => {
    server = await startOpenAiServer();
    const config = { kind: "openai" as const, baseUrl: server.url, models: ["big"] };
    here = await openMappingRoom(name, createModels(config, { openai: "sk-test" }, silent));
    ana = here.room.person("Ana", "admin");
    bo = here.room.person("Bo");
  });
  afterAll(async () => {
    await here?.close();
    await server?.close();
  });

  test("the first channel gets its film at once, the second is asked, and its people's words wait", async () => {
    const { room, call, say, says } = here;
    const first = await call(room.channel("night-shift"), ana, SARAH);
    await says(first.place, /Sarah/);
    await says(first.place, /a film of its own now.*Night Shift/s);
    const second = await call(room.channel("day-shift"), bo, "Create a character named John, a baker");
    const question = await says(second.place, /Which one is this for/);
    expect(question.buttons).toEqual(["New film: Day Shift", "Night Shift", "Not here"]);
    await say(second.place, bo, "Who is John?");
    await room.press(bo, second.place, "New film: Day Shift");
    await says(second.place, /Day Shift.*is ready/s);
    await says(second.place, /John.*created/s);
    await eventually(() => {
      const answered = room.seen(second.place).filter(({ text }) => /baker/.test(text));
      expect(answered.length).toBeGreaterThan(1);
      const asked = room.seen(second.place).find(({ text }) => /Which one is this for/.test(text));
      expect(asked?.text).toMatch(/✓|chosen by Bo/);
    });
    await say(second.place, bo, "/project bind Night Shift");
    // Members of a workspace produce; people of a guild write.
    if (name === "discord") {
      await says(second.place, /may not choose the film of a channel.*Ask /s);
      await say(second.place, ana, "/project bind Night Shift");
    }
    await says(second.place, /now works on.*Night Shift/s);
    await say(second.place, bo, "Who is Sarah?");
    await says(second.place, /journalist/);
  });

  test("an edit of what was answered is shown as a proposal, a deletion offers to undo", async () => {
    const { room, call, says } = here;
    const channel = room.channel("edits");
    const { place, said } = await call(channel, ana, "/project create Edits");
    await says(place, /is ready/);
    const talk = await here.say(place, ana, SARAH);
    await says(place, /Sarah.*created/s);
    await room.edit({ ...said, ...talk }, ana, SARAH.replace("28", "31"));
    await says(place, /changed a message that I had read already.*28.*31/s);
    await room.press(ana, place, "Accept");
    await eventually(() => expect(room.seen(place)).toHaveLength(4));
    await room.edit({ ...said, ...talk }, ana, `${SARAH.replace("28", "31")}!`);
    await room.erase({ ...said, ...talk });
    await says(place, /deleted a message that this came from/);
    expect(room.seen(place)).toHaveLength(5);
    await room.press(ana, place, "Undo what came from it");
    await says(place, /undone|took back|Undone|Took back/i);
  });

  test("a join code is told to whoever asks for it alone", async () => {
    const { room, call, says } = here;
    const { place } = await call(room.channel("shared"), ana, "/project create Shared");
    await says(place, /is ready/);
    const alone = await room.command(ana, place.channel, "project", { action: "share" });
    await eventually(() => expect(alone.told.join(" ")).toMatch(/\/project join [0-9A-Z-]{14}/));
    const [code = ""] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(alone.told.join(" ")) ?? [];
    const shown = [...room.seen(place), ...room.seen(channelOf(place))];
    expect(shown.some(({ text }) => text.includes(code))).toBe(false);
  });

  test("a group of the platform is given a role, and a refusal names it", async () => {
    const { room, call, say, says, inGroup } = here;
    const { who, mention } = inGroup("Gil", "leads");
    const guest = room.person("Gus");
    const { place } = await call(room.channel("roles"), ana, "/project create Roles");
    await says(place, /is ready/);
    await say(place, ana, "/project roles everyone viewer");
    await says(place, /Everyone.*viewer/s);
    await say(place, ana, `/project roles ${mention} producer`);
    await says(place, /producer/);
    await say(place, who, "/project saving propose");
    await says(place, /From now on: I show what I would save first/);
    await say(place, guest, "/project saving receipt");
    await says(place, /viewer may not.*it takes the role producer. Ask @/s);
  });

  test.each(["/stop", "the Stop button"])(
    "%s ends a running turn within a second of being heard",
    async (way) => {
      const { room, call, say, says } = here;
      const { place } = await call(
        room.channel("stops"),
        ana,
        `/project create Stop ${way === "/stop" ? 1 : 2}`,
      );
      await says(place, /is ready/);
      const asked = server.requests.length;
      server.fault({ type: "hang" });
      await say(place, ana, "Tell me a story about the sea, whatever comes to your mind");
      await eventually(() => expect(server.requests.length).toBeGreaterThan(asked));
      await say(place, bo, "Create a character named Maya");
      if (way !== "/stop") await says(place, /Working on it/);
      const began = performance.now();
      // A command has no thread on Slack: in the channel it is about what runs in the channel's threads.
      const alone =
        way === "/stop"
          ? await room.command(bo, place.channel, "stop", {})
          : await room.press(bo, place, "Stop");
      await says(place, /Stopped by Bo\. .*nothing of it was saved.*I go on/s);
      expect(performance.now() - began).toBeLessThan(3_000);
      await eventually(() => expect(alone.told).toEqual(["Stopped."]));
      await says(place, /Maya.*created/s);
      expect(room.seen(place).some(({ text }) => /Working on it/.test(text))).toBe(false);
    },
  );
});
