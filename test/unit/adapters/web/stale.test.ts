import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { WorkflowAnswer } from "../../../../src/adapters/web/schemas/workflow.ts";
import { NO_STALE, StaleMark } from "../../../../src/domain/bible/stale.ts";
import { AT, aRecord, newId } from "../../../contract/samples.ts";
import { call, newSession } from "./caller.ts";
import { openRoom, type Room } from "./room.ts";

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

const Answer = z.strictObject({ marks: z.array(StaleMark) });
const REASON = "Sarah’s age changed from 28 to 31";

/** A film with a logline and a synopsis of which one is out of date. */
async function aFilm(marked: "logline" | "synopsis") {
  const { session_id, project_id } = await newSession(room);
  const loaded = await room.stores.sessions.load(session_id);
  if (!loaded) throw new Error("the session is gone");
  const mark = {
    project_id,
    dependant_id: `${project_id}:${marked}`,
    cause_id: newId("entry"),
    change_id: newId("change"),
    reason: REASON,
    at: AT,
  };
  const documents = { logline: "Sarah, 28, wakes.", synopsis: "Sarah, 28, wakes and runs." };
  await room.stores.turns.commit(
    aRecord(loaded.session, {
      project: { ...loaded.project, documents },
      stale: { ...NO_STALE, marks: [mark] },
    }),
  );
  return { session_id, project_id, mark };
}

describe("what may be out of date", () => {
  test("is told with the reason", async () => {
    const { project_id, mark } = await aFilm("synopsis");
    const { status, body } = await call(room, "GET", `/api/v1/projects/${project_id}/stale`);
    expect(status).toBe(200);
    expect(Answer.parse(body)).toEqual({ marks: [mark] });
    const one = (dependant: string) =>
      call(room, "GET", `/api/v1/projects/${project_id}/stale?dependant_id=${dependant}`);
    expect((await one(mark.dependant_id)).body).toEqual({ marks: [mark] });
    expect((await one(`${project_id}:logline`)).body).toEqual({ marks: [] });
  });

  test.each([
    ["prj_none/stale", 404],
    ["$/stale?limit=0", 422],
    ["$/stale?limit=501", 422],
  ])("refuses %s with %i", async (path, status) => {
    const { project_id } = await newSession(room);
    const answer = await call(room, "GET", `/api/v1/projects/${path.replace("$", project_id)}`);
    expect(answer.status).toBe(status);
  });

  test("is a state of the workflow's step, which stays done", async () => {
    const { session_id, project_id } = await aFilm("synopsis");
    const workflow = WorkflowAnswer.parse(
      (await call(room, "GET", `/api/v1/projects/${project_id}/workflow`)).body,
    );
    const states = workflow.steps.map(({ id, state, reasons }) => [id, state, reasons]);
    expect(states).toContainEqual(["synopsis", "stale", [REASON]]);
    expect(states).toContainEqual(["logline", "completed", undefined]);
    expect(workflow.percent).toBe(15);
    const page = await call<{ workflow: WorkflowAnswer }>(room, "GET", `/api/v1/chat/session/${session_id}`);
    expect(page.body.workflow).toEqual(workflow);
  });
});
