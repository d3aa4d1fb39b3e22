import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PgliteWire } from "../../../src/adapters/postgres/pglite-wire.ts";
import type { Session } from "../../../src/domain/session.ts";
import { PostingChannel } from "../../support/posting-channel.ts";
import { Studio } from "../../support/product.ts";
import { Stage } from "../../support/stage.ts";

/** PGlite runs one statement at a time, so how many a message takes is what it costs, on any machine. */
describe("statements that a message costs, from the platform to its answer there", () => {
  let stage: Stage;
  let session: Session;
  let studio: Studio;
  let channel: PostingChannel;
  beforeEach(async () => {
    stage = await Stage.open();
    session = await stage.session("discord");
    channel = new PostingChannel();
    studio = new Studio(stage, undefined, undefined, { platform: () => channel });
    await said("Hello");
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await studio.product.stop();
    await stage.close();
  });

  const said = async (text: string): Promise<string[]> => {
    const asked = vi.spyOn(PgliteWire.prototype, "query");
    const before = channel.posts.size;
    await studio.say(session, text);
    await vi.waitFor(() => expect(channel.posts.size).toBe(before + 1));
    const statements = () => asked.mock.calls.map(([, sql]) => sql.replaceAll(/\s+/g, " ").trim());
    await vi.waitFor(() => expect(statements().at(-1)).toContain("SET delivered_version"));
    const all = statements();
    asked.mockRestore();
    return all;
  };

  test("three for one that reads and writes nothing of the film: taken, answered, delivered", async () => {
    const statements = await said("/help");
    expect(statements).toHaveLength(3);
    expect(statements[0]).toContain("backlot.add_event");
    expect(statements[1]).toContain("backlot.commit_talk");
  });

  test.each([
    ["a fact", "Create a character named Sarah, a 28-year-old journalist", 5],
    ["small talk", "Thank you, that is lovely", 4],
  ])("few more for %s", async (_what, text, most) => {
    const statements = await said(text);
    expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(most);
  });
});
