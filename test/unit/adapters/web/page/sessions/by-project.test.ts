import { describe, expect, it } from "vitest";
import type { SessionSummary } from "../../../../../../src/adapters/web/page/api/wire.ts";
import { byProject } from "../../../../../../src/adapters/web/page/sessions/by-project.ts";

const session = (id: string, project_id: string, last_message_at?: string): SessionSummary => ({
  id,
  project_id,
  project_title: project_id.toUpperCase(),
  title: id,
  status: "open",
  created_at: "2026-01-01T00:00:00Z",
  ...(last_message_at === undefined ? {} : { last_message_at }),
});

describe("byProject", () => {
  it("puts the film last spoken of first, and so its sessions", () => {
    const groups = byProject([
      session("a1", "a", "2026-01-02T00:00:00Z"),
      session("b1", "b"),
      session("b2", "b", "2026-01-03T00:00:00Z"),
    ]);
    expect(groups.map(({ title, sessions }) => [title, sessions.map(({ id }) => id)])).toEqual([
      ["B", ["b2", "b1"]],
      ["A", ["a1"]],
    ]);
  });
});
