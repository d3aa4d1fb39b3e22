import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createModels } from "../../../src/app/model.ts";
import { type OpenAiServer, startOpenAiServer } from "../../fakes/openai-server.ts";
import { Studio } from "../../support/product.ts";
import { Stage, silent } from "../../support/stage.ts";

const LOOSE = "Tell me a story about the sea, whatever comes to your mind";

/** Two bots over the same stores. */
describe("who answers", () => {
  let stage: Stage;
  let server: OpenAiServer;
  let bots: readonly [Studio, Studio];
  beforeEach(async () => {
    stage = await Stage.open();
    server = await startOpenAiServer();
    const config = { kind: "openai", baseUrl: server.url, models: ["big"] } as const;
    const join = async () => {
      const models = createModels(config, { openai: "sk-test" }, silent);
      const studio = new Studio(stage, undefined, undefined, { models, shared: true });
      await studio.product.recover();
      return studio;
    };
    bots = [await join(), await join()];
  });
  afterEach(async () => {
    await Promise.all(bots.map(({ product }) => product.stop()));
    await server.close();
    await stage.close();
  });

  /** Said to the first bot, whose model never answers. */
  const hang = async () => {
    const session = await stage.session();
    const event = stage.said(session, LOOSE);
    server.fault({ type: "hang" });
    await bots[0].product.receiver.receive(event);
    await vi.waitFor(() => expect(server.requests).toHaveLength(1), 10_000);
    return { session, event };
  };

  test("when one stops in the middle of an answer, the other gives it at once", async () => {
    const { event } = await hang();
    await bots[0].product.stop();
    const view = await bots[1].product.receiver.finished(event.id, 5_000);
    expect(view?.reply.text).toBeTruthy();
  });

  test("what another answers is asked for by one try at a time, and ever more seldom", async () => {
    const { session } = await hang();
    const tries = vi.spyOn(stage.leases, "tryAcquire");
    const settle = () => new Promise((resolve) => setImmediate(resolve));
    const pass = async (ms: number) => {
      tries.mockClear();
      for (let at = 0; at < ms; at += 250) {
        stage.clock.pass(250);
        await settle();
      }
      return tries.mock.calls.filter(([name]) => name === `session:${session.id}`).length;
    };
    for (let said = 0; said < 10; said += 1)
      await bots[1].product.receiver.receive(stage.said(session, `Create a character named Ann${said}`));
    await settle();
    expect(await pass(8_000)).toBeLessThanOrEqual(5);
    // Each look at what waits begins anew, beside none that goes on.
    expect(await pass(60_000)).toBeLessThanOrEqual(4 * 8);
  });
});
