import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { EntryAnswer } from "../../../../src/adapters/web/schemas/entry.ts";
import { ItemsAnswer, OperationAnswer } from "../../../../src/adapters/web/schemas/operation.ts";
import { ProjectAnswer } from "../../../../src/adapters/web/schemas/project.ts";
import { WorkflowAnswer } from "../../../../src/adapters/web/schemas/workflow.ts";
import { PublicChange } from "../../../../src/chat/frame.ts";
import { call, newSession, say } from "./caller.ts";
import { openRoom, type Room } from "./room.ts";

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

const get = async <S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> => {
  const { status, body } = await call(room, "GET", path);
  expect(status).toBe(200);
  expect(schema.parse(body)).toEqual(body);
  return schema.parse(body);
};
const Bible = z.object({ entries: z.array(EntryAnswer), next: z.string().optional() });
const History = z.object({ changes: z.array(PublicChange) });

describe("the bible", () => {
  test("tells each entry with plain values beside its facts", async () => {
    const { session_id, project_id } = await newSession(room);
    await say(room, session_id, "make Sarah");
    const { entries } = await get(`/api/v1/projects/${project_id}/bible?kind=character`, Bible);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      kind: "character",
      name: "Sarah",
      fields: { name: "Sarah", age: 28 },
    });
    expect(entries[0]?.facts.age).toMatchObject({ value: 28, status: "proposed", by: "backlot" });
    expect(await get(`/api/v1/entries/${entries[0]?.id}`, EntryAnswer)).toEqual(entries[0]);
    expect((await get(`/api/v1/projects/${project_id}/bible?kind=scene`, Bible)).entries).toEqual([]);
  });

  test("comes in pages, each entry once", async () => {
    const { session_id, project_id } = await newSession(room);
    for (const name of ["Dora", "Ana", "Cy", "Bo", "Eve"]) await say(room, session_id, `make ${name}`);
    const names: string[] = [];
    let after = "";
    for (let pages = 0; pages < 3; pages += 1) {
      const page = await get(`/api/v1/projects/${project_id}/bible?limit=2${after}`, Bible);
      names.push(...page.entries.map((entry) => entry.name));
      after = `&after=${page.next}`;
      expect(page.next === undefined).toBe(pages === 2);
    }
    expect(names).toEqual(["Ana", "Bo", "Cy", "Dora", "Eve"]);
  });

  test.each([
    ["?kind=ghost", 422],
    ["?limit=0", 422],
    ["?limit=5000", 422],
    ["?after=ent_none", 404],
  ])("refuses %s with %i", async (query, status) => {
    const { project_id } = await newSession(room);
    expect((await call(room, "GET", `/api/v1/projects/${project_id}/bible${query}`)).status).toBe(status);
  });

  test("is not paged after another film's entry", async () => {
    const there = await newSession(room);
    const { changes } = await say(room, there.session_id, "make Sarah");
    const { project_id } = await newSession(room);
    const { status } = await call(
      room,
      "GET",
      `/api/v1/projects/${project_id}/bible?after=${changes[0]?.entry_id}`,
    );
    expect(status).toBe(404);
  });
});

describe("a film", () => {
  test("tells what its bible holds and where its workflow stands", async () => {
    const { session_id, project_id } = await newSession(room);
    await say(room, session_id, "make Sarah");
    expect((await get(`/api/v1/projects/${project_id}`, ProjectAnswer)).counts).toMatchObject({
      character: 1,
      scene: 0,
    });
    const workflow = await get(`/api/v1/projects/${project_id}/workflow`, WorkflowAnswer);
    expect(workflow.next[0]).toMatchObject({ id: expect.stringMatching(/^nxt_/), category: "recommended" });
    expect(workflow.next[0]).not.toHaveProperty("action");
    const { projects } = await get("/api/v1/projects", z.object({ projects: z.array(ProjectAnswer) }));
    expect(projects[0]).toMatchObject({ id: project_id, counts: { character: 1 } });
  });

  test("lists its changes, newest first, in pages", async () => {
    const { session_id, project_id } = await newSession(room);
    for (const name of ["Ana", "Bo", "Cy"]) await say(room, session_id, `make ${name}`);
    const { changes } = await get(`/api/v1/projects/${project_id}/history?limit=2`, History);
    expect(changes.map((change) => change.name)).toEqual(["Cy", "Bo"]);
    const rest = await get(`/api/v1/projects/${project_id}/history?before=${changes[1]?.id}`, History);
    expect(rest.changes.map((change) => change.name)).toEqual(["Ana"]);
    const own = await get(`/api/v1/projects/${project_id}/history?entry_id=${changes[0]?.entry_id}`, History);
    expect(own.changes).toEqual([changes[0]]);
  });

  test.each([
    "/api/v1/projects/prj_none",
    "/api/v1/projects/prj_none/bible",
    "/api/v1/projects/prj_none/history",
    "/api/v1/projects/prj_none/workflow",
    "/api/v1/entries/ent_none",
    "/api/v1/messages/msg_none",
    "/api/v1/operations/opn_none",
    "/api/v1/files/fil_none",
    "/api/v1/files/..%2Fsecret",
  ])("%s is not found, with what to do", async (path) => {
    const { status, body } = await call(room, "GET", path);
    expect([status, body.error.code]).toEqual([404, "not_found"]);
    expect(body.error.hint).toMatch(/\w/);
  });
});

describe("undo", () => {
  test("answers the reverse change, and refuses a second time", async () => {
    const { session_id, project_id } = await newSession(room);
    const { changes } = await say(room, session_id, "make Sarah");
    const path = `/api/v1/changes/${changes[0]?.id}/undo`;
    const undone = await call(room, "POST", path, { user_id: "ada" });
    expect(undone.status).toBe(200);
    expect(PublicChange.parse(undone.body)).toMatchObject({
      undoes: changes[0]?.id,
      action: "removed",
      name: "Sarah",
    });
    const again = await call(room, "POST", path, { user_id: "ada" });
    expect([again.status, again.body.error.code]).toEqual([409, "conflict"]);
    const { changes: history } = await get(`/api/v1/projects/${project_id}/history`, History);
    expect(history.map(({ undone }) => undone)).toEqual([false, true]);
  });

  test("works when the session of the change is closed and another is open", async () => {
    const { session_id, project_id } = await newSession(room);
    const { changes } = await say(room, session_id, "make Sarah");
    await say(room, session_id, "close");
    const path = `/api/v1/changes/${changes[0]?.id}/undo`;
    const nowhere = await call(room, "POST", path, { user_id: "ada" });
    expect([nowhere.status, nowhere.body.error.code]).toEqual([409, "conflict"]);
    await call(room, "POST", "/api/v1/chat/sessions", { user_id: "ada", project_id });
    expect((await call(room, "POST", path, { user_id: "ada" })).status).toBe(200);
  });

  test("of a change nobody made is not found, and needs a user", async () => {
    expect((await call(room, "POST", "/api/v1/changes/chg_none/undo", { user_id: "ada" })).status).toBe(404);
    const { session_id } = await newSession(room);
    const { changes } = await say(room, session_id, "make Sarah");
    expect((await call(room, "POST", `/api/v1/changes/${changes[0]?.id}/undo`, {})).status).toBe(422);
    expect((await call(room, "POST", `/api/v1/changes/${changes[0]?.id}/undo`)).status).toBe(422);
  });
});

describe("an operation", () => {
  test("is told with its items, cancelled and refused when there is nothing to do", async () => {
    const { session_id } = await newSession(room);
    const turn = await say(room, session_id, "bulk 3");
    const operation = OperationAnswer.parse(turn.operation);
    expect(operation.items).toHaveLength(3);
    expect(await get(`/api/v1/operations/${operation.id}`, OperationAnswer)).toEqual(operation);
    const cancelled = await call(room, "POST", `/api/v1/operations/${operation.id}/cancel`, {
      user_id: "ada",
    });
    expect(cancelled.status).toBe(200);
    expect(OperationAnswer.parse(cancelled.body)).toMatchObject({
      status: "cancelled",
      progress: { cancelled: 3, total: 3 },
    });
    expect(
      (await call(room, "POST", `/api/v1/operations/${operation.id}/cancel`, { user_id: "ada" })).status,
    ).toBe(409);
    expect(
      (await call(room, "POST", `/api/v1/operations/${operation.id}/retry`, { user_id: "ada" })).status,
    ).toBe(409);
  });

  test("is paused and resumed, once each", async () => {
    const { session_id } = await newSession(room);
    const { operation } = await say(room, session_id, "bulk 2");
    const act = async (action: string) => {
      const { status, body } = await call(room, "POST", `/api/v1/operations/${operation?.id}/${action}`, {
        user_id: "ada",
      });
      return [status, status === 200 ? OperationAnswer.parse(body).status : body.error.code];
    };
    expect(await act("resume")).toEqual([409, "conflict"]);
    expect(await act("pause")).toEqual([200, "paused"]);
    expect(await act("pause")).toEqual([409, "conflict"]);
    expect(await act("resume")).toEqual([200, "processing"]);
  });

  test("its items come in pages, and by how they stand", async () => {
    const { session_id } = await newSession(room);
    const { operation } = await say(room, session_id, "bulk 5");
    await room.stores.operations.fail(operation?.id ?? "", 3, "no name left", 1);
    const page = (query: string) => get(`/api/v1/operations/${operation?.id}/items${query}`, ItemsAnswer);
    const first = await page("?limit=3");
    expect([first.items.map(({ index }) => index), first.next]).toEqual([[0, 1, 2], 2]);
    const second = await page("?limit=3&after=2");
    expect([second.items.map(({ index }) => index), second.next]).toEqual([[3, 4], undefined]);
    expect((await page("?status=failed")).items).toEqual([
      { index: 3, status: "failed", error: "no name left", attempts: 1 },
    ]);
    for (const [query, status] of [
      ["?status=lost", 422],
      ["?limit=0", 422],
      ["?after=-1", 422],
    ] as const)
      expect((await call(room, "GET", `/api/v1/operations/${operation?.id}/items${query}`)).status).toBe(
        status,
      );
    expect((await call(room, "GET", "/api/v1/operations/opn_none/items")).status).toBe(404);
  });

  test("has its failed items tried again", async () => {
    const { session_id } = await newSession(room);
    const { operation } = await say(room, session_id, "bulk 1");
    await room.stores.operations.fail(operation?.id ?? "", 0, "no name left", 1);
    const retried = await call(room, "POST", `/api/v1/operations/${operation?.id}/retry`, { user_id: "ada" });
    expect(OperationAnswer.parse(retried.body)).toMatchObject({ round: 1, items: [{ status: "pending" }] });
  });

  test.each(["cancel", "pause", "resume", "retry"])(
    "that does not exist cannot be told to %s",
    async (action) => {
      expect(
        (await call(room, "POST", `/api/v1/operations/opn_none/${action}`, { user_id: "ada" })).status,
      ).toBe(404);
    },
  );
});
