import { describe, expect, test } from "vitest";
import { ConflictError } from "../../src/domain/errors.ts";
import type { Session } from "../../src/domain/session.ts";
import type { WorkflowVersion } from "../../src/domain/workflow/workflow-version.ts";
import { AT, aRecord, aStage } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

/** A project's own workflows are kept version by version, as part of the turn that wrote them. */
export const workflowStoreSuite: StoreSuite = (stores) => {
  const aVersion = (
    session: Session,
    version: number,
    over: Partial<WorkflowVersion> = {},
  ): WorkflowVersion => ({
    project_id: session.project_id,
    version,
    name: "ours",
    source: `name: ours\ntitle: “Ours” ${version}\n`,
    by: "u1",
    by_name: "Ana",
    at: AT,
    ...over,
  });
  const write = (session: Session, definition: WorkflowVersion) =>
    stores().turns.commit(aRecord(session, { definition }));

  describe("workflows", () => {
    test("reads versions as they were written, one or the newest first", async () => {
      const { session, project } = await aStage(stores());
      const first = aVersion(session, 1, { note: "from film" });
      const second = aVersion(session, 2);
      expect(await write(session, first)).toBeDefined();
      await write(session, second);
      const { get, list } = stores().workflows;
      expect(await get(project.id, 1)).toEqual(first);
      expect(await get(project.id, 2)).toEqual(second);
      expect(await list(project.id, 10)).toEqual([second, first]);
      expect(await list(project.id, 1)).toEqual([second]);
    });

    test("knows nothing of versions that are not there, nor of other projects", async () => {
      const { session } = await aStage(stores());
      const other = await aStage(stores());
      await write(session, aVersion(session, 1));
      const { get, list } = stores().workflows;
      for (const version of [0, -1, 2, 1.5, Number.NaN, 2 ** 40])
        expect(await get(session.project_id, version)).toBeUndefined();
      expect(await get(other.project.id, 1)).toBeUndefined();
      expect(await get("prj_\0", 1)).toBeUndefined();
      expect(await list(other.project.id, 10)).toEqual([]);
    });

    test("are written with the project that follows them", async () => {
      const { session, project } = await aStage(stores());
      const definition = aVersion(session, 1);
      const follows = { ...project, workflow: "ours", workflow_version: 1 };
      await stores().turns.commit(aRecord(session, { definition, project: follows }));
      expect(await stores().projects.get(project.id)).toEqual({ ...follows, version: 2 });
    });

    test("of two who write the same version the second is told, and nothing of theirs is written", async () => {
      const { session, project } = await aStage(stores());
      const first = aVersion(session, 1);
      await write(session, first);
      const late = aRecord(session, {
        definition: aVersion(session, 1, { source: "name: theirs" }),
        project: { ...project, workflow: "theirs", workflow_version: 1 },
      });
      await expect(stores().turns.commit(late)).rejects.toThrow(ConflictError);
      expect(await stores().workflows.list(project.id, 10)).toEqual([first]);
      expect(await stores().projects.get(project.id)).toEqual(project);
      expect(await stores().turns.findByEvent(late.event_id)).toBeUndefined();
    });

    test("once only, however often the turn is committed", async () => {
      const { session } = await aStage(stores());
      const record = aRecord(session, { definition: aVersion(session, 1) });
      expect(await stores().turns.commit(record)).toBeDefined();
      expect(await stores().turns.commit(record)).toBeUndefined();
      expect(await stores().workflows.list(session.project_id, 10)).toHaveLength(1);
    });
  });
};
