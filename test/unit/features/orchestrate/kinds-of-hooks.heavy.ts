import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EMPTY_MEMORY, type Session } from "../../../../src/domain/session.ts";
import { definitionOf, HookRoom } from "./room.ts";

const SARAH = "Create Sarah, a 28 year old journalist who is the lead";
const JOHN = "Create John, a 30 year old nurse";

describe("what a step sets off", () => {
  let room: HookRoom;
  afterEach(() => room.close());
  const complete = async () => {
    await room.say(SARAH);
    const view = await room.say(JOHN);
    await room.work();
    return view;
  };

  describe("sheets", () => {
    beforeEach(async () => {
      room = await HookRoom.open();
      room.workflow = definitionOf(["{ sheets: character }"], ["{ sheets: scene }"]);
    });

    test("are one file with a page for each entry, with what proves it", async () => {
      await complete();
      const notice = await room.notice();
      expect(notice?.text).toContain("The character sheets are ready.");
      const block = notice?.blocks.find(({ type }) => type === "file");
      if (block?.type !== "file") throw new Error("no file");
      expect(block).toMatchObject({ name: "Night Shift - character sheets.md", media_type: "text/markdown" });
      const id = block.url.split("/").at(-1) ?? "";
      expect(id).toMatch(/^fil_[\w-]{1,100}$/);
      const sheets = await room.file(id);
      expect(Buffer.byteLength(sheets)).toBe(block.size);
      expect(sheets).toContain("# Night Shift: characters\n");
      expect(sheets.indexOf("## John")).toBeLessThan(sheets.indexOf("## Sarah"));
      const sarah = sheets.slice(sheets.indexOf("## Sarah"));
      expect(sarah.indexOf("**Role:** lead")).toBeLessThan(sarah.indexOf("**Age:** 28"));
      expect(sarah).toMatch(/\*\*Age:\*\* 28\n {2}> “.*28.*”/);
      expect(JSON.parse(await room.file(`${id}.json`))).toMatchObject({
        workspace_id: room.session.workspace_id,
        by: "ada",
        id,
      });
    });

    test("of nothing are not made, and the reason is told", async () => {
      await room.say("/workflow complete lock");
      await room.work();
      expect(await room.runs()).toMatchObject([{ status: "failed", attempts: 1 }]);
      expect((await room.notice())?.text).toBe(
        "The scene sheets could not be made: there are no scenes yet.",
      );
    });
  });

  describe("bulk work", () => {
    beforeEach(async () => {
      room = await HookRoom.open();
    });

    test("is begun as by whoever completed the step, once", async () => {
      room.workflow = definitionOf(["{ bulk: locations, count: 3, brief: by the sea }"]);
      await complete();
      const [run] = await room.runs();
      expect(run?.status).toBe("done");
      const operations = await room.stage.stores.operations.list(room.session.project_id, 10);
      expect(operations).toMatchObject([
        {
          type: "locations",
          by: "ada",
          brief: "by the sea",
          status: "completed",
          progress: { completed: 3 },
        },
      ]);
      expect(await room.notice()).toBeUndefined();
      if (run) await room.stage.stores.hooks.put({ ...run, status: "running" });
      await room.start();
      await room.studio.product.recover();
      await room.work();
      expect(await room.stage.stores.operations.list(room.session.project_id, 10)).toHaveLength(1);
    });

    test("is refused as the command would be, and the reason is told", async () => {
      const workflow = definitionOf([], ["{ bulk: scenes, count: 3 }"]);
      const needs = [{ type: "count" as const, kind: "character" as const, count: 1 }];
      room.workflow = {
        ...workflow,
        gates: [{ kind: "scene", needs, because: "A scene needs someone in it" }],
      };
      await room.say("/workflow complete lock");
      await room.work();
      expect(await room.runs()).toMatchObject([{ status: "failed", attempts: 1 }]);
      expect((await room.notice())?.text).toMatch(
        /^The 3 scenes for Lock could not be started: I cannot make a scene yet\. A scene needs someone in it/,
      );
      expect(await room.stage.stores.operations.list(room.session.project_id, 10)).toEqual([]);
    });

    test("that completes a step itself sets off its hooks once, also when its end is shown twice", async () => {
      room.workflow = definitionOf(["{ notify: here, text: The cast stands. }"]);
      await room.say(SARAH);
      const { operation } = await room.say("/bulk characters 3");
      expect(await room.runs()).toEqual([]);
      await room.work();
      const [run] = await room.runs();
      expect(run).toMatchObject({ status: "done", origin: `${operation?.id}.0`, by: "ada", role: "writer" });
      expect((await room.said()).filter(({ text }) => text === "The cast stands.")).toHaveLength(1);
      await room.start();
      await room.studio.product.recover();
      await room.work();
      expect(await room.runs()).toHaveLength(1);
      await room.say("Create Mia, a 40 year old doctor");
      await room.work();
      expect(await room.runs()).toHaveLength(1);
    });

    test("after which a process dies is looked at by the next one", async () => {
      room.workflow = definitionOf(["{ notify: here, text: The cast stands. }"]);
      const { operation } = await room.say("/bulk characters 3");
      // The items are made, and the process dies before anybody is told of the end.
      await room.studio.queue.runAll();
      const telling = vi.spyOn(room.stage.stores.messages, "update").mockRejectedValue(new Error("dead"));
      await room.studio.product.stop();
      telling.mockRestore();
      expect(await room.stage.stores.operations.get(operation?.id ?? "")).toMatchObject({ shown: false });
      expect(await room.runs()).toEqual([]);
      await room.start();
      await room.studio.product.recover();
      await room.work();
      expect(await room.runs()).toMatchObject([{ status: "done" }]);
    });
  });

  describe("a note", () => {
    beforeEach(async () => {
      room = await HookRoom.open("discord");
    });
    const aSession = async (over: Partial<Session> & Pick<Session, "place">): Promise<Session> => {
      const session = { ...room.session, id: room.stage.ids.next("session"), memory: EMPTY_MEMORY, ...over };
      await room.stage.stores.sessions.create(session);
      return session;
    };
    const place = (channel: string, thread?: string): Session["place"] => ({
      platform: "discord",
      workspace: "w1",
      channel,
      ...(thread === undefined ? {} : { thread }),
    });
    const notify = (channel: string) =>
      definitionOf([`{ notify: "${channel}", text: "@everyone <@&1> the cast stands" }`]);

    test("is posted into another channel of the film, sent once, and told of here", async () => {
      const other = await aSession({ place: place("c2") });
      room.workflow = notify("c2");
      await complete();
      expect((await room.said(other)).map(({ text }) => text)).toEqual(["@everyone <@&1> the cast stands"]);
      expect((await room.notice())?.text).toBe("The other channel was told about Characters.");
      const [run] = await room.runs();
      if (run) await room.stage.stores.hooks.put({ ...run, status: "running" });
      await room.start();
      await room.studio.product.recover();
      await room.work();
      expect(await room.said(other)).toHaveLength(1);
    });

    test("goes to the channel itself when only a thread of it was talked in", async () => {
      const thread = await aSession({ place: place("c2", "t1") });
      room.workflow = notify("c2");
      await complete();
      const channel = await room.stage.stores.sessions.at(place("c2"));
      expect(channel).toMatchObject({ project_id: room.session.project_id });
      expect(channel && (await room.said(channel))).toHaveLength(1);
      expect(await room.said(thread)).toEqual([]);
    });

    test.each([
      [
        "another film's",
        async () => {
          const { projects } = room.stage.stores;
          const project = await projects.get(room.session.project_id);
          if (!project) throw new Error("no project");
          const id = room.stage.ids.next("project");
          await projects.create({ ...project, id });
          return aSession({ project_id: id, place: place("c2") });
        },
      ],
      [
        "another workspace's",
        () =>
          aSession({
            workspace_id: room.stage.ids.next("workspace"),
            place: { ...place("c2"), workspace: "w2" },
          }),
      ],
      ["nobody's", async () => undefined],
    ])("does not reach %s channel, and does not tell whose it is", async (_whose, make) => {
      const other = await make();
      room.workflow = notify("c2");
      await complete();
      expect(await room.runs()).toMatchObject([{ status: "failed", attempts: 1 }]);
      expect((await room.notice())?.text).toBe(
        "The note for Characters could not be posted: the channel c2 does not work on this film.",
      );
      if (other) expect(await room.said(other)).toEqual([]);
    });

    test("about a film that the place has left is not posted there", async () => {
      room.workflow = definitionOf(["{ notify: here, text: The cast stands. }"]);
      await room.say(SARAH);
      await room.say(JOHN);
      await room.say('/project create "Day Shift"');
      await room.work();
      expect(await room.runs()).toMatchObject([{ status: "failed" }]);
      expect((await room.said()).some(({ text }) => text === "The cast stands.")).toBe(false);
      expect(await room.notice()).toBeUndefined();
    });
  });

  test("several at once are told in one message", async () => {
    room = await HookRoom.open();
    room.workflow = definitionOf([
      "{ sheets: character }",
      "{ sheets: location }",
      "{ notify: here, text: Done. }",
    ]);
    await complete();
    expect((await room.notice())?.blocks.map(({ type }) => type)).toEqual(["list", "file", "choices"]);
    expect((await room.notice())?.text).toContain("The location sheets could not be made");
    expect((await room.said()).filter(({ id }) => id.endsWith("_hooks"))).toHaveLength(1);
    const offered = await room.say("/workflow hooks");
    expect(offered.choices.map(({ label }) => label)).toEqual(["Retry the location sheets"]);
  });

  test("two talks that complete a step together set it off once", async () => {
    room = await HookRoom.open();
    room.workflow = definitionOf(["{ notify: here, text: The cast stands. }"]);
    const other = {
      ...room.session,
      id: room.stage.ids.next("session"),
      place: { ...room.session.place, channel: "elsewhere" },
    };
    await room.stage.stores.sessions.create(other);
    await Promise.all([room.say(SARAH), room.studio.say(other, JOHN)]);
    await room.work();
    expect(await room.runs()).toHaveLength(1);
  });
});
